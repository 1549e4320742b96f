// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A controller that speaks S7comm: TPKT of RFC 1006 clause 6, the class 0 connection of X.224 (ISO 8073) clauses 13.3, 13.4
 * and 13.7, and Setup Communication as its makers' driver and the public descriptions of S7comm have it. It sits in rack
 * 0, slot 2, or in another slot, and then refuses the connection with a disconnect request (X.224 clause 13.5).
 */
public final class S7Controller extends HandmadeServer {
    private static final int REQUEST = 0xE0;
    private static final int DATA = 0xF0;
    private static final int OWN_REFERENCE = 0x000C;

    private static final int ANY = -1;

    private final int slot;

    private S7Controller(int port, int slot) throws IOException {
        super(port, true);
        this.slot = slot;
    }

    /** None at all: MMS or the like, at whatever selector, which aborts the session at other words (X.225 8.3.9). */
    public static S7Controller ofAnotherApplication() throws IOException {
        return new S7Controller(102, ANY);
    }

    public static S7Controller inSlot(int slot) throws IOException {
        return new S7Controller(102, slot);
    }

    public static S7Controller onUnusualPort() throws IOException {
        return new S7Controller(0, 2);
    }

    @Override
    protected byte[] message(DataInputStream in) throws IOException {
        int version = in.readUnsignedByte();
        must(version == 3, "version " + version + " of TPKT");
        must(in.readUnsignedByte() == 0, "the reserved octet of TPKT is used");
        int length = in.readUnsignedShort();
        must(length >= 7, "a TPKT of " + length + " octets");
        byte[] unit = new byte[length - 4];
        in.readFully(unit);
        return unit;
    }

    @Override
    protected Reply reply(byte[] unit) throws NotAllowed {
        ByteBuffer in = ByteBuffer.wrap(unit);
        int header = in.get() & 0xFF;
        int code = in.get() & 0xFF;
        if (code == REQUEST) {
            must(header == unit.length - 1, "a connection request with user data");
            return connected(in);
        }
        must(code == DATA && header == 2 && (in.get() & 0xFF) == 0x80, "neither a connection request nor whole data");
        Reply set = setUp(in);
        return slot == ANY ? new Reply(hex("0300000902f0801900"), true) : set;
    }

    private Reply connected(ByteBuffer in) throws NotAllowed {
        must(in.getShort() == 0, "a connection request with a destination reference");
        short reference = in.getShort();
        must(reference != 0, "a source reference of 0");
        must(in.get() == 0, "another class than 0");
        int size = 0;
        int called = -1;
        while (in.hasRemaining()) {
            int parameter = in.get() & 0xFF;
            int length = in.get();
            switch (parameter) {
                case 0xC0 -> size = in.get();
                case 0xC1 -> must(length == 2 && in.getShort() >= 0x0100, "no calling selector of S7");
                case 0xC2 -> called = length == 2 ? in.getShort() : -1;
                default -> throw new NotAllowed("parameter " + parameter + " of a connection request");
            }
        }
        must(size >= 7 && size <= 11, "units of 2^" + size + " octets in class 0");
        must(called >> 8 >= 1 && called >> 8 <= 3, "the kind of connection is none of programmer, panel, other");
        if (slot != ANY && (called & 0xFF) != slot) {
            // Reason 3 of a disconnect request: address unknown (X.224 13.5.3).
            byte[] disconnect = ByteBuffer.allocate(11)
                    .put(hex("0300000b0680"))
                    .putShort(reference)
                    .put(hex("000003"))
                    .array();
            return new Reply(disconnect, true);
        }
        return Reply.of(ByteBuffer.allocate(22)
                .put(hex("0300001611d0"))
                .putShort(reference)
                .putShort((short) OWN_REFERENCE)
                .put(hex("00 c0010a c1020100"))
                .put(hex("c202"))
                .putShort((short) called)
                .array());
    }

    /** Protocol 32, kind 1, reserved, reference, 8 octets of parameters, no data; F0, 0, calls each way, longest message. */
    private static Reply setUp(ByteBuffer in) throws NotAllowed {
        must(in.remaining() == 18, "a job of " + in.remaining() + " octets");
        must(in.get() == 0x32 && in.get() == 1 && in.getShort() == 0, "no job of S7comm");
        short reference = in.getShort();
        must(in.getShort() == 8 && in.getShort() == 0, "lengths of another job");
        must((in.get() & 0xFF) == 0xF0 && in.get() == 0, "another job than Setup Communication");
        must(in.getShort() >= 1, "no call at a time to the controller");
        must(in.getShort() >= 1, "no call at a time from the controller");
        must(in.getShort() >= 240, "messages that are too short");
        return Reply.of(ByteBuffer.allocate(27)
                .put(hex("0300001b02f080 32030000"))
                .putShort(reference)
                .put(hex("00080000 0000 f0000001000100f0"))
                .array());
    }
}
