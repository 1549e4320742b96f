// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A time of certain days, such as 22:00 to 06:00 in Asia/Shanghai. One that ends no later than it begins ends on the next
 * day; the days are those on which it begins.
 *
 * @param from its first moment
 * @param to the first moment after it
 */
public record TimeWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    private static final int DAYS_AHEAD = 8;

    public TimeWindow {
        days = Set.copyOf(days);
    }

    /** The first moment at which it is closed again; empty where it is closed now. */
    public Optional<Instant> closes(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return Stream.of(today.minusDays(1), today)
                .filter(this::begins)
                .filter(day -> !now.isBefore(start(day)) && now.isBefore(end(day)))
                .map(this::end)
                .max(Instant::compareTo);
    }

    /** When it next opens, later than now; empty where it has no day. */
    public Optional<Instant> opens(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return today.datesUntil(today.plusDays(DAYS_AHEAD))
                .filter(this::begins)
                .map(this::start)
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    private boolean begins(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }

    private Instant start(LocalDate day) {
        return day.atTime(from).atZone(zone).toInstant();
    }

    private Instant end(LocalDate day) {
        LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
        return last.atTime(to).atZone(zone).toInstant();
    }
}
