// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The three-valued logic behind {@link FieldCheck}: a FAIL is proved by one confirmed sighting that breaks a clause, a
 * PASS only by a complete fact (or, for what must merely be there, by a sighting), and everything else is UNKNOWN with
 * its reason.
 */
final class FieldJudgement {
    private FieldJudgement() {}

    static Verdict judge(FieldCheck check, Observations seen, Bar bar, Optional<Instant> asOf) {
        List<Observation> all = seen.of(check.fact());
        List<Observation> facts = check.inClearOnly()
                ? all.stream().filter(one -> one.service().inClear()).toList()
                : all;
        if (facts.isEmpty()) {
            return Unseen.verdict(check, seen);
        }
        List<Verdict> decided = new ArrayList<>(bar.clauses().size());
        for (Clause clause : bar.clauses()) {
            new ClauseJudgement(check, clause, facts, asOf).verdict().ifPresent(decided::add);
        }
        return decided.isEmpty() ? nothingToCompare(check, facts) : Verdict.worstOf(decided);
    }

    private static Verdict nothingToCompare(FieldCheck check, List<Observation> facts) {
        return Verdict.unknown(
                UnknownReason.PARTLY_SEEN,
                "what was seen of " + check.fact().id() + " is nothing that the bar speaks of",
                facts);
    }
}
