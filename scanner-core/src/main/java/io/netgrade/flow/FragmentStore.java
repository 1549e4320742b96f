// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** Copies of the fragments that {@link HeldFragments} has, with what their chunks told of them, in the order they came. */
final class FragmentStore {
    static final int MOST = 128;
    static final int END = 1;
    static final int BEGIN = 2;
    static final int NONE = -1;

    private final BufferPool pool;
    // Made when first needed: most flows never hold a fragment.
    private int[] sequences = {};
    private int[] orders = {};
    private int[] starts = {};
    private int[] lengths = {};
    private int[] flags = {};
    private long[] keys = {};
    private long[] payloadProtocols = {};
    private int count;
    private int ends;
    private int held;
    private int end;
    private byte @Nullable [] buffer;

    FragmentStore(BufferPool pool) {
        this.pool = pool;
    }

    /** False where the pool has no room. There are fewer than {@link #MOST}. */
    boolean add(int sequence, long key, int order, int fragmentFlags, long payloadProtocol, ByteView payload) {
        if (sequences.length == 0) {
            makeRoomForMost();
        }
        byte[] into = room(payload.length());
        if (into == null) {
            return false;
        }
        payload.copyTo(into, end, 0, payload.length());
        sequences[count] = sequence;
        keys[count] = key;
        orders[count] = order;
        flags[count] = fragmentFlags;
        payloadProtocols[count] = payloadProtocol;
        starts[count] = end;
        lengths[count] = payload.length();
        end += payload.length();
        held += payload.length();
        ends += fragmentFlags & END;
        count++;
        return true;
    }

    private void makeRoomForMost() {
        sequences = new int[MOST];
        orders = new int[MOST];
        starts = new int[MOST];
        lengths = new int[MOST];
        flags = new int[MOST];
        keys = new long[MOST];
        payloadProtocols = new long[MOST];
    }

    private byte @Nullable [] room(int more) {
        byte[] old = buffer;
        if (old != null && old.length - end >= more) {
            return old;
        }
        boolean fits = old != null && old.length - held >= more;
        byte[] into = fits ? old : pool.lend(held + more);
        if (into == null) {
            return null;
        }
        if (old != null) {
            moveToFront(old, into);
        }
        if (old != null && into != old) {
            pool.giveBack(old);
        }
        buffer = into;
        return into;
    }

    /** Moves what is held to the front of a buffer, perhaps of the same. */
    private void moveToFront(byte[] from, byte[] into) {
        int to = 0;
        for (int i = 0; i < count; i++) {
            System.arraycopy(from, starts[i], into, to, lengths[i]);
            starts[i] = to;
            to += lengths[i];
        }
        end = to;
    }

    /** The fragment with a key and a place in the order, or {@link #NONE}. */
    int find(long key, int order) {
        for (int i = count - 1; i >= 0; i--) {
            if (orders[i] == order && keys[i] == key) {
                return i;
            }
        }
        return NONE;
    }

    /** The fragment before another of the same message. */
    int before(int index) {
        return find(keys[index], orders[index] - 1);
    }

    /** The fragment behind another of the same message. */
    int behind(int index) {
        return find(keys[index], orders[index] + 1);
    }

    /** Whether a fragment came, and lies, straight behind another of its message. */
    boolean adjoins(int index, int before) {
        return index < count
                && keys[index] == keys[before]
                && orders[index] == orders[before] + 1
                && starts[index] == starts[before] + lengths[before];
    }

    /** Forgets the fragments of a message from one place in the order to another. */
    void remove(long key, int from, int to) {
        int kept = 0;
        held = 0;
        ends = 0;
        for (int i = 0; i < count; i++) {
            if (keys[i] != key || orders[i] - from < 0 || to - orders[i] < 0) {
                move(i, kept);
                held += lengths[kept];
                ends += flags[kept] & END;
                kept++;
            }
        }
        count = kept;
        if (count == 0) {
            clear();
        }
    }

    private void move(int from, int to) {
        sequences[to] = sequences[from];
        keys[to] = keys[from];
        orders[to] = orders[from];
        flags[to] = flags[from];
        payloadProtocols[to] = payloadProtocols[from];
        starts[to] = starts[from];
        lengths[to] = lengths[from];
    }

    int count() {
        return count;
    }

    /** Octets of all. */
    int held() {
        return held;
    }

    /** Whether any is the end of its message. */
    boolean hasEnd() {
        return ends > 0;
    }

    int sequence(int index) {
        return sequences[index];
    }

    int order(int index) {
        return orders[index];
    }

    long key(int index) {
        return keys[index];
    }

    long payloadProtocol(int index) {
        return payloadProtocols[index];
    }

    boolean begins(int index) {
        return (flags[index] & BEGIN) != 0;
    }

    boolean ends(int index) {
        return (flags[index] & END) != 0;
    }

    /** Points a view at the bytes of fragments that adjoin. */
    ByteView show(int first, int last, ByteView view) {
        byte[] from = buffer;
        return from == null
                ? view.clear()
                : view.wrap(from, starts[first], starts[last] + lengths[last] - starts[first]);
    }

    void clear() {
        count = 0;
        ends = 0;
        held = 0;
        end = 0;
        if (buffer != null) {
            pool.giveBack(buffer);
            buffer = null;
        }
    }
}
