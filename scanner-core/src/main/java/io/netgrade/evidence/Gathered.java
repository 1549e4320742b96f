// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.AttemptLog;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Problem;
import io.netgrade.fact.Run;
import io.netgrade.json.JsonFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the lines of an evidence file have said so far. */
final class Gathered {
    static final String RUN = "run";

    private final List<Observation> observations = new ArrayList<>();
    private final AttemptLog attempts = new AttemptLog();
    private final List<CaptureCoverage> captures = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<Run> run = Optional.empty();
    private Optional<Instant> finished = Optional.empty();

    /** The line of a run comes first, and once. */
    void admit(String kind) throws JsonFault {
        if (run.isEmpty() != kind.equals(RUN)) {
            throw new JsonFault(run.isEmpty() ? "not the line of a run" : "a second run begins");
        }
    }

    void begins(Run begun) {
        run = Optional.of(begun);
    }

    void observed(Observation seen) {
        observations.add(seen);
    }

    void attempted(Attempt attempt) {
        attempts.add(attempt);
    }

    void captured(CaptureCoverage capture) {
        captures.add(capture);
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    void ends(Instant moment) {
        finished = Optional.of(moment);
    }

    boolean begun() {
        return run.isPresent();
    }

    boolean ended() {
        return finished.isPresent();
    }

    /** Once a run has begun. */
    Collected collected() {
        Run begun = run.orElseThrow();
        Run whole = new Run(
                begun.id(),
                begun.toolVersion(),
                begun.command(),
                begun.started(),
                finished.orElse(begun.started()),
                begun.vantage(),
                begun.vantageDeclared());
        return new Collected(whole, observations, attempts.attempts(), captures, problems);
    }
}
