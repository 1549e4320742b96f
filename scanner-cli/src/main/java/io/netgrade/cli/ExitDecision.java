// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.grade.Outcome;
import io.netgrade.grade.UnitGrade;
import io.netgrade.profile.Level;
import java.util.List;
import java.util.Optional;

/** The exit code that units' intervals ask for. */
final class ExitDecision {
    private ExitDecision() {}

    /**
     * @param instead the level that counts for the exit code instead of each unit's own
     */
    static ExitCode of(List<UnitGrade> units, Optional<Level> instead) {
        ExitCode worst = ExitCode.HOLDS;
        for (UnitGrade unit : units) {
            switch (instead.map(level -> against(unit, level)).orElse(unit.outcome())) {
                case BELOW -> {
                    return ExitCode.BELOW;
                }
                case UNDECIDED -> worst = ExitCode.UNDECIDED;
                case MEETS, NOT_ASKED -> {}
            }
        }
        return worst;
    }

    private static Outcome against(UnitGrade unit, Level level) {
        if (unit.interval()
                .possible()
                .filter(ceiling -> ceiling.compareTo(level) >= 0)
                .isEmpty()) {
            return Outcome.BELOW;
        }
        return unit.interval()
                        .achieved()
                        .filter(floor -> floor.compareTo(level) >= 0)
                        .isPresent()
                ? Outcome.MEETS
                : Outcome.UNDECIDED;
    }
}
