// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

/**
 * One visit of the endpoints of a board that are silent so far, shared out among the threads that send, at the pace of the
 * throttle. While it lasts nobody else asks anything of the throttle.
 */
final class Pass {
    private final Board board;
    private final Throttle throttle;
    private int next;
    private boolean ended;

    Pass(Board board, Throttle throttle) {
        this.board = board;
        this.throttle = throttle;
    }

    Board board() {
        return board;
    }

    /** Takes some endpoints that may be sent to now, each but once, and says how many. */
    synchronized int claim(int... indices) {
        long now = System.nanoTime();
        int leave = throttle.allowance(now, indices.length);
        long ticks = throttle.ticks(now);
        int count = 0;
        for (; next < board.length() && count < leave; next++) {
            if (board.silent(next)) {
                board.sent(next, (int) ticks);
                throttle.sent(ticks);
                indices[count++] = next;
            }
        }
        return count;
    }

    /** Whether nothing is left to claim. */
    synchronized boolean over() {
        return ended || next == board.length();
    }

    /** Nothing more is to be sent. */
    synchronized void end() {
        ended = true;
    }

    /** Told how many packets this machine lost so far; nanoseconds until the next may leave. */
    synchronized long pause(long lost) {
        throttle.lost(lost);
        return throttle.pause(System.nanoTime());
    }
}
