// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ppp;

import io.netgrade.protocol.Enclosed;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.Locale;

/**
 * The header: C 0 K S zero(9 bits) version(3) type(2) [checksum and zero(4)] [key(4)] [number(4)]; for PPTP, version 1, the
 * key is length(2) and call(2), and an acknowledged number(4) may follow.
 */
final class GrePacket {
    private static final int CHECKSUM = 0x8000;
    private static final int KEY = 0x2000;
    private static final int SEQUENCE = 0x1000;
    private static final int ACKNOWLEDGED = 0x0080;
    private static final int PLAIN_ZEROS = 0x4FFF;
    private static final int PPTP_FIXED = 0xEF7F;
    private static final int PPTP = 0x2001;
    private static final int PPP = 0x880B;
    private static final int KEEPALIVE = 0;
    private static final int ETHERNET = 0x6558;
    private static final int ERSPAN = 0x88BE;
    private static final int ERSPAN_3 = 0x22EB;
    private static final int LOWEST_TYPE = 0x0600;
    private static final int ETHERNET_HEADER = 14;

    private GrePacket() {}

    /** Octets of the header; 0 where it is not sound. */
    static int headerLength(ByteView bytes) {
        if (bytes.length() < 4) {
            return 0;
        }
        int flags = bytes.u16(0);
        int type = bytes.u16(2);
        boolean pptp = (flags & PPTP_FIXED) == PPTP && type == PPP;
        boolean plain = (flags & PLAIN_ZEROS) == 0 && (type >= LOWEST_TYPE || type == KEEPALIVE);
        int length = 4 + words(flags, CHECKSUM) + words(flags, KEY) + words(flags, SEQUENCE);
        length += pptp ? words(flags, ACKNOWLEDGED) : 0;
        boolean fits = length <= bytes.length() && (!pptp || bytes.u16(4) <= bytes.length() - length);
        return (pptp || plain) && fits ? length : 0;
    }

    private static int words(int flags, int bit) {
        return (flags & bit) != 0 ? 4 : 0;
    }

    static boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        int at = headerLength(bytes);
        if (at == 0) {
            return false;
        }
        int flags = bytes.u16(0);
        int type = bytes.u16(2);
        if (said.isNew((long) flags << 16 | type)) {
            boolean key = (flags & 1) == 0 && (flags & KEY) != 0;
            said.state(GreFacts.TUNNEL.partial(flags & 7, carried(type, flags), key, (flags & SEQUENCE) != 0));
        }
        if (type == PPP) {
            PppAuthentication.read(bytes, at, GreFacts.AUTHENTICATION, said);
        }
        handOn(datagram, type, at + mirrorHeader(bytes, type, flags, at));
        return true;
    }

    private static void handOn(Inbox datagram, int type, int at) {
        switch (type) {
            case 0x0800, 0x86DD -> enclose(datagram, Enclosed.IP, at, 20);
            case ETHERNET, ERSPAN, ERSPAN_3 -> enclose(datagram, Enclosed.ETHERNET, at, ETHERNET_HEADER);
            case 0x8847, 0x8848 -> enclose(datagram, Enclosed.MPLS, at, 4);
            case PPP -> enclose(datagram, Enclosed.PPP, at, 2);
            default -> {
                // Nothing that is followed.
            }
        }
    }

    private static void enclose(Inbox datagram, Enclosed kind, int at, int least) {
        int left = datagram.unread().length() - at;
        if (left >= least) {
            datagram.encloses(kind, at, left);
        }
    }

    /** Octets of what ERSPAN puts before a mirrored frame: in its first version nothing, as packets bear no number then. */
    private static int mirrorHeader(ByteView bytes, int type, int flags, int at) {
        if (type == ERSPAN) {
            return (flags & SEQUENCE) != 0 ? 8 : 0;
        }
        boolean more = type == ERSPAN_3 && bytes.length() - at >= 12 && (bytes.u8(at + 11) & 1) != 0;
        return type == ERSPAN_3 ? more ? 20 : 12 : 0;
    }

    private static String carried(int type, int flags) {
        return switch (type) {
            case 0x0800 -> "ipv4";
            case 0x86DD -> "ipv6";
            case ETHERNET -> "ethernet";
            case ERSPAN -> (flags & SEQUENCE) != 0 ? "erspan-2" : "erspan-1";
            case ERSPAN_3 -> "erspan-3";
            case 0x8847, 0x8848 -> "mpls";
            case PPP -> "ppp";
            case KEEPALIVE -> "keepalive";
            default -> String.format(Locale.ROOT, "type-%04x", type);
        };
    }
}
