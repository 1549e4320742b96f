// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProbeLimitsTest {
    private static final Duration NEAR = Duration.ofMillis(1);

    @Test
    void aSilentServiceIsWaitedForHalfAsLongEachTime() {
        assertThat(IntStream.range(0, 6)
                        .mapToObj(silences ->
                                ProbeLimits.GENTLE.idle(silences, NEAR).toMillis()))
                .containsExactly(5_000L, 2_500L, 1_250L, 700L, 700L, 700L);
    }

    @Test
    void allGuessesAtASilentPortTakeLessThanHalfAMinute() {
        Duration all = IntStream.range(0, ProbeLimits.GENTLE.tcpGuesses())
                .mapToObj(silences -> ProbeLimits.GENTLE.idle(silences, NEAR))
                .reduce(ProbeLimits.GENTLE.bannerWait(), Duration::plus);

        assertThat(all).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aFarServiceIsGivenFourTimesItsWay() {
        assertThat(ProbeLimits.GENTLE.idle(9, Duration.ofMillis(600))).isEqualTo(Duration.ofMillis(2_400));
        assertThat(ProbeLimits.GENTLE.idle(9, Duration.ofMillis(2_900)))
                .as("never longer than the first")
                .isEqualTo(ProbeLimits.GENTLE.idleTimeout());
    }

    @Test
    void aChangedLimitLeavesTheOthers() {
        ProbeLimits changed =
                ProbeLimits.GENTLE.withPerHost(7).withGuesses(3, 4).withWallTime(Duration.ofHours(1));

        assertThat(changed.perHost()).isEqualTo(7);
        assertThat(changed.tcpGuesses()).isEqualTo(3);
        assertThat(changed.udpGuesses()).isEqualTo(4);
        assertThat(changed.withPerHost(2).withGuesses(24, 24).withWallTime(ProbeLimits.GENTLE.wallTime()))
                .isEqualTo(ProbeLimits.GENTLE);
    }
}
