// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One comparison of a bar.
 *
 * @param where field name to the values it may have: the clause looks only at facts that fit all of them
 * @param field the field to compare where it is not the check's own; with {@link Comparator#ABSENT} and
 *     {@link Comparator#PRESENT} the clause is then about facts that have this field, else about any such fact
 * @param operands texts, numbers in decimal, {@code true} or {@code false}, as many as the comparator takes
 */
public record Clause(
        Map<String, List<String>> where, Optional<String> field, Comparator comparator, List<String> operands) {
    public Clause {
        where = Map.copyOf(where);
        operands = List.copyOf(operands);
        comparator.complaint(operands).ifPresent(complaint -> {
            throw new IllegalArgumentException(complaint);
        });
    }

    /** A clause over the check's own field and all its facts. */
    public static Clause of(Comparator comparator, String... operands) {
        return new Clause(Map.of(), Optional.empty(), comparator, List.of(operands));
    }
}
