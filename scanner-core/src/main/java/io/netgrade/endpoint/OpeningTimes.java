// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The windows of a scope taken together; where there is none, it is always open. */
public record OpeningTimes(List<TimeWindow> windows) {
    public static final OpeningTimes ALWAYS = new OpeningTimes(List.of());

    /** Windows that follow one another without a gap are followed so far. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    private static final Duration WEEK = Duration.ofDays(8);

    public OpeningTimes {
        windows = List.copyOf(windows);
    }

    public boolean open(Instant now) {
        return windows.isEmpty()
                || windows.stream().anyMatch(window -> window.closes(now).isPresent());
    }

    /** The first moment at which all are closed; empty where that is now, or more than a year away. */
    public Optional<Instant> closes(Instant now) {
        Instant end = now;
        boolean further = true;
        while (further && end.isBefore(now.plus(FARTHEST))) {
            Instant reached = end;
            Optional<Instant> next = windows.stream()
                    .flatMap(window -> window.closes(reached).stream())
                    .max(Instant::compareTo);
            further = next.isPresent();
            end = next.orElse(end);
        }
        return further || end.equals(now) ? Optional.empty() : Optional.of(end);
    }

    /** When the next of them opens, later than now; empty where there is none. */
    public Optional<Instant> opens(Instant now) {
        return windows.stream().flatMap(window -> window.opens(now).stream()).min(Instant::compareTo);
    }

    /** The longest stretch within the coming week that begins with an opening. */
    public Duration longest(Instant now) {
        Duration longest = Duration.ZERO;
        Optional<Instant> opening = opens(now);
        while (opening.isPresent() && opening.get().isBefore(now.plus(WEEK))) {
            Instant begin = opening.get();
            Instant end = closes(begin).orElse(begin.plus(FARTHEST));
            Duration stretch = Duration.between(begin, end);
            longest = stretch.compareTo(longest) > 0 ? stretch : longest;
            opening = opens(end);
        }
        return longest;
    }
}
