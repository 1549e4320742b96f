// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.sctp;

import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The user messages of this side: parted into chunks, numbered, and kept until they are acknowledged. All go in order on
 * stream 0, no more at a time than the initial window of RFC 9260 section 7.2.1.
 */
final class Outflow {
    /** Octets of a user message in one chunk, so that a packet passes every link (RFC 8200 section 5). */
    static final int LARGEST_PART = 1_180;

    private static final int WINDOW = 4_404;

    private final Deque<Part> queued = new ArrayDeque<>();
    private final Deque<Part> outstanding = new ArrayDeque<>();
    private int next;
    private int sequence;
    private int inFlight;
    private long peerWindow;
    private int timed;
    private long timedAt = -1;

    private record Part(int number, ByteView chunk) {}

    /** @param first TSN, as the INIT said */
    Outflow(int first) {
        next = first;
    }

    /** How much the other side has room for. */
    void window(long octets) {
        peerWindow = octets;
    }

    void add(long payloadProtocol, byte[] message) {
        for (int at = 0; at < message.length; at += LARGEST_PART) {
            int length = Math.min(LARGEST_PART, message.length - at);
            int flags = (at == 0 ? Chunk.BEGIN : 0) | (at + length == message.length ? Chunk.END : 0);
            byte[] value = new ByteWriter()
                    .u32(next)
                    .u16(0)
                    .u16(sequence)
                    .u32(payloadProtocol)
                    .bytes(java.util.Arrays.copyOfRange(message, at, at + length))
                    .written();
            queued.add(new Part(next, ByteView.of(SctpPacket.chunk(Chunk.DATA, flags, value))));
            next++;
        }
        sequence = sequence + 1 & 0xFFFF;
    }

    /**
     * Appends the next chunk that may leave now, where it fits; one at least may, if none is under way (section 6.1).
     *
     * @param room octets that are left in the packet
     */
    boolean append(ByteWriter packet, int room, long now) {
        Part part = queued.peek();
        if (part == null || part.chunk().length() > room) {
            return false;
        }
        int length = part.chunk().length();
        if (inFlight > 0 && inFlight + length > Math.min(WINDOW, peerWindow)) {
            return false;
        }
        queued.remove();
        outstanding.add(part);
        inFlight += length;
        if (timedAt < 0) {
            timed = part.number();
            timedAt = now;
        }
        packet.bytes(part.chunk().bytes());
        return true;
    }

    /**
     * The other side has all up to this number.
     *
     * @return whether any of it was not acknowledged before
     */
    boolean acknowledged(int number, long now, Retransmission timer) {
        if (outstanding.isEmpty() || number - outstanding.getLast().number() > 0) {
            return false;
        }
        boolean any = false;
        for (Part first = outstanding.peek();
                first != null && number - first.number() >= 0;
                first = outstanding.peek()) {
            outstanding.remove();
            inFlight -= first.chunk().length();
            any = true;
        }
        if (any && timedAt >= 0 && number - timed >= 0) {
            timer.took(now - timedAt);
            timedAt = -1;
        }
        return any;
    }

    /** Has all that is not acknowledged sent again; how long its answer takes tells nothing (section 6.3.1 C5). */
    void again() {
        while (!outstanding.isEmpty()) {
            queued.addFirst(outstanding.removeLast());
        }
        inFlight = 0;
        timedAt = -1;
    }

    /** Forgets what was never sent. */
    void forgetQueued() {
        queued.clear();
    }

    boolean isUnderWay() {
        return !outstanding.isEmpty();
    }

    boolean isEmpty() {
        return outstanding.isEmpty() && queued.isEmpty();
    }
}
