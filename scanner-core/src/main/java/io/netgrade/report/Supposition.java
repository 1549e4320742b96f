// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.UnitMove;
import io.netgrade.profile.Profile;
import java.util.List;

/**
 * What profiles would make of runs, as a report shows it.
 *
 * @param toolVersion of netgrade
 */
public record Supposition(String toolVersion, List<Supposed> profiles) {
    public Supposition {
        profiles = List.copyOf(profiles);
    }

    /** One profile that is supposed, and every unit of every run under it. */
    public record Supposed(Profile profile, List<Unit> units) {
        public Supposed {
            units = List.copyOf(units);
        }
    }

    /** @param now the profile by which the unit is judged now */
    public record Unit(Profile now, UnitMove move) {}
}
