// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.endpoint.TimeWindow;
import io.netgrade.yaml.Spelling;
import io.netgrade.yaml.YamlMap;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads one window of a scope. */
final class TimeWindowReader {
    /** {@code mon} to {@code sun}, in the order of {@link DayOfWeek}. */
    private static final List<String> DAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
            .toList();

    private TimeWindowReader() {}

    /** Empty, and a mistake noted, where anything in it does not fit: a window that was misread would open too much. */
    static Optional<TimeWindow> read(YamlMap window) {
        window.allow("days", "from", "to", "zone");
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        window.choices("days", DAYS).forEach(day -> days.add(DayOfWeek.of(DAYS.indexOf(day) + 1)));
        if (!window.has("days")) {
            days.addAll(EnumSet.allOf(DayOfWeek.class));
        }
        Optional<LocalTime> from = window.needed("from").flatMap(text -> time(window, "from", text));
        Optional<LocalTime> to = window.needed("to").flatMap(text -> time(window, "to", text));
        Optional<ZoneId> zone = window.needed("zone").flatMap(text -> zone(window, text));
        return from.isEmpty() || to.isEmpty() || zone.isEmpty() || days.isEmpty()
                ? Optional.empty()
                : Optional.of(new TimeWindow(days, from.get(), to.get(), zone.get()));
    }

    private static Optional<LocalTime> time(YamlMap window, String key, String text) {
        try {
            return Optional.of(text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text));
        } catch (DateTimeException e) {
            window.complain(
                    key,
                    key + " \"" + Spelling.shortened(text)
                            + "\" is not a time of day, 00:00 to 24:00; quote it: \"22:00\"");
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(YamlMap window, String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            window.complain(
                    "zone",
                    "zone \"" + Spelling.shortened(text)
                            + "\" is not a time zone such as Asia/Shanghai, UTC or +08:00");
            return Optional.empty();
        }
    }
}
