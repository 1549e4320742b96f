// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.gtp.NumberSeries.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberSeriesTest {
    private static List<Order> told(int count, LongUnaryOperator identifier) {
        NumberSeries series = new NumberSeries();
        List<Order> told = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            series.add(identifier.applyAsLong(i), i, false).ifPresent(told::add);
        }
        return told;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 256, 0x0100_0000L, -1})
    void aCounterIsSequentialWhateverItsStep(long step) {
        assertThat(told(100, i -> 1000 + i * step)).containsExactly(Order.SEQUENTIAL);
    }

    @Test
    void aCounterOfManySessionsOfWhichSomeWereNotSeenIsSequential() {
        assertThat(told(100, i -> 5000 + 3 * i + i % 2)).containsExactly(Order.SEQUENTIAL);
    }

    @Test
    void randomIdentifiersAreScattered() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            assertThat(told(500, i -> random.nextInt() & 0xFFFF_FFFFL)).containsExactly(Order.SCATTERED);
        }
    }

    @Test
    void tooFewTellNothing() {
        assertThat(told(NumberSeries.ENOUGH - 1, i -> i)).isEmpty();
    }

    @Test
    void whatBeginsScatteredAndThenCountsIsBothAndNothingTwice() {
        SplittableRandom random = new SplittableRandom(1);
        assertThat(told(200, i -> i < 20 ? random.nextInt() & 0xFFFF_FFFFL : i))
                .containsExactly(Order.SCATTERED, Order.SEQUENTIAL);
    }

    @Test
    void onlyTheNewestAreRemembered() {
        assertThat(told(1000, i -> i % 200 * 0x9E37_79B9L & 0xFFFF_FFFFL)).doesNotContain(Order.REPEATED);
        assertThat(told(1000, i -> i % 100 * 0x9E37_79B9L & 0xFFFF_FFFFL)).contains(Order.REPEATED);
    }

    @Test
    void aRetransmissionIsNoRepetition() {
        NumberSeries series = new NumberSeries();

        assertThat(series.add(7, 1, false)).isEmpty();
        assertThat(series.add(7, 1, false)).isEmpty();
        assertThat(series.add(7, 2, true)).isEmpty();
        assertThat(series.add(7, 2, false)).contains(Order.REPEATED);
        assertThat(series.add(7, 3, false)).isEmpty();
    }
}
