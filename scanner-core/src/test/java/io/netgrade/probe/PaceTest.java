// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    private long now = 17;

    @Test
    void spacesConnectionsEvenly() {
        Pace pace = new Pace(50, () -> now);

        assertThat(pace.take()).isZero();
        assertThat(pace.take()).isEqualTo(SECOND / 50);
        now += SECOND / 50;
        assertThat(pace.take()).isZero();
        assertThat(pace.take()).isPositive();
    }

    @Test
    void doesNotBurstAfterTheMachineSlept() {
        Pace pace = new Pace(50, () -> now);
        pace.take();
        now += 3_600 * SECOND;

        assertThat(taken(pace)).isEqualTo(1);
    }

    @Test
    void holdsTheRateOverASecondWhateverTheSteps() {
        Pace pace = new Pace(1_000, () -> now);
        int taken = 0;
        for (int step = 0; step < 250; step++) {
            taken += taken(pace);
            now += SECOND / 250;
        }

        assertThat(taken).isBetween(995, 1_020);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 50, 333, 1_000, 20_000, 300_000})
    void staysWithinFiveInAHundredOfTheRateAtTheLoopsOwnSteps(int rate) {
        Pace pace = new Pace(rate, () -> now);
        long taken = 0;
        for (int step = 0; step < 60_000; step++) {
            taken += taken(pace);
            now += SECOND / 1_000 + (step % 7) * 100_000L - 300_000L;
        }

        assertThat(taken).isBetween((long) (0.95 * 60 * rate), (long) (1.05 * 60 * rate) + 1);
    }

    /** A loop that is late each time, as on a busy machine. */
    @ParameterizedTest
    @ValueSource(ints = {1, 20, 50, 75, 100, 500})
    void aTimerThatIsLateTakesNothingFromThePace(int rate) {
        Pace pace = new Pace(rate, () -> now);
        long end = now + 60 * SECOND;
        long taken = 0;
        while (now < end) {
            long wait = pace.take();
            taken += wait == 0 ? 1 : 0;
            now += wait == 0 ? 0 : wait + (taken % 5) * Math.min(SECOND / rate, 20_000_000L) / 5;
        }

        assertThat(taken).isBetween((long) (0.98 * 60 * rate), 60L * rate + 1 + rate / 50);
    }

    @Test
    void survivesTheOverflowOfTheClock() {
        now = Long.MAX_VALUE - SECOND / 100;
        Pace pace = new Pace(50, () -> now);

        assertThat(taken(pace)).isEqualTo(1);
        now += SECOND / 50;
        assertThat(taken(pace)).isEqualTo(1);
    }

    private static int taken(Pace pace) {
        int taken = 0;
        while (pace.take() == 0) {
            taken++;
        }
        return taken;
    }
}
