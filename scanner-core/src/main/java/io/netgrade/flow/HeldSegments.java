// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** TCP segments of one direction that came before others they follow, copied, few and bounded. */
final class HeldSegments {
    private static final int MOST = 128;
    private static final int[] NONE = {};
    private static final long[] NONE_ON_WIRE = {};

    private final BufferPool pool;
    private final int mostBytes;
    // Made when first needed.
    private int[] sequences = NONE;
    private int[] starts = NONE;
    private int[] lengths = NONE;
    private long[] onWire = NONE_ON_WIRE;
    private int count;
    private int end;
    private byte @Nullable [] buffer;

    private HeldSegments(Holding holding) {
        this.pool = holding.pool();
        this.mostBytes = holding.mostBytes();
    }

    /** How segments are held, the same for every flow. */
    record Holding(BufferPool pool, int mostBytes) {
        HeldSegments begin() {
            return new HeldSegments(this);
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Keeps a copy; false where there is no room. A segment that is held already is not held twice. */
    boolean hold(int sequence, ByteView payload, long lengthOnWire) {
        for (int i = 0; i < count; i++) {
            if (sequences[i] == sequence && lengths[i] >= payload.length() && onWire[i] >= lengthOnWire) {
                return true;
            }
        }
        byte[] into = count < MOST && end + payload.length() <= mostBytes ? room(payload.length()) : null;
        if (into == null) {
            return false;
        }
        if (sequences.length == 0) {
            makeRoomForMost();
        }
        payload.copyTo(into, end, 0, payload.length());
        sequences[count] = sequence;
        starts[count] = end;
        lengths[count] = payload.length();
        onWire[count] = lengthOnWire;
        end += payload.length();
        count++;
        return true;
    }

    private void makeRoomForMost() {
        sequences = new int[MOST];
        starts = new int[MOST];
        lengths = new int[MOST];
        onWire = new long[MOST];
    }

    private byte @Nullable [] room(int more) {
        byte[] old = buffer;
        if (old != null && old.length - end >= more) {
            return old;
        }
        byte[] larger = pool.lend(Math.max(1, end + more));
        if (larger != null && old != null) {
            System.arraycopy(old, 0, larger, 0, end);
            pool.giveBack(old);
        }
        buffer = larger == null ? old : larger;
        return larger;
    }

    /**
     * Whether a segment and one that is held have different bytes in one place.
     *
     * @param one points at one that is held afterwards
     */
    boolean contradict(int sequence, ByteView payload, ByteView one) {
        for (int i = 0; i < count; i++) {
            int ahead = sequences[i] - sequence;
            int from = Math.max(0, ahead);
            int to = (int) Math.min(payload.length(), (long) ahead + lengths[i]);
            if (from < to) {
                show(i, one);
                if (!payload.holds(from, one, from - ahead, to - from)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The segment that begins first, counted from {@code next}; there is one. */
    int first(int next) {
        int first = 0;
        for (int i = 1; i < count; i++) {
            first = sequences[i] - next < sequences[first] - next ? i : first;
        }
        return first;
    }

    int sequence(int index) {
        return sequences[index];
    }

    long onWire(int index) {
        return onWire[index];
    }

    void show(int index, ByteView view) {
        byte[] held = buffer;
        if (held == null) {
            view.clear();
        } else {
            view.wrap(held, starts[index], lengths[index]);
        }
    }

    /** Forgets a segment; its bytes stay valid until the next {@link #hold} or {@link #clear}. */
    void remove(int index) {
        count--;
        sequences[index] = sequences[count];
        starts[index] = starts[count];
        lengths[index] = lengths[count];
        onWire[index] = onWire[count];
        end = count == 0 ? 0 : end;
    }

    void clear() {
        count = 0;
        end = 0;
        if (buffer != null) {
            pool.giveBack(buffer);
            buffer = null;
        }
    }
}
