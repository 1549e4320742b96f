// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * A stack of MPLS labels (RFC 3032). Nothing in it tells what follows: that is IP where it reads as IP, else Ethernet with
 * a control word (RFC 4448) or without.
 *
 * <pre>
 *  [label(20 bits) class(3 bits) bottom(1 bit) time to live(8 bits)]*   [control word(4)]
 * </pre>
 */
final class MplsStack extends LinkLayer {
    private static final int MOST_LABELS = 16;
    private static final int ENTRY = 4;

    @Override
    boolean wrap(ByteView frame, int at, int kind) {
        int behind = at;
        boolean bottom = false;
        for (int labels = 0; !bottom; labels++) {
            if (labels == MOST_LABELS || !has(frame, behind, ENTRY)) {
                return false;
            }
            bottom = (frame.u8(behind + 2) & 1) != 0;
            behind += ENTRY;
        }
        return has(frame, behind, 1) ? below(frame, behind) : leadsTo(EtherType.NONE, behind);
    }

    private boolean below(ByteView frame, int at) {
        boolean ethernet = EthernetHeader.isLikely(frame, at);
        int nibble = frame.u8(at) >>> 4;
        if (nibble == 4 && (!ethernet || isIpv4(frame, at))) {
            return leadsTo(EtherType.IPV4, at);
        }
        if (nibble == 6 && (!ethernet || isIpv6(frame, at))) {
            return leadsTo(EtherType.IPV6, at);
        }
        if (nibble == 0 && EthernetHeader.isLikely(frame, at + ENTRY)) {
            return leadsTo(ETHERNET, at + ENTRY);
        }
        return leadsTo(ethernet ? ETHERNET : EtherType.NONE, at);
    }

    /** Whether the header's checksum is right (RFC 791 section 3.1). */
    private static boolean isIpv4(ByteView frame, int at) {
        int length = (frame.u8(at) & 0x0F) * 4;
        if (length < 20 || !has(frame, at, length)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < length; i += 2) {
            sum += frame.u16(at + i);
        }
        return (sum >>> 16) + (sum & 0xFFFF) == 0xFFFF;
    }

    private static boolean isIpv6(ByteView frame, int at) {
        return has(frame, at, Ipv6Header.LENGTH) && has(frame, at, Ipv6Header.LENGTH + frame.u16(at + 4));
    }
}
