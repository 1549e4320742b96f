// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.vxlan;

import io.netgrade.protocol.Enclosed;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import java.util.List;

/**
 * The header: flags(1) and
 *
 * <pre>
 *  plain    zero(3)          network(3) zero(1)     flags 0x08
 *  policy   flags(1) id(2)   network(3) zero(1)     flags 0x88 (group policy option)
 *  generic  zero(2) next(1)  network(3) zero(1)     flags 0x0C
 * </pre>
 */
final class VxlanPacket {
    private static final int HEADER = 8;
    private static final int ETHERNET_HEADER = 14;
    private static final int PLAIN = 0x08;
    private static final int POLICY = 0x88;
    private static final int GENERIC = 0x0C;
    private static final int ETHERNET = 3;
    private static final List<String> CARRIED = List.of("", "ipv4", "ipv6", "ethernet", "nsh", "mpls");

    static final Octets BEGINNINGS = Octets.of(PLAIN, POLICY, GENERIC);

    private VxlanPacket() {}

    static boolean isSound(ByteView bytes) {
        if (bytes.length() < HEADER + ETHERNET_HEADER || bytes.u8(7) != 0) {
            return false;
        }
        return switch (bytes.u8(0)) {
            case PLAIN -> bytes.u24(1) == 0 && isFrame(bytes);
            case POLICY -> (bytes.u8(1) & 0xB7) == 0 && isFrame(bytes);
            case GENERIC -> bytes.u16(1) == 0 && isCarried(bytes);
            default -> false;
        };
    }

    private static boolean isCarried(ByteView bytes) {
        return switch (bytes.u8(3)) {
            case 1 -> bytes.u8(HEADER) >>> 4 == 4 && bytes.u16(HEADER + 2) == bytes.length() - HEADER;
            case 2 -> bytes.u8(HEADER) >>> 4 == 6;
            case ETHERNET -> isFrame(bytes);
            case 4, 5 -> true;
            default -> false;
        };
    }

    /** Whether the type of an Ethernet frame is one that networks carry, or a length that fits. */
    private static boolean isFrame(ByteView bytes) {
        int type = bytes.u16(HEADER + 12);
        return switch (type) {
            case 0x0800,
                    0x0806,
                    0x8035,
                    0x8100,
                    0x86DD,
                    0x8809,
                    0x8847,
                    0x8848,
                    0x8863,
                    0x8864,
                    0x88A8,
                    0x88CC,
                    0x88E5,
                    0x893F,
                    0x9000,
                    0x9100 -> true;
            default -> type >= 3 && type <= bytes.length() - HEADER - ETHERNET_HEADER;
        };
    }

    static boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (!isSound(bytes)) {
            return false;
        }
        int carried = bytes.u8(0) == GENERIC ? bytes.u8(3) : ETHERNET;
        if (said.isNew(bytes.u24(4) * 16L + carried)) {
            said.state(VxlanFacts.NETWORK.partial(bytes.u24(4), CARRIED.get(carried)));
        }
        Enclosed kind = switch (carried) {
            case 1, 2 -> Enclosed.IP;
            case 5 -> Enclosed.MPLS;
            default -> Enclosed.ETHERNET;
        };
        if (carried != 4) {
            datagram.encloses(kind, HEADER, bytes.length() - HEADER);
        }
        return true;
    }
}
