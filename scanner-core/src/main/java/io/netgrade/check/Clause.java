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
 * @param field the field to compare where it is not the check's own
 * @param operands texts, numbers in decimal, {@code true} or {@code false}; a single one where the comparator takes one
 */
public record Clause(
        Map<String, List<String>> where, Optional<String> field, Comparator comparator, List<String> operands) {
    public Clause {
        where = Map.copyOf(where);
        operands = List.copyOf(operands);
    }
}
