// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One clause's comparison against one fact. Values compare as the texts that profiles write. */
record Measure(Clause clause, String field, Optional<Instant> asOf) {

    /** Whether the clause looks at this fact at all. */
    Fit fit(Fact fact) {
        boolean unsure = false;
        for (Map.Entry<String, List<String>> wanted : clause.where().entrySet()) {
            Object held = fact.value().get(wanted.getKey());
            if (held != null && !holdsOne(held, wanted.getValue())) {
                return Fit.NO;
            }
            unsure |= held == null;
        }
        if (!unsure) {
            return Fit.YES;
        }
        return fact.complete() ? Fit.NO : Fit.UNSURE;
    }

    boolean measures(Fact fact) {
        return fact.value().containsKey(field);
    }

    /** Whether what was seen contradicts the clause, whatever else there may be. */
    boolean breaks(Observation seen) {
        Object held = seen.fact().field(field).orElseThrow();
        return switch (clause.comparator()) {
            case ABSENT -> true;
            case PRESENT -> false;
            case AFTER_OBSERVED -> !moment(held).isAfter(deadline(seen));
            case ANY_OF -> !holdsOne(held, clause.operands());
            case AT_LEAST -> (Long) held < number();
            case AT_MOST -> (Long) held > number();
            case BEFORE_OBSERVED -> moment(held).isAfter(deadline(seen));
            case EQUALS, ONLY, NONE_OF -> !offenders(held).isEmpty();
        };
    }

    /** The values that contradict an {@code only}, {@code none-of} or {@code equals}. */
    List<String> offenders(Object held) {
        boolean ruledOut = clause.comparator() == Comparator.NONE_OF;
        Set<String> offenders = Set.of();
        for (String text : texts(held)) {
            if (clause.operands().contains(text) == ruledOut) {
                offenders = offenders.isEmpty() ? new LinkedHashSet<>() : offenders;
                offenders.add(text);
            }
        }
        return List.copyOf(offenders);
    }

    private static boolean holdsOne(Object held, List<String> wanted) {
        for (String text : texts(held)) {
            if (wanted.contains(text)) {
                return true;
            }
        }
        return false;
    }

    /** A value as profiles and reports write it: one text, or one for each name. */
    static List<String> texts(Object held) {
        if (!(held instanceof List<?> names)) {
            return List.of(String.valueOf(held));
        }
        List<String> texts = new ArrayList<>(names.size());
        names.forEach(name -> texts.add(String.valueOf(name)));
        return texts;
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
