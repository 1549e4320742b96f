// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.capture.LiveCapture;
import io.netgrade.capture.LiveCaptureException;
import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.probe.raw.TwoNetworks;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The set pace: over a whole run as the other side sees it (SYNs on its wire, at the times that its kernel gives them), and
 * within a moment as they left, for a kernel with other work may deliver late.
 */
class ProberPaceTest {
    private static final double SECOND = 1e9;
    private static final int ROUNDS = 4;
    private static final double WITHIN = 0.05;

    private final List<Long> left = new ArrayList<>();
    private final List<Long> syns = Collections.synchronizedList(new ArrayList<>());

    @ParameterizedTest
    @ValueSource(ints = {50, 500, 5_000})
    void theSetPaceIsKeptAndNeverPassed(int rate) throws Exception {
        double nearest = 0;
        for (int round = 0; round == 0 || (round < ROUNDS && nearest < 1 - WITHIN && idle()); round++) {
            List<Long> times = syns(rate, 3 * rate, 0);
            assertThat(times).hasSize(3 * rate);
            assertThat(most(left, SECOND)).isLessThanOrEqualTo((int) ((1 + WITHIN) * rate) + 1);
            double took = (times.get(times.size() - 1) - times.get(0)) / SECOND;
            nearest = Math.max(nearest, (times.size() - 1) / took / rate);
        }

        assertThat(nearest).as("of the set pace").isLessThanOrEqualTo(1 + WITHIN);
        // How near a machine comes that is busy with other work, is that work's to say: PaceTest has a clock of its
        // own.
        assumeTrue(idle() || nearest >= 1 - WITHIN, "this machine is too busy to say whether the pace is reached");
        assertThat(nearest).as("of the set pace").isGreaterThanOrEqualTo(1 - WITHIN);
    }

    private static boolean idle() {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        return machine.getSystemLoadAverage() <= 2 * machine.getAvailableProcessors();
    }

    @Test
    void afterAStandstillNothingIsMadeUpFor() throws Exception {
        List<Long> times = syns(500, 1_000, 700);

        assertThat(times).hasSize(1_000);
        long longest = 0;
        for (int i = 1; i < left.size(); i++) {
            longest = Math.max(longest, left.get(i) - left.get(i - 1));
        }
        assertThat(longest / SECOND).as("it did stand still").isGreaterThan(0.6);
        assertThat(most(left, SECOND / 4)).isLessThanOrEqualTo((int) ((1 + WITHIN) * 125) + 1 + 10);
    }

    /** The most in any stretch of so many nanoseconds. */
    private static int most(List<Long> times, double nanos) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < times.size(); to++) {
            while (times.get(to) - times.get(from) >= nanos) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    /** @param standstill milliseconds for which the run stands still, once */
    private List<Long> syns(int rate, int count, int standstill) throws Exception {
        syns.clear();
        left.clear();
        try (TwoNetworks networks = TwoNetworks.made();
                LiveCapture tap = networks.there(() ->
                        LiveCapture.open(TwoNetworks.THERE_WIRE, "tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn"))) {
            Thread listener = new Thread(() -> listen(tap));
            listener.start();
            Scope scope = new Scope(
                    List.of(AddressRange.of("10.77.0.2-5")), Set.of(), List.of(), PortSet.ALL, "t", Optional.empty());
            ProbeLimits limits = Recorded.QUICK
                    .withConnectionsPerSecond(rate)
                    .withPerHost(1_000)
                    .withPerNetwork(4_000)
                    .withAtOnce(4_000);
            PortSet ports = PortSet.range(10_000, 10_000 + count / 4);
            SlowClock clock = new SlowClock(standstill, count);
            ProbeReport report = networks.here(() -> new Prober(
                            List.of(),
                            scope,
                            limits,
                            clock,
                            observation -> {},
                            attempt -> left.add(clock.nanos(attempt.time())))
                    .run(List.of(new ProbeTarget(AddressRange.of("10.77.0.2-5"), ports, PortSet.NONE))));
            assertThat(report.firstContacts()).containsOnlyKeys(Status.REFUSED);
            Thread.sleep(300);
            tap.stop();
            listener.join();
        }
        List<Long> times = new ArrayList<>(syns);
        Collections.sort(times);
        Collections.sort(left);
        return times.subList(0, Math.min(count, times.size()));
    }

    private void listen(LiveCapture tap) {
        try {
            tap.listen(Duration.ofMinutes(2), (frame, linkType, time, captured, original, number) -> syns.add(time));
        } catch (LiveCaptureException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A clock that nobody sets, and whose reading takes long, once, as anything on the event loop may. */
    private static final class SlowClock implements InstantSource {
        private final Instant start = Instant.now();
        private final long startNanos = System.nanoTime();
        private final int millis;
        private int readings;

        private SlowClock(int millis, int readings) {
            this.millis = millis;
            this.readings = readings;
        }

        private long nanos(Instant time) {
            return Duration.between(start, time).toNanos();
        }

        @Override
        public Instant instant() {
            readings--;
            if (readings == 0) {
                LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
            }
            return start.plusNanos(System.nanoTime() - startNanos);
        }
    }
}
