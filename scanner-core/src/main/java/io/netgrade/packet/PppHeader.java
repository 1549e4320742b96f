// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * PPP (RFC 1661), with the address and control of HDLC-like framing (RFC 1662) where they were not left out, and with the
 * protocol in one byte where it was compressed; and Cisco's HDLC, which has an EtherType in that place.
 *
 * <pre>
 *  [address(1) control(1)] protocol(1 or 2)        Cisco: address(1) zero(1) type(2)
 * </pre>
 */
final class PppHeader extends LinkLayer {
    private static final int ALL_STATIONS = 0xFF03;
    private static final int CISCO_UNICAST = 0x0F;
    private static final int CISCO_BROADCAST = 0x8F;
    /** Cisco HDLC's number for OSI. */
    private static final int CISCO_OSI = 0xFEFE;

    private static final int IPV4 = 0x0021;
    private static final int OSI = 0x0023;
    private static final int BRIDGED = 0x0031;
    private static final int MULTILINK = 0x003D;
    private static final int IPV6 = 0x0057;
    private static final int MPLS = 0x0281;
    private static final int MPLS_MULTICAST = 0x0283;
    /** A multilink header with a long number, of a packet that is whole (RFC 1990 section 3). */
    private static final int WHOLE_PACKET = 0xC0;

    @Override
    boolean wrap(ByteView frame, int at, int kind) {
        if (!has(frame, at, 4)) {
            return false;
        }
        boolean cisco = frame.u8(at) == CISCO_UNICAST || frame.u8(at) == CISCO_BROADCAST;
        return switch (kind) {
            case CISCO_HDLC -> cisco(frame, at);
            case HDLC -> cisco ? cisco(frame, at) : framed(frame, at);
            case PPP_DIRECTED -> protocol(frame, at + 2);
            case PPP_WITH_DIRECTION -> framed(frame, at + 1);
            default -> framed(frame, at);
        };
    }

    private boolean cisco(ByteView frame, int at) {
        int type = frame.u16(at + 2);
        if (type == CISCO_OSI) {
            boolean padded = has(frame, at, 5) && frame.u8(at + 4) == 3;
            int osiAt = at + (padded ? 5 : 4);
            return leadsTo(LogicalLinkHeader.osi(frame, osiAt), osiAt);
        }
        return leadsTo(type < EthernetHeader.LOWEST_TYPE ? EtherType.NONE : type, at + 4);
    }

    private boolean framed(ByteView frame, int at) {
        return protocol(frame, frame.u16(at) == ALL_STATIONS ? at + 2 : at);
    }

    private boolean protocol(ByteView frame, int at) {
        boolean compressed = has(frame, at, 1) && (frame.u8(at) & 1) != 0;
        if (!has(frame, at, compressed ? 1 : 2)) {
            return false;
        }
        int behind = at + (compressed ? 1 : 2);
        return switch (compressed ? frame.u8(at) : frame.u16(at)) {
            case IPV4 -> leadsTo(EtherType.IPV4, behind);
            case IPV6 -> leadsTo(EtherType.IPV6, behind);
            case MPLS, MPLS_MULTICAST -> leadsTo(EtherType.MPLS, behind);
            case OSI -> leadsTo(LogicalLinkHeader.osi(frame, behind), behind);
            case BRIDGED -> bridged(frame, behind);
            case MULTILINK -> multilink(frame, behind);
            default -> leadsTo(EtherType.NONE, behind);
        };
    }

    /** Flags and the kind of LAN, 1 for Ethernet (RFC 3518 section 4.2). */
    private boolean bridged(ByteView frame, int at) {
        return leadsTo(has(frame, at, 2) && frame.u8(at + 1) == 1 ? ETHERNET : EtherType.NONE, at + 2);
    }

    private boolean multilink(ByteView frame, int at) {
        boolean whole = has(frame, at, 4) && frame.u8(at) == WHOLE_PACKET;
        return leadsTo(whole ? PPP : EtherType.NONE, whole ? at + 4 : at);
    }
}
