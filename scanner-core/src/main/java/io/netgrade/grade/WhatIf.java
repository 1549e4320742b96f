// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What another profile makes of the same evidence. */
public final class WhatIf {
    private WhatIf() {}

    /** Unit by unit; both assessments are of the same units. */
    public static List<UnitMove> of(Assessment now, Assessment then) {
        Map<String, UnitGrade> others = new LinkedHashMap<>();
        then.units().forEach(unit -> others.put(unit.id(), unit));
        Map<String, List<FindingMove>> moved = moved(now.findings(), then.findings());
        List<UnitMove> units = new ArrayList<>();
        for (UnitGrade unit : now.units()) {
            Optional.ofNullable(others.get(unit.id()))
                    .ifPresent(other -> units.add(new UnitMove(
                            now.run().id(),
                            unit.id(),
                            UnitMove.Standing.of(unit),
                            UnitMove.Standing.of(other),
                            moved.getOrDefault(unit.id(), List.of()))));
        }
        return units;
    }

    private static Map<String, List<FindingMove>> moved(List<Finding> now, List<Finding> then) {
        Map<String, Finding> others = new LinkedHashMap<>();
        then.forEach(finding -> others.put(finding.id(), finding));
        Map<String, List<FindingMove>> moved = new LinkedHashMap<>();
        for (Finding finding : now) {
            Optional<Finding> other = Optional.ofNullable(others.remove(finding.id()));
            add(moved, finding, FindingMove.Said.of(finding), other.flatMap(FindingMove.Said::of));
        }
        others.values().forEach(finding -> add(moved, finding, Optional.empty(), FindingMove.Said.of(finding)));
        return moved;
    }

    private static void add(
            Map<String, List<FindingMove>> moved,
            Finding finding,
            Optional<FindingMove.Said> now,
            Optional<FindingMove.Said> then) {
        FindingMove move = new FindingMove(finding.id(), finding.control().id(), finding.endpoint(), now, then);
        if (move.moves()) {
            moved.computeIfAbsent(finding.unit(), any -> new ArrayList<>()).add(move);
        }
    }
}
