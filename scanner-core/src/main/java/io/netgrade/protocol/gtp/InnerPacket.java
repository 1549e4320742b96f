// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.protocol.CodeTable;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** The packet that a G-PDU carries, as far as its headers tell what it is. */
final class InnerPacket {
    private static final CodeTable TUNNELS = CodeTable.read(InnerPacket.class, "tunnel-ports.tsv");
    private static final int ETHERNET_HEADER = 14;
    private static final int ETHERTYPE_AT = 12;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int UDP = 17;
    private static final int UDP_HEADER = 8;

    private InnerPacket() {}

    /**
     * Whether an IP packet begins at {@code from} that ends where its tunnel's message does.
     *
     * @param end of the message as it says, which may lie behind the bytes that there are
     */
    static boolean isIp(ByteView bytes, int from, int end) {
        int octets = end - from;
        if (isVersion4(bytes, from)) {
            int header = 4 * (bytes.u8(from) & 0x0F);
            return header >= IPV4_HEADER && bytes.u16(from + 2) == octets && header <= octets;
        }
        return isVersion6(bytes, from) && IPV6_HEADER + bytes.u16(from + 4) == octets;
    }

    /** Whether an IPv4 packet stands there that ends before its tunnel's message does; its check sum is right. */
    static boolean isPaddedIpv4(ByteView bytes, int from, int end) {
        if (!isVersion4(bytes, from)) {
            return false;
        }
        int header = 4 * (bytes.u8(from) & 0x0F);
        int length = bytes.u16(from + 2);
        return header >= IPV4_HEADER && length >= header && length < end - from && isSound(bytes, from, header);
    }

    /** The check sum of an IPv4 header (RFC 1071). */
    private static boolean isSound(ByteView bytes, int from, int header) {
        if (bytes.length() - from < header) {
            return false;
        }
        int sum = 0;
        for (int at = from; at < from + header; at += 2) {
            sum += bytes.u16(at);
        }
        return (sum & 0xFFFF) + (sum >>> 16) == 0xFFFF;
    }

    static boolean isVersion4(ByteView bytes, int from) {
        return bytes.length() - from >= IPV4_HEADER && bytes.u8(from) >> 4 == 4;
    }

    private static boolean isVersion6(ByteView bytes, int from) {
        return bytes.length() - from >= IPV6_HEADER && bytes.u8(from) >> 4 == 6;
    }

    /** Whether an Ethernet header with a common EtherType stands there. */
    static boolean isEthernet(ByteView bytes, int from) {
        if (bytes.length() - from < ETHERNET_HEADER) {
            return false;
        }
        return switch (bytes.u16(from + ETHERTYPE_AT)) {
            case 0x0800, 0x0806, 0x86DD, 0x8100, 0x88A8 -> true;
            default -> false;
        };
    }

    /** The tunnel protocol whose message the IP packet at {@code from} carries over UDP; null for any other packet. */
    static @Nullable String tunnel(ByteView bytes, int from) {
        boolean four = isVersion4(bytes, from);
        int udp = from + (four ? 4 * (bytes.u8(from) & 0x0F) : IPV6_HEADER);
        int protocol = bytes.u8(from + (four ? 9 : 6));
        boolean fragment = four && (bytes.u16(from + 6) & 0x1FFF) != 0;
        if (protocol != UDP || fragment || bytes.length() - udp <= UDP_HEADER) {
            return null;
        }
        int port = bytes.u16(udp + 2);
        boolean known = TUNNELS.knows(port);
        boolean version = known && versionFits(bytes.u8(udp + UDP_HEADER) >> 5, TUNNELS.column(port, 2));
        return version ? TUNNELS.name(port) : null;
    }

    private static boolean versionFits(int version, String allowed) {
        return allowed.indexOf((char) ('0' + version)) >= 0;
    }
}
