// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import java.nio.ByteBuffer;

/** Writes the headers in front of a probe: Ethernet (14 bytes) and IP, of either version, without options. */
final class Datagram {
    static final int ETHERNET = 14;
    private static final int IPV4 = 20;
    private static final int IPV6 = 40;
    private static final int HOPS = 64;
    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int ETHERTYPE_IPV6 = 0x86DD;
    /** Version 4, five words of header; no fragmentation. */
    private static final int FIRST_IPV4 = 0x4500_0000;

    private static final int WHOLE = 0x4000;

    private Datagram() {}

    static int length(boolean ipv6) {
        return ipv6 ? IPV6 : IPV4;
    }

    /** @param at where the frame begins */
    static void writeEthernet(ByteBuffer bytes, int at, byte[] to, byte[] from, boolean ipv6) {
        for (int i = 0; i < 6; i++) {
            bytes.put(at + i, to[i]);
            bytes.put(at + 6 + i, from[i]);
        }
        bytes.putShort(at + 12, (short) (ipv6 ? ETHERTYPE_IPV6 : ETHERTYPE_IPV4));
    }

    /**
     * @param at where IP begins
     * @param length of what follows
     * @return where that begins
     */
    static int writeIp(ByteBuffer bytes, int at, Spot to, Hop hop, int protocol, int length) {
        if (to.ipv6) {
            bytes.putInt(at, 0x6000_0000);
            bytes.putInt(at + 4, length << 16 | protocol << 8 | HOPS);
            bytes.putLong(at + 8, hop.sourceHigh());
            bytes.putLong(at + 16, hop.sourceLow());
            bytes.putLong(at + 24, to.high);
            bytes.putLong(at + 32, to.low);
            return at + IPV6;
        }
        long sum = (long) (FIRST_IPV4 >>> 16) + IPV4 + length + WHOLE + (HOPS << 8 | protocol);
        bytes.putInt(at, FIRST_IPV4 | (IPV4 + length));
        bytes.putInt(at + 4, WHOLE);
        bytes.putInt(
                at + 8,
                HOPS << 24
                        | protocol << 16
                        | (Checksum.of(sum + Checksum.sum(hop.sourceLow()) + Checksum.sum(to.low)) & 0xFFFF));
        bytes.putInt(at + 12, (int) hop.sourceLow());
        bytes.putInt(at + 16, (int) to.low);
        return at + IPV4;
    }

    /** The sum of the pseudo-header (RFC 9293 section 3.1, RFC 8200 section 8.1). */
    static long pseudoHeader(Spot to, Hop hop, int protocol, int length) {
        return Checksum.sum(hop.sourceHigh())
                + Checksum.sum(hop.sourceLow())
                + Checksum.sum(to.high)
                + Checksum.sum(to.low)
                + protocol
                + length;
    }
}
