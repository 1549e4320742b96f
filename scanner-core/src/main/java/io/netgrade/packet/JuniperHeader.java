// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * What Juniper's routers put before a frame in the captures that they make of themselves.
 *
 * <pre>
 *  4D 47 43 flags(1) [length(2) extensions]   [without link layer: kind(4, little-endian)]
 * </pre>
 */
final class JuniperHeader extends LinkLayer {
    private static final int MAGIC = 0x4D4743;
    private static final int WITHOUT_LINK_LAYER = 0x02;
    private static final int EXTENDED = 0x80;

    @Override
    boolean wrap(ByteView frame, int at, int kind) {
        if (!has(frame, at, 6) || frame.u24(at) != MAGIC) {
            return false;
        }
        int flags = frame.u8(at + 3);
        int length = (flags & EXTENDED) == 0 ? 4 : 6 + frame.u16(at + 4);
        if (!has(frame, at, length)) {
            return false;
        }
        return (flags & WITHOUT_LINK_LAYER) == 0 ? leadsTo(within(kind), at + length) : bare(frame, at + length);
    }

    private static int within(int kind) {
        return switch (kind) {
            case JUNIPER_ETHERNET -> ETHERNET;
            case JUNIPER_PPP -> PPP;
            case JUNIPER_FRAME_RELAY -> FRAME_RELAY;
            default -> CISCO_HDLC;
        };
    }

    private boolean bare(ByteView frame, int at) {
        if (!has(frame, at, 4)) {
            return false;
        }
        return switch (littleEndian32(frame, at)) {
            // IP, alone or taken out of MPLS
            case 2, 3, 6, 7 -> leadsTo(BARE, at + 4);
            // MPLS, or IP that goes into it
            case 4, 5, 8 -> leadsTo(EtherType.MPLS, at + 4);
            default -> leadsTo(EtherType.NONE, at + 4);
        };
    }
}
