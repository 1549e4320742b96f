// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.sctp;

/**
 * When what was sent is sent again (RFC 9260 section 6.3): after a second, or the time that answers take where that is more,
 * and twice as long each time; so few times that nobody is pressed.
 */
final class Retransmission {
    static final long NEVER = Long.MAX_VALUE;
    /** What is not acknowledged is sent so many times in all. RFC 9260 would have it up to eleven times. */
    static final int MOST_SENDS = 3;

    private static final long LEAST = 1_000_000_000;
    private static final long MOST = 60_000_000_000L;

    private long smoothed = -1;
    private long variation;
    private long wait = LEAST;
    private long due = NEVER;
    private int sends;

    /** Something new was sent, or something was acknowledged and more is not. */
    void start(long now) {
        sends = 1;
        wait = usual();
        due = now + wait;
    }

    /** Waits once more, twice as long; false where that was done often enough. */
    boolean again(long now) {
        if (sends >= MOST_SENDS) {
            stop();
            return false;
        }
        sends++;
        wait = Math.min(MOST, 2 * wait);
        due = now + wait;
        return true;
    }

    void stop() {
        due = NEVER;
    }

    boolean running() {
        return due != NEVER;
    }

    long due() {
        return due;
    }

    /** How long an answer took to something that was sent only once. */
    void took(long nanos) {
        if (smoothed < 0) {
            smoothed = nanos;
            variation = nanos / 2;
        } else {
            variation += (Math.abs(smoothed - nanos) - variation) / 4;
            smoothed += (nanos - smoothed) / 8;
        }
    }

    private long usual() {
        return smoothed < 0 ? LEAST : Math.max(LEAST, Math.min(MOST, smoothed + 4 * variation));
    }
}
