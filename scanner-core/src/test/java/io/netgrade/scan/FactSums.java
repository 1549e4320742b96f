// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.fact.Fact;
import io.netgrade.testing.FlowReading.Stated;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What facts say all together: a partial one whose lists a later one holds says nothing more, and how long a piece was is no
 * matter of what was said.
 */
final class FactSums {
    /** Defined as the length of a piece, or of what came together. */
    private static final Set<String> OF_PIECES = Set.of("octets");

    private FactSums() {}

    static Set<Stated> of(Collection<Stated> all) {
        Set<Stated> sums = new HashSet<>();
        for (Stated one : all) {
            Stated sum = withoutPieces(one);
            if (sums.stream().noneMatch(other -> says(other, sum))) {
                sums.removeIf(other -> says(sum, other));
                sums.add(sum);
            }
        }
        return sums;
    }

    private static Stated withoutPieces(Stated one) {
        Map<String, Object> value = new LinkedHashMap<>(one.fact().value());
        value.keySet().removeAll(OF_PIECES);
        return new Stated(one.about(), new Fact(one.fact().type(), one.fact().complete(), value));
    }

    /** Whether all that the other says is said. */
    private static boolean says(Stated one, Stated other) {
        boolean alike = one.about().equals(other.about())
                && one.fact().type().equals(other.fact().type())
                && (one.fact().complete() || !other.fact().complete());
        return alike
                && other.fact().value().entrySet().stream()
                        .allMatch(field -> holds(one.fact().value().get(field.getKey()), field.getValue()));
    }

    private static boolean holds(Object held, Object value) {
        return value instanceof List<?> list
                ? held instanceof List<?> more && more.containsAll(list)
                : value.equals(held);
    }
}
