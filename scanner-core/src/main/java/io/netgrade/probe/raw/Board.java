// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is known of the endpoints of a stretch of the order: a byte for what answered, and when each was last sent to. An
 * answer that comes twice changes nothing, so nothing else need remember answers.
 */
final class Board {
    /** Endpoints of one stretch; all that is remembered is 5 bytes for each. */
    static final int LENGTH = 1 << 20;

    private static final VarHandle STATES = MethodHandles.arrayElementVarHandle(byte[].class);

    private final long first;
    private final int length;
    private final byte[] states;
    private final int[] sentAt;
    private final AtomicInteger unanswered;
    private final AtomicInteger spoken = new AtomicInteger();

    /** @param first place of the order */
    Board(long first, int length) {
        this.first = first;
        this.length = length;
        this.states = new byte[length];
        this.sentAt = new int[length];
        this.unanswered = new AtomicInteger(length);
    }

    int length() {
        return length;
    }

    /** Where on the board a place of the order is; -1 where it is not. */
    int index(long place) {
        long index = place - first;
        return index >= 0 && index < length ? (int) index : -1;
    }

    long place(int index) {
        return first + index;
    }

    Finding at(int index) {
        return Finding.of((byte) STATES.getAcquire(states, index));
    }

    boolean silent(int index) {
        return (byte) STATES.getAcquire(states, index) == 0;
    }

    /**
     * Notes an answer; false where there was one before. What an endpoint itself says stands against what is said of it.
     */
    boolean answered(int index, Finding finding) {
        byte before = (byte) STATES.getAcquire(states, index);
        boolean better = before == 0 || (finding.own() && !Finding.of(before).own());
        if (!better || !STATES.compareAndSet(states, index, before, finding.code())) {
            return false;
        }
        if (before == 0) {
            unanswered.decrementAndGet();
        }
        if (finding.own()) {
            spoken.incrementAndGet();
        }
        return before == 0;
    }

    /** @param ticks the lower 32 bits of the time */
    void sent(int index, int ticks) {
        sentAt[index] = ticks;
    }

    int sentAt(int index) {
        return sentAt[index];
    }

    int unanswered() {
        return unanswered.get();
    }

    /** How many endpoints have answered themselves. */
    int spoken() {
        return spoken.get();
    }
}
