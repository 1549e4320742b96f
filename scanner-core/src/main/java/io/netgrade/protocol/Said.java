// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.ByteView;
import java.util.Arrays;

/**
 * What a reader has stated of a flow: it states each thing once, so that the next message which says the same makes no
 * fact and allocates nothing. Remembers the newest things, 32 where
 * nothing else is said; one that was forgotten is stated again, which does no harm.
 */
public final class Said {
    private static final int REMEMBERED = 32;
    private static final long[] NOTHING = {};
    private static final int FEW = 4;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final int most;
    // Grows as it is needed: of most flows little is said, and there may be a million of them.
    private long[] keys = NOTHING;
    private int count;
    private int next;
    private long side;
    private ObservationSink sink = (fact, excerpt) -> {};

    public Said() {
        this(REMEMBERED);
    }

    /** @param remembered things; each is compared with what is about to be said */
    public Said(int remembered) {
        most = remembered;
    }

    /** Who speaks from now on, and to whom facts go. What one side says is news although the other side said it. */
    public Said by(Direction direction, ObservationSink to) {
        side = direction == Direction.FROM_CLIENT ? 1 : 2;
        sink = to;
        return this;
    }

    /**
     * Whether that was not yet said by this side; from now on it was.
     *
     * @param what a key for what is about to be stated; the fields themselves, packed, or a {@link #hash} of them
     */
    public boolean isNew(long what) {
        long key = what * SPREAD + side;
        for (int i = 0; i < count; i++) {
            if (keys[i] == key) {
                return false;
            }
        }
        if (count == keys.length && count < most) {
            keys = Arrays.copyOf(keys, Math.min(most, Math.max(FEW, 2 * count)));
            next = count;
        }
        keys[next] = key;
        next = (next + 1) % keys.length;
        count = Math.min(count + 1, keys.length);
        return true;
    }

    public void state(Fact fact) {
        sink.saw(fact);
    }

    /** A key for bytes, together with whatever {@code seed} stands for. */
    public static long hash(long seed, ByteView bytes, int from, int length) {
        long hash = seed * SPREAD + length;
        for (int at = from; at < from + length; at++) {
            hash = (hash ^ bytes.u8(at)) * 0x0000_0100_0000_01B3L;
        }
        return hash ^ hash >>> 29;
    }
}
