// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ipsec;

import io.netgrade.protocol.Enclosed;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/**
 * One packet: SPI(4) number(4), what is protected, padding 1 2 3..., its length(1), next protocol(1), check value. Without
 * encryption (RFC 2410) a packet in tunnel mode can be read: where an IP packet begins behind the number, or behind the
 * vector of GMAC (RFC 4543), and ends just before the padding, it is no chance.
 */
final class EspPacket {
    private static final int HEADER = 8;
    private static final int SHORTEST = HEADER + 12;
    private static final int LOWEST_INDEX = 256;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int IPV4 = 4;
    private static final int IPV6 = 41;
    private static final int NOWHERE = -1;

    private EspPacket() {}

    static boolean isSound(ByteView bytes) {
        return bytes.length() >= SHORTEST && bytes.u32(0) >= LOWEST_INDEX && bytes.i32(4) != 0;
    }

    static boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (!isSound(bytes)) {
            return false;
        }
        int inner = readable(bytes, HEADER) ? HEADER : readable(bytes, HEADER + 8) ? HEADER + 8 : NOWHERE;
        if (said.isNew(inner == NOWHERE ? 0 : 1)) {
            said.state(
                    IpsecFacts.ESP.partial(inner == NOWHERE ? "opaque" : "null", inner == NOWHERE ? null : "tunnel"));
        }
        if (inner != NOWHERE) {
            datagram.encloses(Enclosed.IP, inner, length(bytes, inner));
        }
        return true;
    }

    private static boolean readable(ByteView bytes, int at) {
        int length = length(bytes, at);
        if (length <= 0) {
            return false;
        }
        boolean six = bytes.u8(at) >>> 4 == 6;
        // Of the octets behind, the last 8 to 32 check; before them stand padding, its length and the next protocol.
        for (int next = at + length + 1; next < bytes.length(); next++) {
            int padding = next - 1 - at - length;
            boolean ends = bytes.u8(next) == (six ? IPV6 : IPV4) && bytes.u8(next - 1) == padding;
            if (ends && isCheck(bytes.length() - next - 1) && isCounted(bytes, at + length, padding)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCheck(int length) {
        return length == 8 || length == 12 || length == 16 || length == 24 || length == 32;
    }

    private static boolean isCounted(ByteView bytes, int at, int padding) {
        boolean counted = true;
        for (int i = 0; i < padding; i++) {
            counted &= bytes.u8(at + i) == i + 1;
        }
        return counted;
    }

    /** Octets of the IP packet that begins there; 0 where none does. */
    private static int length(ByteView bytes, int at) {
        int left = bytes.length() - at;
        if (left < IPV4_HEADER) {
            return 0;
        }
        boolean four = bytes.u8(at) == 0x45 && hasSoundChecksum(bytes, at);
        boolean six = left >= IPV6_HEADER && bytes.u8(at) >>> 4 == 6;
        int length = four ? bytes.u16(at + 2) : six ? bytes.u16(at + 4) + IPV6_HEADER : 0;
        return length >= IPV4_HEADER && length <= left - 2 ? length : 0;
    }

    private static boolean hasSoundChecksum(ByteView bytes, int at) {
        int sum = 0;
        for (int i = 0; i < IPV4_HEADER; i += 2) {
            sum += bytes.u16(at + i);
        }
        return (sum & 0xFFFF) + (sum >>> 16) == 0xFFFF;
    }
}
