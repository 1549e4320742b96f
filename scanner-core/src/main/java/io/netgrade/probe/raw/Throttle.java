// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.probe.RoundTrip;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * How fast probes may leave: never above a ceiling, and slower where answers get lost. The order is shuffled, so the share of
 * probes that is answered hardly changes while nothing is lost: where it falls, by more than chance, the pace falls by a
 * third; while it holds, the pace doubles until it has fallen once, and then grows by a twentieth each time (additive
 * increase, multiplicative decrease, as TCP has it in RFC 5681).
 *
 * <p>Time is counted in ticks of 65,536 nanoseconds from the beginning, and in slices of 256 ticks (17 ms). The sender calls
 * everything but {@link #answered}.
 */
final class Throttle {
    private static final int SLICES = 1_024;
    private static final int SLICE_BITS = 8;
    private static final int TICK_BITS = 16;
    private static final double FIRST = 20_000;
    private static final double LEAST = 200;
    private static final double DECREASE = 0.67;
    private static final double INCREASE = 1.05;
    /** What may be missing before it counts, beside chance. */
    private static final double TOLERANCE = 0.98;

    private static final int ENOUGH = 128;
    private static final long BURST_NANOS = 20_000_000;
    private static final long FIRST_PATIENCE = 100_000_000;
    private static final long LEAST_PATIENCE = 10_000_000;
    /** What is missing so long is lost, and not the answer of a machine, or the eye of ours, that was busy. */
    private static final long LATE_NANOS = 200_000_000;

    private static final long MOST_PATIENCE = 1_000_000_000;

    private final double ceiling;
    private final long began;
    private final int[] sent = new int[SLICES];
    private final AtomicIntegerArray answered = new AtomicIntegerArray(SLICES);
    private final RoundTrip roundTrip = new RoundTrip();
    private double rate;
    private long nextDue;
    private boolean doubling = true;
    private long slice;
    private long judged;
    private long begun;
    private long suspect;
    private double expected = -1;
    private long losses;
    private long lossesSeen;

    Throttle(int perSecond, long nanoTime) {
        this.ceiling = perSecond;
        this.rate = Math.min(FIRST, perSecond);
        this.began = nanoTime;
        this.nextDue = nanoTime;
    }

    long ticks(long nanoTime) {
        return (nanoTime - began) >> TICK_BITS;
    }

    /** How many probes may leave now, at most so many. */
    int allowance(long nanoTime, int most) {
        judge(nanoTime);
        long interval = (long) (1e9 / rate);
        long late = Math.min(nanoTime - nextDue, Math.max(0, BURST_NANOS - interval));
        if (late < 0) {
            return 0;
        }
        int count = (int) Math.min(most, 1 + late / interval);
        nextDue = nanoTime - late + count * interval;
        return count;
    }

    /** Nanoseconds until the next probe may leave. */
    long pause(long nanoTime) {
        return Math.max(0, nextDue - nanoTime);
    }

    void sent(long ticks) {
        long now = ticks >> SLICE_BITS;
        slice = Math.max(slice, now - SLICES);
        while (slice < now) {
            slice++;
            sent[at(slice)] = 0;
            answered.set(at(slice), 0);
        }
        sent[at(now)]++;
    }

    private static int at(long slice) {
        return (int) (slice % SLICES);
    }

    /**
     * Called for the first answer of an endpoint.
     *
     * @param sentAt in ticks, of which the lower 32 bits suffice
     * @param ticks of now, likewise
     * @param once whether it was sent to only once, so that the answer tells how long the way is
     */
    void answered(int sentAt, int ticks, boolean once) {
        answered.getAndIncrement(at(sentAt >>> SLICE_BITS));
        if (once) {
            roundTrip.took((long) (ticks - sentAt) << TICK_BITS);
        }
    }

    /** Begins to send to other endpoints, of which another share may answer. */
    void begin() {
        expected = -1;
        begin(slice);
    }

    /** Told how many packets were lost on this machine so far, for want of room. */
    void lost(long soFar) {
        losses = soFar;
    }

    /** Slows down because answers came only when asked again. */
    void slower() {
        rate = Math.max(Math.min(LEAST, ceiling), rate * DECREASE);
        doubling = false;
    }

    /** Probes a second that may leave now. */
    double rate() {
        return rate;
    }

    /** Nanoseconds in which an answer comes, if one comes; empty-handed guesses are generous. */
    long patience() {
        return roundTrip.known()
                ? Math.max(LEAST_PATIENCE, Math.min(MOST_PATIENCE, roundTrip.nanos()))
                : FIRST_PATIENCE;
    }

    /** Whether anything was answered at all. */
    boolean answersCome() {
        return roundTrip.known();
    }

    private void judge(long nanoTime) {
        if (losses > lossesSeen) {
            lossesSeen = losses;
            slower();
            begin(slice);
            return;
        }
        long settled = Math.min(slice, ticks(nanoTime - patience()) >> SLICE_BITS) - 1;
        long late = Math.min(slice, ticks(nanoTime - LATE_NANOS) >> SLICE_BITS) - 1;
        if (suspect > 0 && late >= suspect) {
            decide(new Window(begun, suspect));
        } else if (suspect == 0 && settled > judged) {
            judged = settled;
            Window window = new Window(begun, settled);
            if (window.sent >= ENOUGH) {
                decide(window);
            }
        }
    }

    /** What is missing is looked at again when it cannot be late any more. */
    private void decide(Window window) {
        if (window.sent == 0) {
            begin(slice);
            return;
        }
        // An answer that is older than the ring counts for the slice that has taken its place.
        double share = Math.min(1, (double) window.answered / window.sent);
        double known = expected < 0 ? share : expected;
        double chance = 3 * Math.sqrt(window.sent * known * (1 - known)) + 2;
        boolean missing = window.answered < window.sent * known * TOLERANCE - chance;
        if (missing && suspect == 0) {
            suspect = window.last;
            return;
        }
        double actual = window.sent * 1e9 / ((double) window.slices() * (1L << (SLICE_BITS + TICK_BITS)));
        expected = known + (share - known) / (missing ? 16 : 4);
        if (missing) {
            rate = Math.min(rate, actual);
            slower();
        } else if (suspect == 0 && actual > 0.6 * rate) {
            rate = Math.min(ceiling, rate * (doubling ? 2 : INCREASE));
        }
        begin(slice);
    }

    private void begin(long from) {
        begun = from;
        suspect = 0;
    }

    /** What was sent behind one slice and up to another, and what of it is answered by now. */
    private final class Window {
        private final long first;
        private final long last;
        private long sent;
        private long answered;

        private Window(long behind, long last) {
            this.first = Math.max(behind, last - SLICES / 2) + 1;
            this.last = last;
            for (long i = first; i <= last; i++) {
                sent += Throttle.this.sent[at(i)];
                answered += Throttle.this.answered.get(at(i));
            }
        }

        private long slices() {
            return last - first + 1;
        }
    }
}
