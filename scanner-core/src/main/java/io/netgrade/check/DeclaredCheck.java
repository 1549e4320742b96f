// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.fact.StatedFacts;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Whether a service is one that the plan declares for its unit. Where the plan has no such list, it says what to declare. */
public final class DeclaredCheck implements Check {
    public static final String ID = "service.declared";

    /** Why nothing can be said without the list. */
    public static final String NO_LIST = "the plan declares no services for this unit: list every one under services:"
            + " with its port, transport and protocol, or state services: [] where there is to be none";

    private final FieldCheck declared = FieldCheck.of(
            ID,
            "Whether a service that was seen is on the plan's list of the unit's services.",
            StatedFacts.DECLARED,
            "declared");

    @Override
    public String id() {
        return declared.id();
    }

    @Override
    public String meaning() {
        return declared.meaning();
    }

    @Override
    public FactType fact() {
        return declared.fact();
    }

    @Override
    public String field() {
        return declared.field();
    }

    @Override
    public Verdict judge(Observations seen, Bar bar, Optional<Instant> asOf) {
        return seen.of(fact()).isEmpty()
                ? Verdict.unknown(UnknownReason.NOT_ASKED, NO_LIST, List.of())
                : declared.judge(seen, bar, asOf);
    }

    @Override
    public BitSet momentsBroken(Observation seen, Bar bar, Optional<Instant> asOf) {
        return declared.momentsBroken(seen, bar, asOf);
    }
}
