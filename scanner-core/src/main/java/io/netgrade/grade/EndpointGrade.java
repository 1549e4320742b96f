// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.profile.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The level that evidence gives one endpoint of a unit, by the rules of the unit's own. Only the controls that were asked of
 * that endpoint count; those of the unit as a whole do not.
 *
 * @param shown whether anything at all was shown to be met there; where nothing was, no level is held
 * @param blockedBy ids of the controls that fail there up to the level asked, or the highest where none is
 * @param undecided ids of the controls that are undecided there up to that level
 */
public record EndpointGrade(
        Endpoint endpoint,
        Interval interval,
        Interval withoutWaivers,
        boolean shown,
        List<String> blockedBy,
        List<String> undecided) {
    /** The one that holds least is first. */
    public static final Comparator<EndpointGrade> WEAKEST_FIRST = Comparator.comparing(
                    (EndpointGrade one) -> rank(one.interval().possible()))
            .thenComparing(one -> rank(one.interval().achieved()))
            .thenComparing(EndpointGrade::endpoint);

    public EndpointGrade {
        blockedBy = List.copyOf(blockedBy);
        undecided = List.copyOf(undecided);
    }

    /** By the unit's id: the endpoints of each at which a control was asked, in their order. */
    public static Map<String, List<EndpointGrade>> of(Assessment assessment) {
        List<Level> levels = assessment.profile().levels();
        Map<String, UnitGrade> units = new HashMap<>();
        assessment.units().forEach(unit -> units.put(unit.id(), unit));
        Map<String, SortedMap<Endpoint, Gathered>> gathered = new HashMap<>();
        for (Finding finding : assessment.findings()) {
            UnitGrade unit = units.get(finding.unit());
            if (finding.endpoint().isPresent() && unit != null) {
                gathered.computeIfAbsent(unit.id(), any -> new TreeMap<>())
                        .computeIfAbsent(finding.endpoint().get(), any -> new Gathered(unit, levels))
                        .add(finding);
            }
        }
        Map<String, List<EndpointGrade>> grades = new HashMap<>();
        gathered.forEach((unit, endpoints) -> {
            List<EndpointGrade> own = new ArrayList<>(endpoints.size());
            endpoints.forEach((endpoint, one) -> own.add(one.grade(endpoint, levels)));
            grades.put(unit, Collections.unmodifiableList(own));
        });
        return grades;
    }

    private static int rank(Optional<Level> level) {
        return level.map(Level::rank).orElse(-1);
    }

    /** What was found at one endpoint. */
    private static final class Gathered {
        private final Interval.Reckoning reckoning = new Interval.Reckoning(true);
        private final Interval.Reckoning withoutWaivers = new Interval.Reckoning(false);
        private final Set<String> failed = new LinkedHashSet<>();
        private final Set<String> unknown = new LinkedHashSet<>();
        private final Level wanted;

        Gathered(UnitGrade unit, List<Level> levels) {
            this.wanted = unit.required().orElseGet(() -> levels.get(levels.size() - 1));
        }

        void add(Finding finding) {
            reckoning.add(finding);
            withoutWaivers.add(finding);
            if (finding.level().compareTo(wanted) <= 0) {
                if (finding.is(Result.FAIL) && !finding.waived()) {
                    failed.add(finding.control().id());
                } else if (finding.is(Result.UNKNOWN)) {
                    unknown.add(finding.control().id());
                }
            }
        }

        EndpointGrade grade(Endpoint endpoint, List<Level> levels) {
            return new EndpointGrade(
                    endpoint,
                    reckoning.interval(levels),
                    withoutWaivers.interval(levels),
                    reckoning.anythingShown(),
                    List.copyOf(failed),
                    List.copyOf(unknown));
        }
    }
}
