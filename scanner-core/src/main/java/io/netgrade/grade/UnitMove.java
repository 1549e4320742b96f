// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.profile.Level;
import java.util.List;
import java.util.Optional;

/**
 * One unit under a profile and under another, by the same evidence.
 *
 * @param run whose evidence it is
 * @param moved the findings that differ, in the order of the profile of now, those that are new last
 */
public record UnitMove(String run, String unit, Standing now, Standing then, List<FindingMove> moved) {
    public UnitMove {
        moved = List.copyOf(moved);
    }

    /** @param asked the level asked of the unit; empty where none is, or the profile has no such level */
    public record Standing(Optional<Level> asked, Interval interval, Outcome outcome) {
        static Standing of(UnitGrade unit) {
            return new Standing(unit.required(), unit.interval(), unit.outcome());
        }
    }

    /** Whether either end of the interval, or how it stands to what is asked, is another one. */
    public boolean moves() {
        return !ids(now.interval().achieved()).equals(ids(then.interval().achieved()))
                || !ids(now.interval().possible()).equals(ids(then.interval().possible()))
                || now.outcome() != then.outcome();
    }

    private static Optional<String> ids(Optional<Level> level) {
        return level.map(Level::id);
    }
}
