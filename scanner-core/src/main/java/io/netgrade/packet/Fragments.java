// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.packet.PartialDatagram.State;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/**
 * Puts IP datagrams together again out of their parts (RFC 791 section 3.2, RFC 8200 section 4.5), so many at a time and
 * in so many bytes; the oldest give way. Of bytes that come twice the first count. Allocates nothing before the first
 * part comes, and nothing per part once it has its buffers.
 */
public final class Fragments {
    private static final int SMALLEST = 4096;
    private static final int LARGEST = 65_535;
    /** How long parts that come after the last missing one, and say the same, are copies and no new datagram. */
    private static final long COPIES = 1_000_000_000L;

    private final int mostBytes;
    private final long patience;
    private final int[] hashes;
    private final @Nullable PartialDatagram[] slots;
    private int used;
    private int held;
    private long lost;
    private long overlaps;

    private long sourceHigh;
    private long sourceLow;
    private long destinationHigh;
    private long destinationLow;
    private long name;
    private int hash;
    private int protocol;
    private int wholeLength;
    private final ByteView whole = new ByteView();

    /**
     * @param datagrams put together at a time
     * @param bytes kept of all of them
     * @param patienceNanos how long after its first part the last of a datagram may come
     */
    public Fragments(int datagrams, int bytes, long patienceNanos) {
        mostBytes = bytes;
        patience = patienceNanos;
        hashes = new int[datagrams];
        slots = new @Nullable PartialDatagram[datagrams];
    }

    /** What serves for any traffic that is not made of fragments: 256 datagrams, 8 MiB, 60 seconds (RFC 8200). */
    public static Fragments standard() {
        return new Fragments(256, 8 << 20, 60_000_000_000L);
    }

    /** Whose part comes next. */
    void look(long fromHigh, long fromLow, long toHigh, long toLow, long named) {
        sourceHigh = fromHigh;
        sourceLow = fromLow;
        destinationHigh = toHigh;
        destinationLow = toLow;
        name = named;
        long mixed = (fromHigh * 31 + fromLow) * 31 + (toHigh * 31 + toLow) * 31 + named;
        mixed *= 0x9E37_79B9_7F4A_7C15L;
        hash = (int) (mixed >>> 32);
    }

    /**
     * Takes a part that begins at {@code at}; answers whether its datagram is whole now.
     *
     * @param onWire bytes of the part, of which the frame may hold less
     * @param first the kind of header that the fragmented part begins with, as this part says
     */
    boolean take(ByteView frame, int at, int onWire, int offset, boolean more, int first, long timeNanos) {
        PartialDatagram datagram = find(timeNanos);
        int there = Math.min(onWire, frame.length() - at);
        if (datagram.state() == State.DONE) {
            if (datagram.holds(frame, at, there, offset)) {
                return false;
            }
            datagram.begin(timeNanos);
        }
        if (!makeRoom(datagram, offset + there)) {
            giveUp(datagram);
            return false;
        }
        boolean before = datagram.ambiguous();
        datagram.add(frame, at, there, offset, onWire, more);
        overlaps += datagram.ambiguous() && !before ? 1 : 0;
        if (offset == 0) {
            datagram.protocol(first);
        }
        return datagram.whole() && finish(datagram, timeNanos);
    }

    private boolean finish(PartialDatagram datagram, long timeNanos) {
        datagram.show(whole);
        wholeLength = datagram.total();
        protocol = datagram.protocol();
        datagram.end(State.DONE, timeNanos);
        return true;
    }

    private PartialDatagram find(long timeNanos) {
        for (int i = 0; i < used; i++) {
            PartialDatagram slot = slots[i];
            if (hashes[i] == hash
                    && slot != null
                    && slot.state() != State.FREE
                    && slot.is(sourceHigh, sourceLow, destinationHigh, destinationLow, name)) {
                return overdue(slot, timeNanos) ? begun(i, slot, timeNanos) : slot;
            }
        }
        return begin(timeNanos);
    }

