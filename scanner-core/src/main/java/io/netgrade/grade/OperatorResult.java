// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.profile.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The operator's result: that of its weakest unit against its own requirement, never an average.
 *
 * @param weakest the unit that it is the result of; of several with one outcome the one that lacks most levels, the first in
 *     the plan where they lack the same; empty where no level was asked of any
 * @param confirmed whether the level of every unit of which one was asked is
 */
public record OperatorResult(Outcome outcome, Optional<UnitGrade> weakest, boolean confirmed) {
    private static final List<Outcome> WEAKEST_FIRST = List.of(Outcome.BELOW, Outcome.UNDECIDED, Outcome.MEETS);

    static OperatorResult of(List<UnitGrade> units) {
        List<UnitGrade> asked =
                units.stream().filter(unit -> unit.required().isPresent()).toList();
        Optional<UnitGrade> weakest = asked.stream()
                .min(Comparator.comparing((UnitGrade unit) -> WEAKEST_FIRST.indexOf(unit.outcome()))
                        .thenComparing(OperatorResult::lead));
        return new OperatorResult(
                weakest.map(UnitGrade::outcome).orElse(Outcome.NOT_ASKED),
                weakest,
                weakest.isPresent() && asked.stream().allMatch(UnitGrade::confirmed));
    }

    /** By how many rungs its floor stands above what is asked; negative below. */
    private static int lead(UnitGrade unit) {
        return rank(unit.interval().achieved()) - rank(unit.required());
    }

    private static int rank(Optional<Level> level) {
        return level.map(Level::rank).orElse(-1);
    }
}
