// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ldp;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * One PDU: version(2) length(2), which counts what follows it, router(4) label space(2), then messages of type(2)
 * length(2) identifier(4) and TLVs (RFC 5036 §3.1, §3.5).
 */
final class LdpPdu {
    static final int HEADER = 10;
    static final int ROUTER_AT = 4;
    static final int MESSAGE_HEADER = 8;
    /** Both headers and that of the first TLV. */
    private static final int WHOLE_BEGINNING = 22;

    private static final int HELLO = 0x0100;
    /** Without the bit that says what to do with a message that is not known. */
    private static final int TYPE = 0x7FFF;

    private static final int TLV_HEADER = 4;
    private static final int TLV_TYPE = 0x3FFF;
    private static final int LOWEST_TLV = 0x0100;
    private static final int HIGHEST_TLV = 0x0FFF;

    private LdpPdu() {}

    static Speaker speaker(ByteView bytes) {
        if (bytes.u8(0) != 0 || (bytes.length() >= 2 && bytes.u16(0) != 1)) {
            return Speaker.NOBODY;
        }
        if (!isBegun(bytes)) {
            return Speaker.UNFINISHED;
        }
        return isSound(bytes) ? Speaker.PEER : Speaker.NOBODY;
    }

    /** Whether all is there that {@link #isSound} looks at. */
    static boolean isBegun(ByteView bytes) {
        return bytes.length() >= HEADER + MESSAGE_HEADER
                && bytes.length() >= Math.min(bytes.u16(2) + 4, WHOLE_BEGINNING);
    }

    /** Whether a PDU's header and its first message's are sound, both of which are there. */
    static boolean isSound(ByteView bytes) {
        int left = bytes.u16(2) - (HEADER - 4);
        int message = bytes.u16(HEADER + 2);
        return bytes.u16(0) == 1
                && bytes.i32(ROUTER_AT) != 0
                && message >= 4
                && message + 4 <= left
                && isKnown(bytes.u16(HEADER) & TYPE)
                && (message == 4 || beginsWithTlv(bytes, message - 4));
    }

    /** Whether the first TLV, where it is there already, is of a number in use and ends within its message. */
    private static boolean beginsWithTlv(ByteView bytes, int length) {
        int at = HEADER + MESSAGE_HEADER;
        if (bytes.length() - at < TLV_HEADER) {
            return length >= TLV_HEADER;
        }
        int type = bytes.u16(at) & TLV_TYPE;
        return type >= LOWEST_TLV && type <= HIGHEST_TLV && bytes.u16(at + 2) + TLV_HEADER <= length;
    }

    static boolean isHello(ByteView bytes) {
        return bytes.length() >= HEADER + MESSAGE_HEADER
                && isSound(bytes)
                && bytes.u16(2) + 4 == bytes.length()
                && bytes.u16(HEADER) == HELLO
                && bytes.u16(HEADER + 2) + 4 + HEADER == bytes.length();
    }

    private static boolean isKnown(int type) {
        return switch (type) {
            case 0x0001, HELLO, 0x0200, 0x0201, 0x0202, 0x0300, 0x0301, 0x0400, 0x0401, 0x0402, 0x0403, 0x0404 -> true;
            default -> false;
        };
    }

    static String router(ByteView bytes) {
        return bytes.u8(ROUTER_AT) + "." + bytes.u8(ROUTER_AT + 1) + "." + bytes.u8(ROUTER_AT + 2) + "."
                + bytes.u8(ROUTER_AT + 3);
    }
}
