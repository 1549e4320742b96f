// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.geneve;

import io.netgrade.protocol.Enclosed;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/**
 * The header: version(2 bits) 0, options' length in words(6), O C zero(6), type(2), network(3) zero(1), then options of
 * class(2) type(1) zero(3 bits) length in words(5).
 */
final class GenevePacket {
    private static final int HEADER = 8;
    private static final int IPV4 = 0x0800;
    private static final int ETHERNET = 0x6558;
    private static final int IPV6 = 0x86DD;
    private static final int MPLS = 0x8847;

    private GenevePacket() {}

    /** Octets of a sound header, behind which something is carried; else 0. */
    static int headerLength(ByteView bytes) {
        if (bytes.length() < HEADER || (bytes.u8(0) & 0xC0) != 0 || (bytes.u8(1) & 0x3F) != 0 || bytes.u8(7) != 0) {
            return 0;
        }
        int end = HEADER + (bytes.u8(0) & 0x3F) * 4;
        return end <= bytes.length() && hasSoundOptions(bytes, end) && isCarried(bytes, end) ? end : 0;
    }

    private static boolean hasSoundOptions(ByteView bytes, int end) {
        int at = HEADER;
        while (end - at >= 4 && (bytes.u8(at + 3) & 0xE0) == 0) {
            at += 4 + bytes.u8(at + 3) * 4;
        }
        return at == end;
    }

    private static boolean isCarried(ByteView bytes, int at) {
        int left = bytes.length() - at;
        return switch (bytes.u16(2)) {
            case IPV4 -> left >= 20 && bytes.u8(at) >>> 4 == 4;
            case IPV6 -> left >= 40 && bytes.u8(at) >>> 4 == 6;
            case ETHERNET -> left >= 14 && (bytes.u16(at + 12) >= 0x0600 || bytes.u16(at + 12) <= left - 14);
            case MPLS -> left >= 4;
            default -> false;
        };
    }

    static boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        int at = headerLength(bytes);
        if (at == 0) {
            return false;
        }
        int type = bytes.u16(2);
        if (said.isNew((long) type << 32 | bytes.u24(4))) {
            String carried = switch (type) {
                case IPV4 -> "ipv4";
                case IPV6 -> "ipv6";
                case MPLS -> "mpls";
                default -> "ethernet";
            };
            said.state(GeneveFacts.NETWORK.partial(bytes.u24(4), carried));
        }
        Enclosed kind = type == ETHERNET ? Enclosed.ETHERNET : type == MPLS ? Enclosed.MPLS : Enclosed.IP;
        datagram.encloses(kind, at, bytes.length() - at);
        return true;
    }
}
