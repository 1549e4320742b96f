// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The data link layer of a DNP3 outstation (IEEE 1815-2012 clause 9) over a stream (clause 13): it answers RESET LINK STATES,
 * TEST LINK STATES and REQUEST LINK STATUS to its own address and, where self-addressing is enabled, to 65532 (9.2.5.2).
 * To other addresses it is silent, and of user data it answers none.
 */
public final class Dnp3Outstation extends HandmadeServer {
    private static final int OWN_ADDRESS = 10;
    private static final int SELF_ADDRESS = 65_532;
    private static final int FIRST_RESERVED_ADDRESS = 65_520;

    private final boolean selfAddressed;

    private Dnp3Outstation(int port, boolean selfAddressed) throws IOException {
        super(port, true);
        this.selfAddressed = selfAddressed;
    }

    public static Dnp3Outstation selfAddressed() throws IOException {
        return new Dnp3Outstation(20_000, true);
    }

    public static Dnp3Outstation silentToStrangers() throws IOException {
        return new Dnp3Outstation(20_000, false);
    }

    public static Dnp3Outstation onUnusualPort() throws IOException {
        return new Dnp3Outstation(0, true);
    }

    /** The header of ten octets, and no user data, which none of the messages answered here has. */
    @Override
    protected byte[] message(DataInputStream in) throws IOException {
        int start = in.readUnsignedByte();
        must(start == 0x05 && in.readUnsignedByte() == 0x64, "no start octets");
        int length = in.readUnsignedByte();
        must(length == 5, "user data of " + (length - 5) + " octets");
        byte[] frame = new byte[10];
        frame[0] = 0x05;
        frame[1] = 0x64;
        frame[2] = 5;
        in.readFully(frame, 3, 7);
        return frame;
    }

    @Override
    protected Reply reply(byte[] frame) throws NotAllowed {
        ByteBuffer in = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        must((in.getShort(8) & 0xFFFF) == checksum(frame), "a wrong CRC");
        int control = in.get(3) & 0xFF;
        must((control & 0x80) != 0, "DIR says that it comes from an outstation");
        must((control & 0x40) != 0, "PRM says that it is a response");
        must((control & 0x20) == 0 || (control & 0x10) != 0, "FCB without FCV");
        int source = in.getShort(6) & 0xFFFF;
        must(source < FIRST_RESERVED_ADDRESS, "a source address that is reserved");
        int destination = in.getShort(4) & 0xFFFF;
        boolean ours = destination == OWN_ADDRESS || (selfAddressed && destination == SELF_ADDRESS);
        return ours ? Reply.of(response(control & 0x1F, source)) : Reply.NONE;
    }

    /** Table 9-3: what a secondary station responds with; FCV is set in TEST LINK STATES and confirmed data alone. */
    private static byte[] response(int functionAndFcv, int to) throws NotAllowed {
        int function = switch (functionAndFcv) {
            case 0, 0x12 -> 0;
            case 9 -> 11;
            default -> throw new NotAllowed("function " + functionAndFcv + " of a primary station");
        };
        ByteBuffer out = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        out.put(hex("056405")).put((byte) function).putShort((short) to).putShort((short) OWN_ADDRESS);
        return out.putShort((short) checksum(out.array())).array();
    }

    /**
     * Of the first eight octets, by division of the polynomial x16+x13+x12+x11+x10+x8+x6+x5+x2+1, the octets' lowest bits
     * first, and inverted (annex E).
     */
    private static int checksum(byte[] frame) {
        int remainder = 0;
        for (int bit = 0; bit < 64; bit++) {
            int next = frame[bit / 8] >> bit % 8 & 1;
            boolean divides = (remainder >> 15 & 1) != next;
            remainder = remainder << 1 & 0xFFFF;
            remainder ^= divides ? 0x3D65 : 0;
        }
        return ~Integer.reverse(remainder << 16) & 0xFFFF;
    }
}
