// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a duty that follows from a level must next be done.
 *
 * @param last when it was last done, where that was said
 * @param next the last day on which the next one is in time; none where nothing was said to count from
 * @param overdue whether that day is past
 */
public record Deadline(Duties.Cycle cycle, Optional<LocalDate> last, Optional<LocalDate> next, boolean overdue) {

    /**
     * Those of a level, in the order of the method. What was never done is counted from the review.
     *
     * @param today never read from a clock here
     */
    public static List<Deadline> of(Duties duties, String level, Review review, Done done, LocalDate today) {
        List<Deadline> deadlines = new ArrayList<>();
        for (Duties.Kind kind : Duties.Kind.values()) {
            duties.cycle(kind, level).ifPresent(cycle -> {
                Optional<LocalDate> last = done.last(kind);
                Optional<LocalDate> next = last.or(review::on).map(from -> from.plusMonths(cycle.months()));
                deadlines.add(new Deadline(
                        cycle, last, next, next.filter(today::isAfter).isPresent()));
            });
        }
        return deadlines;
    }

    /** When a unit was last evaluated and its risk last assessed, where that was said. */
    public record Done(Optional<LocalDate> evaluated, Optional<LocalDate> riskAssessed) {
        public static final Done NEVER = new Done(Optional.empty(), Optional.empty());

        Optional<LocalDate> last(Duties.Kind kind) {
            return kind == Duties.Kind.EVALUATION ? evaluated : riskAssessed;
        }
    }
}
