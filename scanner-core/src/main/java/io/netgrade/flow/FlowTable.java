// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.endpoint.Transport;
import io.netgrade.packet.Packet;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * All known flows by address, port and transport, in primitive arrays: a hash index with linear probing over entries that
 * lie densely. Both directions of a flow are one entry; the end with the lower address and port is side 0.
 *
 * <p>Ask {@link #look} first: {@link #find}, {@link #add} and {@link #side} are about the packet looked at last.
 */
final class FlowTable {
    static final int NONE = -1;

    private static final Transport[] TRANSPORTS = {Transport.UDP, Transport.TCP, Transport.SCTP, Transport.IP};
    private static final long IPV6 = 4;
    private static final int KEY = 5;
    private static final int FIRST_CAPACITY = 1024;
    /** Entries compared to find one that was silent long. */
    private static final int SAMPLE = 16;

    private final int most;
    // Keyed anew each run, so that nobody can prepare packets that all fall into one place.
    private final long seed = new SplittableRandom().nextLong();
    private int size;
    private int hand;
    private int[] slots = new int[FIRST_CAPACITY * 4];
    private long[] keys = new long[FIRST_CAPACITY * KEY];
    private int[] hashes = new int[FIRST_CAPACITY];
    private long[] lastSeen = new long[FIRST_CAPACITY];
    private int[] states = new int[FIRST_CAPACITY];
    private int[] sequences = new int[FIRST_CAPACITY * 2];
    private @Nullable Flow[] flows = new @Nullable Flow[FIRST_CAPACITY];

    private long lowHigh;
    private long lowLow;
    private long highHigh;
    private long highLow;
    private long ports;
    private int hash;
    private int side;

    FlowTable(int most) {
        this.most = most;
    }

    /** Takes the key of a packet. For {@link Transport#IP} the protocol's number stands where the ports stand else. */
    void look(Packet packet, Transport transport) {
        boolean bare = transport == Transport.IP;
        int sourcePort = bare ? packet.protocol() : packet.sourcePort();
        int destinationPort = bare ? packet.protocol() : packet.destinationPort();
        long sourceHigh = packet.sourceHigh();
        long sourceLow = packet.sourceLow();
        long destinationHigh = packet.destinationHigh();
        long destinationLow = packet.destinationLow();
        int order = Long.compareUnsigned(sourceHigh, destinationHigh);
        order = order != 0 ? order : Long.compareUnsigned(sourceLow, destinationLow);
        order = order != 0 ? order : Integer.compare(sourcePort, destinationPort);
        boolean low = order <= 0;
        side = low ? 0 : 1;
        lowHigh = low ? sourceHigh : destinationHigh;
        lowLow = low ? sourceLow : destinationLow;
        highHigh = low ? destinationHigh : sourceHigh;
        highLow = low ? destinationLow : sourceLow;
        long lowPort = low ? sourcePort : destinationPort;
        long highPort = low ? destinationPort : sourcePort;
        long kind = code(transport) | (packet.isIpv6() ? IPV6 : 0);
        ports = kind << 32 | lowPort << 16 | highPort;
        hash = mixed();
    }

    private static long code(Transport transport) {
        return switch (transport) {
            case UDP -> 0;
            case TCP -> 1;
            case SCTP -> 2;
            case IP -> 3;
        };
    }

    private int mixed() {
        long h = mix(seed ^ lowHigh);
        h = mix(h ^ lowLow);
        h = mix(h ^ highHigh);
        h = mix(h ^ highLow);
        h = mix(h ^ ports);
        return (int) (h ^ h >>> 32);
    }

    private static long mix(long value) {
        long h = value * 0x9E37_79B9_7F4A_7C15L;
        return h ^ h >>> 29;
    }

    /** Which side sent the packet looked at: 0 or 1. */
    int side() {
        return side;
    }

    /** The packet's flow, or {@link #NONE}. */
    int find() {
        int mask = slots.length - 1;
        for (int slot = hash & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            int entry = slots[slot] - 1;
            if (hashes[entry] == hash && holdsKey(entry * KEY)) {
                return entry;
            }
        }
        return NONE;
    }

    private boolean holdsKey(int at) {
        return keys[at] == lowHigh
                && keys[at + 1] == lowLow
                && keys[at + 2] == highHigh
                && keys[at + 3] == highLow
                && keys[at + 4] == ports;
    }

    boolean full() {
        return size == most;
    }

    int size() {
        return size;
    }

    /** Adds the packet's flow to a table that is not full. */
    int add() {
        if (size == hashes.length) {
            grow();
        }
        int entry = size;
        size++;
        put(entry);
        return entry;
    }

    /** Gives an entry to the packet's flow instead of the one it held. */
    void replace(int entry) {
        unlink(entry);
        put(entry);
    }

    /** The entry that was silent longest among a few, another few with each call. */
    int oldest() {
        int oldest = hand % size;
        for (int i = 0; i < SAMPLE; i++) {
            int entry = hand % size;
            hand = entry + 1;
            oldest = lastSeen[entry] < lastSeen[oldest] ? entry : oldest;
        }
        return oldest;
    }

    private void put(int entry) {
        int at = entry * KEY;
        keys[at] = lowHigh;
        keys[at + 1] = lowLow;
        keys[at + 2] = highHigh;
        keys[at + 3] = highLow;
        keys[at + 4] = ports;
        hashes[entry] = hash;
        states[entry] = 0;
        flows[entry] = null;
        index(entry);
    }

    private void index(int entry) {
        int mask = slots.length - 1;
        int slot = hashes[entry] & mask;
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = entry + 1;
    }

    /** Takes an entry out of the index; those behind it move up, so that no probe ends too early. */
    private void unlink(int entry) {
        int mask = slots.length - 1;
        int hole = hashes[entry] & mask;
        while (slots[hole] != entry + 1) {
            hole = hole + 1 & mask;
        }
        slots[hole] = 0;
        for (int slot = hole + 1 & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            int home = hashes[slots[slot] - 1] & mask;
            if ((slot - home & mask) >= (slot - hole & mask)) {
                slots[hole] = slots[slot];
                slots[slot] = 0;
                hole = slot;
            }
        }
    }

    private void grow() {
        int capacity = Math.min(hashes.length * 2, Math.max(most, FIRST_CAPACITY));
        keys = Arrays.copyOf(keys, capacity * KEY);
        hashes = Arrays.copyOf(hashes, capacity);
        lastSeen = Arrays.copyOf(lastSeen, capacity);
        states = Arrays.copyOf(states, capacity);
        sequences = Arrays.copyOf(sequences, capacity * 2);
        flows = Arrays.copyOf(flows, capacity);
        slots = new int[Integer.highestOneBit(capacity) * 4];
        for (int entry = 0; entry < size; entry++) {
            index(entry);
        }
    }

    void touch(int entry, long timeNanos) {
        lastSeen[entry] = timeNanos;
    }

    /** When the flow's newest packet was seen, in nanoseconds. */
    long lastSeen(int entry) {
        return lastSeen[entry];
    }

    /** The bits of {@link FlowState}. */
    int state(int entry) {
        return states[entry];
    }

    void state(int entry, int bits) {
        states[entry] = bits;
    }

    /**
     * The sequence number of a side's SYN. Of an accepted association, the server's side has the frame that accepted it
     * and the other the number of the capture.
     */
    int sequence(int entry, int ofSide) {
        return sequences[entry * 2 + ofSide];
    }

    void sequence(int entry, int ofSide, int number) {
        sequences[entry * 2 + ofSide] = number;
    }

    @Nullable
    Flow flow(int entry) {
        return flows[entry];
    }

    void flow(int entry, @Nullable Flow flow) {
        flows[entry] = flow;
    }

    Transport transport(int entry) {
        return TRANSPORTS[(int) (keys[entry * KEY + 4] >>> 32) & 3];
    }

    boolean isTcp(int entry) {
        return transport(entry) == Transport.TCP;
    }

    boolean isIpv6(int entry) {
        return (keys[entry * KEY + 4] >>> 32 & IPV6) != 0;
    }

    int port(int entry, int ofSide) {
        return (int) (keys[entry * KEY + 4] >>> (ofSide == 0 ? 16 : 0)) & 0xFFFF;
    }

    long addressHigh(int entry, int ofSide) {
        return keys[entry * KEY + ofSide * 2];
    }

    long addressLow(int entry, int ofSide) {
        return keys[entry * KEY + ofSide * 2 + 1];
    }
}
