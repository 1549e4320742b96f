// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.teredo;

import io.netgrade.protocol.Enclosed;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/**
 * One packet: perhaps authentication (1(2) lengths(1 + 1) client and value, nonce(8) confirmation(1)), perhaps an origin
 * (0(2) port(2) address(4)), then IPv6 (RFC 4380 §5.1.1).
 */
final class TeredoPacket {
    static final int NONE = -1;

    private static final int HEADER = 40;
    private static final int AUTHENTICATION = 0x0001;
    private static final int AUTHENTICATION_LENGTH = 13;
    private static final int ORIGIN = 0x0000;
    private static final int ORIGIN_LENGTH = 8;
    private static final int TEREDO_PREFIX = 0x2001_0000;
    private static final int LINK_LOCAL = 0xFE80_0000;
    private static final int NO_NEXT_HEADER = 59;
    private static final int ICMP = 58;

    private TeredoPacket() {}

    /** Where IPv6 begins; {@link #NONE} where it is no Teredo. */
    static int innerAt(ByteView bytes) {
        int at = 0;
        if (bytes.length() >= AUTHENTICATION_LENGTH && bytes.u16(0) == AUTHENTICATION) {
            at = AUTHENTICATION_LENGTH + bytes.u8(2) + bytes.u8(3);
        }
        if (bytes.length() - at >= ORIGIN_LENGTH && bytes.u16(at) == ORIGIN) {
            at += ORIGIN_LENGTH;
        }
        return isTeredo(bytes, at) ? at : NONE;
    }

    private static boolean isTeredo(ByteView bytes, int at) {
        if (bytes.length() - at < HEADER || bytes.u8(at) >>> 4 != 6) {
            return false;
        }
        // Windows leaves a few octets behind a bubble.
        int behind = bytes.length() - at - HEADER - bytes.u16(at + 4);
        boolean fits = behind == 0 || (behind > 0 && behind <= 8 && bytes.u8(at + 6) == NO_NEXT_HEADER);
        boolean own = bytes.i32(at + 8) == TEREDO_PREFIX || bytes.i32(at + 24) == TEREDO_PREFIX;
        boolean discovery = bytes.i32(at + 8) == LINK_LOCAL && bytes.u8(at + 6) == ICMP;
        return fits && (own || discovery);
    }

    static boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        int at = innerAt(bytes);
        if (at == NONE) {
            return false;
        }
        boolean authentication = at > 0 && bytes.u16(0) == AUTHENTICATION;
        boolean bubble = bytes.u8(at + 6) == NO_NEXT_HEADER;
        boolean discovery = bytes.i32(at + 8) == LINK_LOCAL;
        if (said.isNew((authentication ? 4 : 0) + (bubble ? 2 : 0) + (discovery ? 1 : 0))) {
            String kind = bubble ? "bubble" : discovery ? "router-discovery" : "packet";
            said.state(TeredoFacts.MESSAGE.partial(kind, authentication));
        }
        if (!bubble) {
            datagram.encloses(Enclosed.IP, at, HEADER + bytes.u16(at + 4));
        }
        return true;
    }
}
