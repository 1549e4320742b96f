// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ipip;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Enclosed;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** The packet within, and the reader of both tunnels. */
final class IpInIp {
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int SOURCE = 8;
    private static final int DESTINATION = 24;
    private static final long ISATAP = 0x0000_5EFE;
    private static final long ISATAP_GLOBAL = 0x0200_5EFE;

    private IpInIp() {}

    static boolean isIpv4(ByteView bytes) {
        return bytes.length() >= IPV4_HEADER
                && bytes.u8(0) >>> 4 == 4
                && (bytes.u8(0) & 0x0F) >= 5
                && bytes.u16(2) >= IPV4_HEADER
                && bytes.u16(2) <= bytes.length();
    }

    static boolean isIpv6(ByteView bytes) {
        return bytes.length() >= IPV6_HEADER && bytes.u8(0) >>> 4 == 6 && bytes.u16(4) + IPV6_HEADER <= bytes.length();
    }

    static Recognition recognize(Opening opening, int ipProtocol, boolean sound) {
        boolean carried = opening.transport() == Transport.IP && opening.initiatorPort() == ipProtocol;
        return carried && sound ? Recognition.PEERS : Recognition.NO;
    }

    static boolean readFourInIp(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (!isIpv4(bytes)) {
            return false;
        }
        if (said.isNew(4)) {
            said.state(IpipFacts.FOUR.partial("ipv4"));
        }
        datagram.encloses(Enclosed.IP, 0, bytes.length());
        return true;
    }

    static boolean readSixInIp(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (!isIpv6(bytes)) {
            return false;
        }
        int kind = kind(bytes);
        if (said.isNew(kind)) {
            String name = kind == 1 ? "6to4" : kind == 2 ? "isatap" : "configured";
            said.state(IpipFacts.SIX.partial("ipv6", name));
        }
        datagram.encloses(Enclosed.IP, 0, bytes.length());
        return true;
    }

    /** 1 by the prefix of 6to4, 2 by the interface identifier of ISATAP (RFC 5214 §6.1), else 0. */
    private static int kind(ByteView bytes) {
        if (bytes.u16(SOURCE) == 0x2002 || bytes.u16(DESTINATION) == 0x2002) {
            return 1;
        }
        return isIsatap(bytes.u32(SOURCE + 8)) || isIsatap(bytes.u32(DESTINATION + 8)) ? 2 : 0;
    }

    private static boolean isIsatap(long identifier) {
        return identifier == ISATAP || identifier == ISATAP_GLOBAL;
    }
}
