// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What stands of an interrupted probe once another goes on with it. */
public final class Remains {
    private Remains() {}

    /**
     * All that was seen. What the next run says for itself is left out: it looks names up, holds targets against the scope,
     * and visits what was not visited; so are attempts that nothing but the interruption ended.
     */
    public static Collected of(Collected interrupted) {
        return new Collected(
                interrupted.run(),
                interrupted.observations(),
                interrupted
                        .attempts()
                        .with(interrupted.attempts().own().stream()
                                .filter(attempt -> !attempt.question().equals(Attempt.RESOLVE) && !cut(attempt))
                                .toList()),
                interrupted.captures(),
                interrupted.problems().stream()
                        .filter(problem -> problem.input().equals(Collector.INPUT)
                                || (problem.input().equals(Probing.INPUT)
                                        && !problem.message().contains(Probing.NOT_VISITED)))
                        .toList());
    }

    private static boolean cut(Attempt attempt) {
        return attempt.status() == Attempt.Status.BUDGET_SPENT
                && attempt.detail().startsWith(Attempt.INTERRUPTED);
    }

    /**
     * The same of a run of a plan, which has said everything of its captures, evidence and targets once before it sent
     * anything: all but what the interruption ended.
     *
     * @param taken the evidence of earlier runs that the plan names: what interrupted those stays
     */
    public static Collected ofPlan(Collected interrupted, List<Collected> taken) {
        Set<Attempt> attempts = new HashSet<>();
        Set<Problem> problems = new HashSet<>();
        for (Collected earlier : taken) {
            earlier.attempts().stream().filter(Remains::cut).forEach(attempts::add);
            problems.addAll(earlier.problems());
        }
        return new Collected(
                interrupted.run(),
                interrupted.observations(),
                interrupted.attempts().stream()
                        .filter(attempt -> !cut(attempt) || attempts.contains(attempt))
                        .toList(),
                interrupted.captures(),
                interrupted.problems().stream()
                        .filter(problem ->
                                !problem.message().contains(Probing.NOT_VISITED) || problems.contains(problem))
                        .toList());
    }
}
