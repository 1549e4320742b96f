// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import java.util.function.LongSupplier;

/**
 * How fast connections may be opened, all hosts together: a token bucket of at most 20 milliseconds' worth. What was not
 * used in time is gone, so that a machine that slept, or a scan that stood still, does not burst afterwards; but a timer that
 * comes late by less than one interval, and 20 milliseconds, takes nothing from the pace.
 */
final class Pace {
    private static final long MOST_LATE = 20_000_000;

    private final LongSupplier nanoTime;
    private final long interval;
    private final long tolerance;
    private final long lateness;
    private long nextDue;

    /** @param nanoTime a monotonic clock in nanoseconds, such as {@code System::nanoTime} */
    Pace(int perSecond, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.interval = 1_000_000_000L / perSecond;
        this.tolerance = interval * (Math.max(1, perSecond / 50) - 1);
        this.lateness = Math.min(interval, MOST_LATE);
        this.nextDue = nanoTime.getAsLong();
    }

    /** Nanoseconds until leave to open one connection would be given; 0 where it would be now. */
    long ahead() {
        long ahead = Math.max(0, nextDue - nanoTime.getAsLong());
        return ahead > tolerance ? ahead - tolerance : 0;
    }

    /** Takes leave to open one connection: 0 where it was given, else the nanoseconds to wait before asking again. */
    long take() {
        long now = nanoTime.getAsLong();
        long ahead = nextDue - now;
        if (ahead > tolerance) {
            return ahead - tolerance;
        }
        nextDue = (ahead < -lateness ? now : nextDue) + interval;
        return 0;
    }
}
