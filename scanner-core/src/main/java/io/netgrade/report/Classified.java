// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.classify.About;
import java.time.LocalDate;
import java.util.List;

/**
 * The units of an operator with the levels they must hold.
 *
 * @param operator may be empty
 * @param asOf the day as of which deadlines were told
 */
public record Classified(String operator, LocalDate asOf, List<ClassifiedUnit> units) {
    public Classified {
        units = List.copyOf(units);
    }

    /** The methods that came to a level, each once, in the order of the units. */
    List<About> methods() {
        return units.stream()
                .flatMap(unit -> unit.requirement().classification().stream())
                .map(found -> found.method().about())
                .distinct()
                .toList();
    }
}
