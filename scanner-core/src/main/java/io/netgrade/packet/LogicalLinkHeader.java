// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * Logical link control with unnumbered information (ISO 8802-2), and SNAP (RFC 1042, RFC 2684, RFC 2427).
 *
 * <pre>
 *  destination(1) source(1) control(1) [SNAP: OUI(3) protocol(2)]
 * </pre>
 */
final class LogicalLinkHeader extends LinkLayer {
    private static final int LENGTH = 3;
    private static final int SNAP_LENGTH = 5;
    private static final int SNAP_POINTS = 0xAAAA03;
    private static final int OSI_POINTS = 0xFEFE03;
    private static final int IP_POINTS = 0x060603;
    private static final int SPANNING_TREE_POINTS = 0x424203;
    /** Intradomain routing protocol discriminator (ISO 10589). */
    private static final int ISIS_DISCRIMINATOR = 0x83;

    private static final int OUI_CISCO = 0x00000C;
    private static final int CISCO_SPANNING_TREE = 0x010B;
    private static final int OUI_CISCO_BRIDGED = 0x0000F8;
    private static final int OUI_8021 = 0x0080C2;

    @Override
    boolean wrap(ByteView frame, int at, int kind) {
        if (kind == SNAP) {
            return snap(frame, at, 0);
        }
        if (!has(frame, at, LENGTH)) {
            return false;
        }
        return switch (frame.u24(at)) {
            case SNAP_POINTS -> snap(frame, at + LENGTH, kind == LLC_IN_ATM ? 2 : 0);
            case OSI_POINTS -> leadsTo(osi(frame, at + LENGTH), at + LENGTH);
            case IP_POINTS -> leadsTo(EtherType.IPV4, at + LENGTH);
            case SPANNING_TREE_POINTS -> leadsTo(EtherType.SPANNING_TREE, at + LENGTH);
            default -> leadsTo(EtherType.NONE, at);
        };
    }

    /** @param pad bytes before a bridged frame */
    private boolean snap(ByteView frame, int at, int pad) {
        if (!has(frame, at, SNAP_LENGTH)) {
            return false;
        }
        int organisation = frame.u24(at);
        int protocol = frame.u16(at + 3);
        int behind = at + SNAP_LENGTH;
        if (organisation == OUI_8021) {
            // With and without the frame check sequence.
            boolean ethernet = protocol == 1 || protocol == 7;
            return ethernet ? leadsTo(ETHERNET, behind + pad) : leadsTo(EtherType.NONE, behind);
        }
        if (organisation == OUI_CISCO) {
            return leadsTo(cisco(protocol), behind);
        }
        boolean type =
                (organisation == 0 || organisation == OUI_CISCO_BRIDGED) && protocol >= EthernetHeader.LOWEST_TYPE;
        return leadsTo(type ? protocol : EtherType.NONE, behind);
    }

    private static int cisco(int protocol) {
        return switch (protocol) {
            case CISCO_SPANNING_TREE -> EtherType.SPANNING_TREE;
            case EtherType.CISCO_DISCOVERY, EtherType.CISCO_TRUNKING -> protocol;
            default -> EtherType.NONE;
        };
    }

    /** What an OSI network-layer protocol identifier says (ISO 9577). */
    static int osi(ByteView frame, int at) {
        return has(frame, at, 1) && frame.u8(at) == ISIS_DISCRIMINATOR ? EtherType.ISIS : EtherType.NONE;
    }

    static boolean isLikely(ByteView frame, int at) {
        int points = frame.u24(at);
        return points == SNAP_POINTS || points == OSI_POINTS || points == SPANNING_TREE_POINTS;
    }
}
