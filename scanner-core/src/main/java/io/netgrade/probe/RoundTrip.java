// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

/** How long answers take: the smoothed time and its variation (RFC 6298 section 2). Told and asked by any thread. */
public final class RoundTrip {
    private volatile long smoothed = -1;
    private volatile long variation;

    /** @param nanos between a probe and its answer */
    public synchronized void took(long nanos) {
        long before = smoothed;
        if (before < 0) {
            variation = nanos / 2;
            smoothed = nanos;
        } else {
            variation = variation + (Math.abs(before - nanos) - variation) / 4;
            smoothed = before + (nanos - before) / 8;
        }
    }

    /** Whether an answer came. */
    public boolean known() {
        return smoothed >= 0;
    }

    /** Nanoseconds after which hardly any answer is still to come. */
    public long nanos() {
        return smoothed + 4 * variation;
    }
}
