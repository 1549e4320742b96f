// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.sctp;

import io.netgrade.wire.ByteView;

/** What the packets of one association are known by: its ports, and the tag of each side (RFC 9260 section 8.5). */
final class Tags {
    private final int sourcePort;
    private final int destinationPort;
    private final int own;
    private final boolean checked;
    private int peer;

    /**
     * @param own tag of this side
     * @param checked false on the loopback interface, where stacks leave the checksum out
     */
    Tags(int sourcePort, int destinationPort, int own, boolean checked) {
        this.sourcePort = sourcePort;
        this.destinationPort = destinationPort;
        this.own = own;
        this.checked = checked;
    }

    int own() {
        return own;
    }

    /** The other side has said its tag. */
    void peer(int tag) {
        peer = tag;
    }

    /**
     * Whether a packet is of this association (sections 6.8, 8.5, 8.5.1).
     *
     * @param peerKnown whether the other side has said its tag
     */
    boolean believed(ByteView packet, boolean peerKnown) {
        if (packet.length() < SctpPacket.HEADER + Chunk.HEADER
                || packet.u16(0) != destinationPort
                || packet.u16(2) != sourcePort
                || (checked && !SctpPacket.sound(packet))) {
            return false;
        }
        int type = packet.u8(SctpPacket.HEADER);
        boolean reflected = (type == Chunk.ABORT || type == Chunk.SHUTDOWN_COMPLETE)
                && (packet.u8(SctpPacket.HEADER + 1) & Chunk.REFLECTED) != 0;
        return reflected ? peerKnown && packet.i32(4) == peer : packet.i32(4) == own;
    }

    /** A packet to the other side. */
    byte[] packet(byte... chunks) {
        return SctpPacket.of(sourcePort, destinationPort, peer, chunks);
    }

    /** One that asks for an association: its receiver has no tag yet. */
    byte[] asking(byte... init) {
        return SctpPacket.of(sourcePort, destinationPort, 0, init);
    }
}
