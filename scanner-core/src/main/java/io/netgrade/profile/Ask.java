// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import java.util.List;

/**
 * What a control asks from one level on. A control whose bar tightens has several, lowest level first; at a level, the
 * ask with the highest level that is not above it holds (and those below it hold with it).
 *
 * @param advisory shown, but blocks no level
 * @param demands all must hold, in the order of the profile; never empty, one for each check
 */
public record Ask(Level level, Severity severity, boolean advisory, List<Demand> demands) {
    public Ask {
        demands = List.copyOf(demands);
        if (demands.isEmpty()) {
            throw new IllegalArgumentException("an ask without a demand would let everything pass");
        }
    }
}
