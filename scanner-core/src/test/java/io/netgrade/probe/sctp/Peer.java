// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.sctp;

import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The user of an association and the other side of it, in bytes: notes what is sent and what is told. */
final class Peer implements AssociationUser {
    static final int TAG = 0x0A0B_0C0D;
    static final int PEER_TAG = 0x5EED_0001;
    static final int FIRST = 100;
    static final int PEER_FIRST = 0xFFFF_FFFE;
    static final byte[] COOKIE = {1, 2, 3, 4, 5};
    private static final int OUR_PORT = 65_300;
    private static final int PEER_PORT = 2_905;

    final Association association = new Association(OUR_PORT, PEER_PORT, TAG, FIRST, true, this);
    final List<ByteView> sent = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    long now = 5_000;

    /** Through the handshake. */
    static Peer established() {
        Peer peer = new Peer();
        peer.association.open(peer.now);
        peer.says(initAck(PEER_TAG, PEER_FIRST, parameter(7, COOKIE)));
        peer.says(chunk(Chunk.COOKIE_ACK, 0));
        peer.sent.clear();
        return peer;
    }

    @Override
    public void send(byte[] packet) {
        sent.add(ByteView.of(packet));
    }

    @Override
    public void opened() {
        told.add("opened");
    }

    @Override
    public void message(long payloadProtocol, byte[] message) {
        told.add(payloadProtocol + " " + new String(message, StandardCharsets.US_ASCII));
    }

    @Override
    public void ended(Ending ending, String detail) {
        told.add(ending + (detail.isEmpty() ? "" : ": " + detail));
    }

    /** A packet of chunks comes. */
    void says(byte[]... chunks) {
        says(TAG, chunks);
    }

    void says(int tag, byte[]... chunks) {
        ByteWriter all = new ByteWriter();
        for (byte[] chunk : chunks) {
            all.bytes(chunk);
        }
        comes(SctpPacket.of(PEER_PORT, OUR_PORT, tag, all.written()));
    }

    void comes(byte[] packet) {
        association.packet(ByteView.of(packet), now);
    }

    /** Until the moment at which the association wants to be asked. */
    void waits() {
        now = association.due();
        association.elapsed(now);
    }

    /** The types of the chunks of all packets that were sent, packets apart. */
    String chunks() {
        StringBuilder types = new StringBuilder();
        for (ByteView packet : sent) {
            types.append(types.isEmpty() ? "" : " | ");
            for (int at = SctpPacket.HEADER; at < packet.length(); at += packet.u16(at + 2) + 3 & ~3) {
                types.append(at == SctpPacket.HEADER ? "" : " ").append(packet.u8(at));
            }
        }
        sent.clear();
        return types.toString();
    }

    ByteView last() {
        return sent.get(sent.size() - 1);
    }

    static byte[] chunk(int type, int flags, int... words) {
        ByteWriter value = new ByteWriter();
        for (int word : words) {
            value.u32(word);
        }
        return SctpPacket.chunk(type, flags, value.written());
    }

    static byte[] initAck(int tag, int first, byte[]... parameters) {
        ByteWriter value = new ByteWriter().u32(tag).u32(65_536).u16(10).u16(10).u32(first);
        for (byte[] parameter : parameters) {
            value.bytes(parameter);
        }
        return SctpPacket.chunk(Chunk.INIT_ACK, 0, value.written());
    }

    static byte[] parameter(int type, byte... value) {
        return new ByteWriter()
                .u16(type)
                .u16(4 + value.length)
                .bytes(value)
                .zeros(-value.length & 3)
                .written();
    }

    /** @param flags begins, ends */
    static byte[] data(int number, int flags, String text) {
        byte[] value =
                new ByteWriter().u32(number).u16(0).u16(0).u32(3).ascii(text).written();
        return SctpPacket.chunk(Chunk.DATA, flags, value);
    }

    static byte[] sack(int number) {
        return chunk(Chunk.SACK, 0, number, 65_536, 0);
    }
}
