// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.classify.Classification;
import io.netgrade.classify.Deadline;
import io.netgrade.classify.Duties;
import io.netgrade.profile.Level;
import io.netgrade.profile.Requirement;
import io.netgrade.profile.UnitType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A network unit with the level it must hold and what follows from it.
 *
 * @param type none where it was not said
 * @param level of the plan's profile, or of the method where there is no plan; none where nothing was asked
 * @param filingDue the last day on which filing is in time; none where no review's day was said or nothing need be filed
 */
public record ClassifiedUnit(
        String id,
        String title,
        Optional<UnitType> type,
        Requirement requirement,
        Optional<String> level,
        Duties duties,
        Optional<LocalDate> filingDue,
        List<Deadline> deadlines) {

    /**
     * @param usual the duties where no method came to the level
     * @param today deadlines before it are overdue
     */
    public static ClassifiedUnit of(
            String id, String title, Optional<UnitType> type, Requirement requirement, Duties usual, LocalDate today) {
        Duties duties = requirement
                .classification()
                .map(found -> found.method().duties())
                .orElse(usual);
        Optional<String> level = requirement
                .level()
                .map(Level::id)
                .or(() -> requirement.classification().map(Classification::level));
        String counted = requirement
                .classification()
                .map(Classification::level)
                .or(() -> level)
                .orElse("");
        return new ClassifiedUnit(
                id,
                title,
                type,
                requirement,
                level,
                duties,
                duties.filingDays().flatMap(days -> requirement.review().on().map(on -> on.plusDays(days))),
                Deadline.of(duties, counted, requirement.review(), requirement.done(), today));
    }
}
