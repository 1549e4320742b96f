// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;

/**
 * Measures one field of one type of fact. Most checks are one line of this in their protocol's folder.
 *
 * @param field the field compared when a clause names none
 * @param inClearOnly looks only at facts of services that nothing encrypted carries
 * @param unseenInCaptures the reason when only a capture speaks for the endpoint and the fact is not in it; what is
 *     said under encryption is {@link UnknownReason#ENCRYPTED}
 */
public record FieldCheck(
        String id, String meaning, FactType fact, String field, boolean inClearOnly, UnknownReason unseenInCaptures)
        implements Check {
    public FieldCheck {
        if (fact.field(field).isEmpty()) {
            throw new IllegalArgumentException(id + ": " + fact.id() + " has no field " + field);
        }
    }

    public static FieldCheck of(String id, String meaning, FactType fact, String field) {
        return new FieldCheck(id, meaning, fact, field, false, UnknownReason.NOT_ASKED);
    }

    /** Looks only at facts seen in clear. */
    public FieldCheck inClear() {
        return new FieldCheck(id, meaning, fact, field, true, unseenInCaptures);
    }

    /** States that no capture can show this, as it is said under encryption. */
    public FieldCheck encryptedInCaptures() {
        return new FieldCheck(id, meaning, fact, field, inClearOnly, UnknownReason.ENCRYPTED);
    }

    @Override
    public Verdict judge(Observations seen, Bar bar, Optional<Instant> asOf) {
        return FieldJudgement.judge(this, seen, bar, asOf);
    }

    /** Why such a fact was not seen there. */
    public Verdict unseen(Observations seen) {
        return Unseen.verdict(this, seen);
    }

    @Override
    public BitSet momentsBroken(Observation seen, Bar bar, Optional<Instant> asOf) {
        BitSet broken = new BitSet();
        for (int i = 0; i < bar.clauses().size(); i++) {
            Clause clause = bar.clauses().get(i);
            if (clause.comparator().comparesMoments()) {
                Measure measure = new Measure(clause, clause.field().orElse(field), asOf);
                broken.set(i, measure.measures(seen.fact()) && measure.breaks(seen));
            }
        }
        return broken;
    }
}
