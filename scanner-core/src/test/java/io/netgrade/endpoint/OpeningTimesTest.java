// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpeningTimesTest {
    private static final Set<DayOfWeek> EVERY = EnumSet.allOf(DayOfWeek.class);

    /** Monday and Tuesday, 22:00 to 06:00 of the next day, in a zone eight hours ahead of UTC. */
    private static final OpeningTimes NIGHTS = new OpeningTimes(
            List.of(window(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), "22:00", "06:00", "Asia/Shanghai")));

    @Test
    void isOpenFromItsFirstMomentToTheOneBeforeItsEndOnItsDays() {
        assertThat(NIGHTS.open(at("2026-11-23T13:59:59Z")))
                .as("Monday, 21:59:59 there")
                .isFalse();
        assertThat(NIGHTS.open(at("2026-11-23T14:00:00Z"))).isTrue();
        assertThat(NIGHTS.open(at("2026-11-23T21:59:59Z")))
                .as("Tuesday, 05:59:59 there")
                .isTrue();
        assertThat(NIGHTS.open(at("2026-11-23T22:00:00Z"))).isFalse();
        assertThat(NIGHTS.open(at("2026-11-24T21:00:00Z")))
                .as("the night from Tuesday")
                .isTrue();
        assertThat(NIGHTS.open(at("2026-11-25T15:00:00Z")))
                .as("Wednesday night")
                .isFalse();
    }

    @Test
    void saysWhenItClosesAndOpens() {
        assertThat(NIGHTS.closes(at("2026-11-23T15:00:00Z"))).contains(at("2026-11-23T22:00:00Z"));
        assertThat(NIGHTS.closes(at("2026-11-23T13:00:00Z"))).isEmpty();
        assertThat(NIGHTS.opens(at("2026-11-23T13:00:00Z"))).contains(at("2026-11-23T14:00:00Z"));
        assertThat(NIGHTS.opens(at("2026-11-24T14:00:00Z"))).as("a week later").contains(at("2026-11-30T14:00:00Z"));
        assertThat(NIGHTS.longest(at("2026-11-23T13:00:00Z"))).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void windowsThatTouchAreOneStretch() {
        OpeningTimes evening = new OpeningTimes(
                List.of(window(EVERY, "20:00", "22:00", "UTC"), window(EVERY, "22:00", "23:30", "UTC")));

        assertThat(evening.closes(at("2026-11-23T21:00:00Z"))).contains(at("2026-11-23T23:30:00Z"));
        assertThat(evening.longest(at("2026-11-23T21:00:00Z"))).isEqualTo(Duration.ofMinutes(210));
    }

    @Test
    void wholeDaysOfAWholeWeekNeverClose() {
        OpeningTimes always = new OpeningTimes(List.of(window(EVERY, "00:00", "00:00", "UTC")));

        assertThat(always.open(at("2026-11-23T00:00:00Z"))).isTrue();
        assertThat(always.closes(at("2026-11-23T21:00:00Z"))).isEmpty();
        assertThat(always.longest(at("2026-11-23T21:00:00Z"))).isGreaterThan(Duration.ofDays(300));
        assertThat(OpeningTimes.ALWAYS.open(at("2026-11-23T00:00:00Z"))).isTrue();
        assertThat(OpeningTimes.ALWAYS.closes(at("2026-11-23T00:00:00Z"))).isEmpty();
    }

    @Test
    void theNightInWhichClocksGoForwardIsAnHourShorter() {
        OpeningTimes night = new OpeningTimes(List.of(window(EVERY, "00:00", "06:00", "Europe/Berlin")));

        assertThat(night.closes(at("2026-03-28T23:30:00Z"))).contains(at("2026-03-29T04:00:00Z"));
        assertThat(night.closes(at("2026-03-29T22:30:00Z"))).contains(at("2026-03-30T04:00:00Z"));
    }

    static TimeWindow window(Set<DayOfWeek> days, String from, String to, String zone) {
        return new TimeWindow(days, LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
