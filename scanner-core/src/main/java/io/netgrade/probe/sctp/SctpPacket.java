// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.sctp;

import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.util.zip.CRC32C;

/**
 * A packet: the common header (RFC 9260 section 3.1), and the chunks behind it.
 *
 * <pre>
 *  0 source port   2 destination port   4 verification tag   8 CRC32c, lowest byte first   12 chunks
 * </pre>
 */
public final class SctpPacket {
    static final int HEADER = 12;
    /** Octets of one that is sent, so that it passes a link of 1,500 behind IP. */
    static final int LARGEST = 1_452;

    private static final int CHECKSUM_AT = 8;

    private SctpPacket() {}

    /** @param chunks each padded to four octets */
    static byte[] of(int sourcePort, int destinationPort, int tag, byte[] chunks) {
        byte[] packet = new ByteWriter()
                .u16(sourcePort)
                .u16(destinationPort)
                .u32(tag)
                .zeros(4)
                .bytes(chunks)
                .written();
        int sum = checksum(packet);
        for (int i = 0; i < 4; i++) {
            packet[CHECKSUM_AT + i] = (byte) (sum >>> (24 - 8 * i));
        }
        return packet;
    }

    /** Whether the header is whole and the checksum is that of the rest (section 6.8). */
    static boolean sound(ByteView packet) {
        return packet.length() >= HEADER + Chunk.HEADER && packet.i32(CHECKSUM_AT) == checksum(packet.bytes());
    }

    /** The checksum as it stands in the header, which is taken to hold none (RFC 9260 appendix A). */
    public static int checksum(byte... packet) {
        CRC32C sum = new CRC32C();
        sum.update(packet, 0, CHECKSUM_AT);
        sum.update(new byte[4]);
        sum.update(packet, HEADER, packet.length - HEADER);
        return Integer.reverseBytes((int) sum.getValue());
    }

    /** A chunk, padded to four octets. */
    static byte[] chunk(int type, int flags, byte... value) {
        return new ByteWriter()
                .u8(type)
                .u8(flags)
                .u16(Chunk.HEADER + value.length)
                .bytes(value)
                .zeros(-value.length & 3)
                .written();
    }
}