    /** Whether a slot's datagram has had its time, so that another may bear its name. */
    private boolean overdue(PartialDatagram slot, long timeNanos) {
        long age = timeNanos - slot.since();
        return slot.state() == State.DONE ? Math.abs(age) > COPIES : age > patience;
    }

    private PartialDatagram begin(long timeNanos) {
        if (used < slots.length) {
            PartialDatagram fresh = new PartialDatagram();
            slots[used] = fresh;
            used++;
            return begun(used - 1, fresh, timeNanos);
        }
        int victim = victim(null);
        return begun(victim, slot(victim), timeNanos);
    }

    private PartialDatagram begun(int at, PartialDatagram slot, long timeNanos) {
        giveUp(slot);
        slot.name(sourceHigh, sourceLow, destinationHigh, destinationLow, name);
        slot.begin(timeNanos);
        hashes[at] = hash;
        return slot;
    }

    private void giveUp(PartialDatagram slot) {
        lost += slot.state() == State.WAITING ? slot.parts() : 0;
        slot.end(State.FREE, 0);
    }

    /** The slot to be missed least: a free one, else the one that was done longest, else the one that waits longest. */
    private int victim(@Nullable PartialDatagram except) {
        int best = -1;
        for (int i = 0; i < used; i++) {
            PartialDatagram slot = slot(i);
            boolean useful = except == null || (slot != except && slot.capacity() > 0);
            if (useful && (best < 0 || before(slot, slot(best)))) {
                best = i;
            }
        }
        return best;
    }

    private static boolean before(PartialDatagram one, PartialDatagram other) {
        int order = one.state().compareTo(other.state());
        return order < 0 || (order == 0 && one.since() < other.since());
    }

    private PartialDatagram slot(int at) {
        PartialDatagram slot = slots[at];
        if (slot == null) {
            throw new IllegalStateException("slot " + at + " of " + used);
        }
        return slot;
    }

    /** Makes a datagram's buffer hold so many bytes, at the cost of others; false where the cap is below that. */
    private boolean makeRoom(PartialDatagram datagram, int bytes) {
        if (bytes <= datagram.capacity()) {
            return true;
        }
        int wanted = Math.max(SMALLEST, Integer.highestOneBit(bytes - 1) * 2);
        int more = wanted - datagram.capacity();
        int victim = 0;
        while (held + more > mostBytes && victim >= 0) {
            victim = victim(datagram);
            if (victim >= 0) {
                strip(slot(victim));
            }
        }
        if (held + more > mostBytes) {
            return false;
        }
        datagram.capacity(wanted);
        held += more;
        return true;
    }

    private void strip(PartialDatagram slot) {
        giveUp(slot);
        held -= slot.capacity();
        slot.capacity(0);
    }

    /** Whether a part can be one of a datagram at all: no part but the last ends within a block, none beyond 64 KiB. */
    static boolean possible(long onWire, int offset, boolean more) {
        return onWire > 0 && offset + onWire <= LARGEST && !(more && onWire % 8 != 0);
    }

    /** The datagram that {@link #take} has found whole, as far as it was captured; until the next part. */
    ByteView whole() {
        return whole;
    }

    int wholeLength() {
        return wholeLength;
    }

    /** The kind of header that the whole begins with, as its first part said. */
    int protocol() {
        return protocol;
    }

    /** Parts of datagrams that were given up so far: for want of time or of room. */
    public long lost() {
        return lost;
    }

    /** Parts of datagrams that are not whole yet. */
    public long waiting() {
        long sum = 0;
        for (int i = 0; i < used; i++) {
            PartialDatagram slot = slot(i);
            sum += slot.state() == State.WAITING ? slot.parts() : 0;
        }
        return sum;
    }

    /** Datagrams whose parts contradict each other, so that receivers would make different ones of them. */
    public long overlaps() {
        return overlaps;
    }
}
