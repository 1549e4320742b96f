// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;
import java.util.Arrays;
import java.util.BitSet;

/** One IP datagram of which parts have come (RFC 815, with a bit for each block of eight bytes). Used again and again. */
final class PartialDatagram {
    /** What has become of it. */
    enum State {
        FREE,
        /** It was whole; what still comes of it are copies. */
        DONE,
        WAITING
    }

    private static final int BLOCK = 8;

    private final BitSet blocks = new BitSet();
    private byte[] bytes = new byte[0];
    private long sourceHigh;
    private long sourceLow;
    private long destinationHigh;
    private long destinationLow;
    private long name;
    private State state = State.FREE;
    private long since;
    private int parts;
    private int protocol;
    private int total;
    private int highest;
    private int captured;
    private boolean ambiguous;

    boolean is(long fromHigh, long fromLow, long toHigh, long toLow, long named) {
        return sourceLow == fromLow
                && destinationLow == toLow
                && name == named
                && sourceHigh == fromHigh
                && destinationHigh == toHigh;
    }

    void name(long fromHigh, long fromLow, long toHigh, long toLow, long named) {
        sourceHigh = fromHigh;
        sourceLow = fromLow;
        destinationHigh = toHigh;
        destinationLow = toLow;
        name = named;
    }

    void begin(long timeNanos) {
        blocks.clear();
        state = State.WAITING;
        since = timeNanos;
        parts = 0;
        protocol = -1;
        total = -1;
        highest = 0;
        captured = Integer.MAX_VALUE;
        ambiguous = false;
    }

    void end(State as, long timeNanos) {
        state = as;
        since = timeNanos;
    }

    /**
     * Takes a part; of bytes that come twice the first are kept. There is room for it.
     *
     * @param length bytes of it on the wire
     * @param there bytes of it that were captured
     */
    void add(ByteView frame, int at, int there, int offset, int length, boolean more) {
        parts++;
        int end = offset + length;
        if (contradicts(end, more)) {
            ambiguous = true;
            return;
        }
        total = more ? total : end;
        highest = Math.max(highest, end);
        captured = there < length ? Math.min(captured, offset + there) : captured;
        int from = offset / BLOCK;
        int to = (end + BLOCK - 1) / BLOCK;
        int met = blocks.nextSetBit(from);
        if (met < 0 || met >= to) {
            frame.copyTo(bytes, offset, at, there);
        } else {
            merge(frame, at, there, offset, from, to);
        }
        blocks.set(from, to);
    }

    private boolean contradicts(int end, boolean more) {
        return more ? total >= 0 && end > total : end < highest || (total >= 0 && end != total);
    }

    private void merge(ByteView frame, int at, int there, int offset, int from, int to) {
        for (int block = from; block < to; block++) {
            int begin = block * BLOCK - offset;
            int count = Math.min(BLOCK, there - begin);
            if (!blocks.get(block) && count > 0) {
                frame.copyTo(bytes, offset + begin, at + begin, count);
            }
            for (int i = 0; blocks.get(block) && i < count; i++) {
                ambiguous |= bytes[offset + begin + i] != (byte) frame.u8(at + begin + i);
            }
        }
    }

    /** Whether the bytes of a part are those that are kept already. */
    boolean holds(ByteView frame, int at, int there, int offset) {
        boolean same = offset + there <= bytes.length;
        for (int i = 0; same && i < there; i++) {
            same = bytes[offset + i] == (byte) frame.u8(at + i);
        }
        return same;
    }

    boolean whole() {
        return total >= 0 && blocks.nextClearBit(0) * BLOCK >= total;
    }

    /** Bytes of the whole. */
    int total() {
        return total;
    }

    /** Shows the bytes of the whole, as far as they were captured. */
    void show(ByteView view) {
        view.wrap(bytes, 0, Math.min(total, captured));
    }

    /** The kind of header that the first part begins with; -1 where that has not come. */
    int protocol() {
        return protocol;
    }

    void protocol(int number) {
        protocol = protocol < 0 ? number : protocol;
    }

    State state() {
        return state;
    }

    /** When its first part came, or when it was done with. */
    long since() {
        return since;
    }

    int parts() {
        return parts;
    }

    /** Whether parts contradict each other, so that receivers would make different datagrams of them. */
    boolean ambiguous() {
        return ambiguous;
    }

    int capacity() {
        return bytes.length;
    }

    void capacity(int count) {
        bytes = Arrays.copyOf(bytes, count);
    }
}
