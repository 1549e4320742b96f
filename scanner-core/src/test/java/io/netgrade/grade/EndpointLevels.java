// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Verdict.Result;
import io.netgrade.profile.Level;
import java.util.List;
import java.util.Optional;

/** What holds of the levels of a unit and of its endpoints, whatever was seen. */
final class EndpointLevels {
    private EndpointLevels() {}

    /**
     * A unit's ceiling stands above none of its endpoints', and its floor above none at which anything was shown. Where nothing
     * was shown at an endpoint, what is undecided or fails there stops the unit's floor all the same.
     */
    static void hold(Assessment judged) {
        for (UnitGrade unit : judged.units()) {
            List<EndpointGrade> endpoints = EndpointGrade.of(judged).getOrDefault(unit.id(), List.of());
            for (EndpointGrade one : endpoints) {
                assertThat(rank(unit.interval().possible()))
                        .isLessThanOrEqualTo(rank(one.interval().possible()));
                assertThat(rank(unit.withoutWaivers().possible()))
                        .isLessThanOrEqualTo(rank(one.withoutWaivers().possible()));
                if (one.shown()) {
                    assertThat(rank(unit.interval().achieved()))
                            .isLessThanOrEqualTo(rank(one.interval().achieved()));
                    assertThat(rank(unit.withoutWaivers().achieved()))
                            .isLessThanOrEqualTo(rank(one.withoutWaivers().achieved()));
                } else {
                    assertThat(one.interval().achieved()).isEmpty();
                }
                for (Finding finding : judged.findings()) {
                    if (finding.endpoint().equals(Optional.of(one.endpoint()))
                            && finding.unit().equals(unit.id())
                            && (finding.is(Result.UNKNOWN) || (finding.is(Result.FAIL) && !finding.waived()))) {
                        assertThat(rank(unit.interval().achieved()))
                                .isLessThan(finding.level().rank());
                        assertThat(rank(one.interval().achieved()))
                                .isLessThan(finding.level().rank());
                    }
                }
            }
            noLowerThanWhatStopsIt(judged, unit, endpoints);
        }
    }

    /** Where no control of the unit as a whole stops it, the unit's ceiling is that of its weakest endpoint. */
    private static void noLowerThanWhatStopsIt(Assessment judged, UnitGrade unit, List<EndpointGrade> endpoints) {
        boolean whole = judged.findings().stream()
                .anyMatch(finding ->
                        finding.unit().equals(unit.id()) && finding.endpoint().isEmpty() && finding.is(Result.FAIL));
        if (!whole && !endpoints.isEmpty()) {
            assertThat(rank(unit.interval().possible()))
                    .isEqualTo(endpoints.stream()
                            .mapToInt(one -> rank(one.interval().possible()))
                            .min()
                            .orElseThrow());
        }
    }

    private static int rank(Optional<Level> level) {
        return level.map(Level::rank).orElse(-1);
    }
}
