// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * Frame Relay (ITU-T Q.922) with multiprotocol encapsulation (RFC 2427) or Cisco's.
 *
 * <pre>
 *  address(2 to 4) [control 03(1) padding(0 or 1) network-layer protocol identifier(1)]      Cisco: address type(2)
 * </pre>
 */
final class FrameRelayHeader extends LinkLayer {
    private static final int LONGEST_ADDRESS = 4;
    private static final int UNNUMBERED_INFORMATION = 3;
    private static final int SNAP_FOLLOWS = 0x80;
    private static final int IPV4 = 0xCC;
    private static final int IPV6 = 0x8E;
    private static final int PPP_FOLLOWS = 0xCF;

    @Override
    boolean wrap(ByteView frame, int at, int kind) {
        int length = 1;
        while (has(frame, at, length) && (frame.u8(at + length - 1) & 1) == 0 && length < LONGEST_ADDRESS) {
            length++;
        }
        int behind = at + length;
        if (length < 2 || !has(frame, behind, 3)) {
            return false;
        }
        if (frame.u8(behind) != UNNUMBERED_INFORMATION) {
            int type = frame.u16(behind);
            return leadsTo(type < EthernetHeader.LOWEST_TYPE ? EtherType.NONE : type, behind + 2);
        }
        return identified(frame, frame.u8(behind + 1) == 0 ? behind + 2 : behind + 1);
    }

    private boolean identified(ByteView frame, int at) {
        return switch (frame.u8(at)) {
            case SNAP_FOLLOWS -> leadsTo(SNAP, at + 1);
            case IPV4 -> leadsTo(EtherType.IPV4, at + 1);
            case IPV6 -> leadsTo(EtherType.IPV6, at + 1);
            case PPP_FOLLOWS -> leadsTo(PPP, at + 1);
            default -> leadsTo(LogicalLinkHeader.osi(frame, at), at);
        };
    }
}
