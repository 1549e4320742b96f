// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.wire.ByteView;

/**
 * One direction of an SCTP association (RFC 9260 section 3.3.1): drops chunks that came before, and puts the fragments of
 * a message together where they come in order.
 */
final class SctpSide {
    private static final int END = 1;
    private static final int BEGIN = 2;
    private static final int WINDOW = 64;

    private final Unread message;
    private final int most;
    private boolean started;
    private int highest;
    /** Which of the chunks before the highest have come; bit 0 is the highest itself. */
    private long come;

    private boolean assembling;
    private int nextFragment;

    SctpSide(BufferPool pool, int most) {
        this.message = new Unread(pool);
        this.most = most;
    }

    /** Whether a chunk is new; each is asked of once. */
    boolean isNew(int sequence) {
        if (!started) {
            started = true;
            highest = sequence;
            come = 1;
            return true;
        }
        int ahead = sequence - highest;
        if (ahead > 0) {
            come = ahead >= WINDOW ? 1 : come << ahead | 1;
            highest = sequence;
            return true;
        }
        boolean before = -ahead >= WINDOW || (come & 1L << -ahead) != 0;
        if (!before) {
            come |= 1L << -ahead;
        }
        return !before;
    }

    /** Whether a chunk is a message of its own. */
    static boolean isWhole(int flags) {
        return (flags & (BEGIN | END)) == (BEGIN | END);
    }

    /** What taking a fragment led to. */
    enum Taken {
        /** More of the message is to come. */
        MORE,
        /** A message can never be whole: a fragment is missing, or there is no room. */
        LOST,
        /** {@link #show} has the whole message. */
        WHOLE
    }

    Taken fragment(int sequence, int flags, ByteView payload) {
        boolean first = (flags & BEGIN) != 0;
        boolean expected = assembling && sequence == nextFragment;
        if (!first && !expected) {
            boolean lost = assembling;
            drop();
            return lost ? Taken.LOST : Taken.MORE;
        }
        boolean broken = first && assembling;
        if (first) {
            drop();
        }
        if (message.length() + payload.length() > most || !message.append(payload)) {
            drop();
            return Taken.LOST;
        }
        assembling = true;
        nextFragment = sequence + 1;
        if ((flags & END) != 0) {
            assembling = false;
            return Taken.WHOLE;
        }
        return broken ? Taken.LOST : Taken.MORE;
    }

    void show(ByteView view) {
        message.show(view);
    }

    /** Forgets the message that is being put together, or was. */
    void drop() {
        message.clear();
        assembling = false;
    }

    void clear() {
        drop();
        started = false;
    }
}
