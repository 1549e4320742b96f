// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A network that answers after a millisecond, and loses what comes faster than it can carry; its time is made. */
class ThrottleTest {
    private static final long STEP = 200_000;
    private static final long ROUND_TRIP = 1_000_000;

    private final Random random = new Random(3);
    private long now = 5_000_000_000L;
    private long sent;
    private long answered;

    @Test
    void whereNothingIsLostItReachesTheCeiling() {
        Throttle throttle = new Throttle(200_000, now);
        run(throttle, 3_000, Integer.MAX_VALUE, 1);
        assertThat(throttle.rate()).isEqualTo(200_000);
    }

    @Test
    void itIsNeverFasterThanTheCeiling() {
        Throttle throttle = new Throttle(1_000, now);
        run(throttle, 10_000, Integer.MAX_VALUE, 1);
        assertThat(sent).isBetween(9_500L, 10_021L);
    }

    @Test
    void whereAnswersAreLostItSlowsToWhatIsCarried() {
        Throttle throttle = new Throttle(1_000_000, now);
        run(throttle, 20_000, 30_000, 1);
        long before = sent;
        long heard = answered;
        run(throttle, 20_000, 30_000, 1);
        assertThat(throttle.rate()).isBetween(10_000.0, 50_000.0);
        assertThat((double) (answered - heard) / (sent - before)).isGreaterThan(0.9);
    }

    @Test
    void silentEndpointsDoNotSlowItNorALineThatLosesAlways() {
        Throttle throttle = new Throttle(100_000, now);
        run(throttle, 5_000, Integer.MAX_VALUE, 0.4);
        assertThat(throttle.rate()).isGreaterThan(90_000);
    }

    @Test
    void daysOfWaitingChangeNothing() {
        Throttle throttle = new Throttle(200_000, now);
        run(throttle, 100, Integer.MAX_VALUE, 1);
        now += Duration.ofDays(30).toNanos();
        run(throttle, 3_000, Integer.MAX_VALUE, 1);
        assertThat(throttle.rate()).isEqualTo(200_000);
        now += Duration.ofDays(30).toNanos();
        run(throttle, 20_000, 30_000, 1);
        assertThat(throttle.rate()).isLessThan(60_000);
    }

    @Test
    void whatThisMachineLosesSlowsItAtOnce() {
        Throttle throttle = new Throttle(100_000, now);
        run(throttle, 3_000, Integer.MAX_VALUE, 1);
        throttle.lost(10);
        throttle.allowance(now, 1);
        assertThat(throttle.rate()).isLessThan(70_000);
    }

    /** @param share of the endpoints that answer at all */
    private void run(Throttle throttle, int millis, int carried, double share) {
        long end = now + millis * 1_000_000L;
        java.util.ArrayDeque<long[]> underWay = new java.util.ArrayDeque<>();
        double room = 0;
        while (now < end) {
            now += STEP;
            room = Math.min(carried / 100.0, room + carried * (STEP / 1e9));
            for (int more = throttle.allowance(now, 64); more > 0; more = throttle.allowance(now, 64)) {
                long ticks = throttle.ticks(now);
                for (int i = 0; i < more; i++) {
                    throttle.sent(ticks);
                    sent++;
                    if (room >= 1 && random.nextDouble() < share) {
                        room--;
                        underWay.add(new long[] {now, ticks});
                    }
                }
            }
            while (!underWay.isEmpty() && underWay.peek()[0] + ROUND_TRIP < now) {
                throttle.answered((int) underWay.remove()[1], (int) throttle.ticks(now), true);
                answered++;
            }
        }
    }
}
