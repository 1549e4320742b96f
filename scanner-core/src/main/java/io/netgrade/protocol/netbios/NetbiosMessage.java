// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.netbios;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * One datagram of the name service (RFC 1002 §4.2.1) or the datagram service (§4.4.1).
 *
 * <pre>
 *  names      0 id  2 flags  4 questions  6 answers  8 authorities  10 additions  12 a name of 32 letters
 *  datagrams  0 kind  1 flags  2 id  4 address  8 port  10 octets  12 offset  14 two names of 32 letters
 * </pre>
 */
final class NetbiosMessage {
    static final int NODE_STATUS = 0x21;

    private static final int NAMES_HEADER = 12;
    private static final int DATAGRAM_HEADER = 14;
    private static final int FIRST_KIND = 0x10;
    private static final int LAST_KIND = 0x16;
    private static final int ERROR_KIND = 0x13;
    private static final int LETTERS = 32;
    private static final int LABEL = 1 + LETTERS;

    private NetbiosMessage() {}

    /** Whether a name of 32 letters from A to P stands here, as half octets are written (RFC 1001 §14.1). */
    static boolean name(ByteView bytes, int at) {
        if (at < 0 || at + LABEL >= bytes.length() || bytes.u8(at) != LETTERS) {
            return false;
        }
        for (int i = at + 1; i < at + LABEL; i++) {
            if (bytes.u8(i) < 'A' || bytes.u8(i) > 'P') {
                return false;
            }
        }
        return true;
    }

    /** The place behind a name and its scope; -1 where it does not fit. */
    static int behindName(ByteView bytes, int at) {
        int here = at;
        while (here < bytes.length() && bytes.u8(here) != 0) {
            int label = bytes.u8(here);
            if (label > 63 || here - at > 255) {
                return -1;
            }
            here += 1 + label;
        }
        return here < bytes.length() ? here + 1 : -1;
    }

    static boolean datagram(ByteView bytes) {
        if (bytes.length() < DATAGRAM_HEADER
                || bytes.u8(0) < FIRST_KIND
                || bytes.u8(0) > LAST_KIND
                || (bytes.u8(1) & 0xF0) != 0) {
            return false;
        }
        int kind = bytes.u8(0);
        if (kind == ERROR_KIND) {
            return bytes.length() == 11 + 4 && bytes.u8(10) >= 0x82 && bytes.u8(10) <= 0x84;
        }
        int names = kind > ERROR_KIND ? 10 : DATAGRAM_HEADER;
        return name(bytes, names) && (kind > ERROR_KIND || bytes.u16(10) <= bytes.length());
    }

    static boolean names(ByteView bytes) {
        if (bytes.length() < NAMES_HEADER + LABEL + 5 || !name(bytes, NAMES_HEADER)) {
            return false;
        }
        int operation = operation(bytes);
        boolean known = operation == 0 || (operation >= 5 && operation <= 9) || operation == 15;
        boolean one = bytes.u16(4) + bytes.u16(6) >= 1 && bytes.u16(4) <= 1 && bytes.u16(6) <= 1;
        int end = behindName(bytes, NAMES_HEADER);
        boolean typed = end > 0
                && end + 4 <= bytes.length()
                && bytes.u16(end + 2) == 1
                && (bytes.u16(end) == 0x20 || bytes.u16(end) == NODE_STATUS || bytes.u16(end) == 0x0A);
        return known && one && typed && (bytes.u16(2) & 0x0060) == 0;
    }

    static int operation(ByteView bytes) {
        return bytes.u8(2) >> 3 & 0x0F;
    }

    static boolean response(ByteView bytes) {
        return (bytes.u8(2) & 0x80) != 0;
    }

    /** Questions of the name service are asked of someone; datagrams go to one who takes them. */
    static Speaker speaker(ByteView bytes) {
        if (names(bytes)) {
            return response(bytes) ? Speaker.SERVER : Speaker.CLIENT;
        }
        return datagram(bytes) ? Speaker.CLIENT : Speaker.NOBODY;
    }
}
