// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One clause's comparison against one fact. Values compare as the texts that profiles write. */
record Measure(Clause clause, String field, Optional<Instant> asOf) {

    /** Whether the clause looks at this fact at all. */
    Fit fit(Fact fact) {
        boolean unsure = false;
        for (Map.Entry<String, List<String>> wanted : clause.where().entrySet()) {
            Optional<Object> held = fact.field(wanted.getKey());
            if (held.isPresent() && texts(held.get()).stream().noneMatch(wanted.getValue()::contains)) {
                return Fit.NO;
            }
            unsure |= held.isEmpty();
        }
        if (!unsure) {
            return Fit.YES;
        }
        return fact.complete() ? Fit.NO : Fit.UNSURE;
    }

    boolean measures(Fact fact) {
        return fact.field(field).isPresent();
    }

    /** Whether what was seen contradicts the clause, whatever else there may be. */
    boolean breaks(Observation seen) {
        Object held = seen.fact().field(field).orElseThrow();
        return switch (clause.comparator()) {
            case ABSENT -> true;
            case PRESENT -> false;
            case AFTER_OBSERVED -> !moment(held).isAfter(deadline(seen));
            case ANY_OF -> texts(held).stream().noneMatch(clause.operands()::contains);
            case AT_LEAST -> (Long) held < number();
            case AT_MOST -> (Long) held > number();
            case BEFORE_OBSERVED -> moment(held).isAfter(deadline(seen));
            case EQUALS, ONLY -> !offenders(held).isEmpty();
            case NONE_OF -> !offenders(held).isEmpty();
        };
    }

    /** The values that contradict an {@code only}, {@code none-of} or {@code equals}. */
    List<String> offenders(Object held) {
        boolean ruledOut = clause.comparator() == Comparator.NONE_OF;
        return texts(held).stream()
                .filter(text -> clause.operands().contains(text) == ruledOut)
                .distinct()
                .toList();
    }

    /** A value as profiles and reports write it: one text, or one for each name. */
    static List<String> texts(Object held) {
        return held instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(held));
    }

    private long number() {
        return Long.parseLong(clause.operands().get(0));
    }

    private Instant deadline(Observation seen) {
        return asOf.orElse(seen.evidence().time()).plus(Duration.ofDays(number()));
    }

    private static Instant moment(Object held) {
        return (Instant) held;
    }

    /** Whether a fact is one that a clause's filter lets through. */
    enum Fit {
        NO,
        /** Partial, and what the filter asks for was not seen of it. */
        UNSURE,
        YES
    }
}
