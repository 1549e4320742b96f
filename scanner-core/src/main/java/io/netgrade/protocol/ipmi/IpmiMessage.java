// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ipmi;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * An RMCP datagram, read in place: version 6, a zero, a sequence number, and a class. Behind it comes a ping of ASF, a
 * session of IPMI 1.5, or one of IPMI 2.0 (authentication type 6).
 */
final class IpmiMessage {
    static final int RMCP = 4;
    static final int NET_FUNCTION_APPLICATION = 6;
    static final int OPEN_SESSION = 0x10;
    static final int SESSION_OPENED = 0x11;
    static final int LAST_PAYLOAD = 0x15;

    private static final int VERSION = 6;
    private static final int CLASS_ASF = 6;
    private static final int CLASS_IPMI = 7;
    private static final long ASF = 4542;
    private static final int PING = 0x80;
    private static final int PONG = 0x40;
    private static final int RMCP_PLUS = 6;
    private static final int PLUS_HEADER = RMCP + 12;
    private static final int LEAST_MESSAGE = 7;
    private static final int LAST_TYPE = 5;

    private IpmiMessage() {}

    static boolean isPong(ByteView bytes) {
        return bytes.u8(3) == CLASS_ASF && bytes.u8(8) == PONG;
    }

    static boolean isPlus(ByteView bytes) {
        return bytes.u8(RMCP) == RMCP_PLUS;
    }

    /** Which payload of RMCP+ it is, without the marks of encryption and authentication. */
    static int payload(ByteView bytes) {
        return bytes.u8(RMCP + 1) & 0x3F;
    }

    static boolean isSealed(ByteView bytes) {
        return isPlus(bytes) && (bytes.u8(RMCP + 1) & 0x80) != 0;
    }

    /** Where the payload begins: behind the code of authentication, where there is one. */
    static int body(ByteView bytes) {
        if (isPlus(bytes)) {
            return PLUS_HEADER;
        }
        return RMCP + 10 + (bytes.u8(RMCP) == 0 ? 0 : 16);
    }

    static Speaker speaker(ByteView bytes) {
        boolean rmcp = bytes.length() >= 12 && bytes.u8(0) == VERSION && bytes.u8(1) == 0;
        if (!rmcp) {
            return Speaker.NOBODY;
        }
        return switch (bytes.u8(3)) {
            case CLASS_ASF -> ping(bytes);
            case CLASS_IPMI -> isPlus(bytes) ? plus(bytes) : message(bytes, bytes.length() - body(bytes));
            default -> Speaker.NOBODY;
        };
    }

    private static Speaker ping(ByteView bytes) {
        boolean fits = bytes.u32(RMCP) == ASF && bytes.u8(11) == bytes.length() - 12;
        return switch (bytes.u8(8)) {
            case PING -> fits || (bytes.u32(RMCP) == ASF && bytes.u8(11) == 0) ? Speaker.CLIENT : Speaker.NOBODY;
            case PONG -> fits ? Speaker.SERVER : Speaker.NOBODY;
            default -> Speaker.NOBODY;
        };
    }

    private static Speaker plus(ByteView bytes) {
        int kind = payload(bytes);
        boolean fits = bytes.length() >= PLUS_HEADER && bytes.u16le(PLUS_HEADER - 2) <= bytes.length() - PLUS_HEADER;
        if (!fits || (kind > 2 && kind < OPEN_SESSION) || kind > LAST_PAYLOAD) {
            return Speaker.NOBODY;
        }
        if (kind >= OPEN_SESSION) {
            // Of each pair of the opening the even one is the client's.
            boolean whole = bytes.u16le(PLUS_HEADER - 2) == bytes.length() - PLUS_HEADER;
            return !whole ? Speaker.NOBODY : (kind & 1) == 0 ? Speaker.CLIENT : Speaker.SERVER;
        }
        return isSealed(bytes) ? Speaker.EITHER : message(bytes, bytes.u16le(PLUS_HEADER - 2));
    }

    /** Two addresses, a function and two sums; requests have even functions (IPMI 2.0, 13.8). */
    private static Speaker message(ByteView bytes, int length) {
        int at = body(bytes);
        boolean counted = isPlus(bytes) || (at > RMCP && at <= bytes.length() && bytes.u8(at - 1) <= length);
        if (bytes.u8(RMCP) > RMCP_PLUS || length < LEAST_MESSAGE || at + length > bytes.length() || !counted) {
            return Speaker.NOBODY;
        }
        if (bytes.u8(RMCP) == LAST_TYPE - 2) {
            return Speaker.NOBODY;
        }
        boolean sum = (bytes.u8(at) + bytes.u8(at + 1) + bytes.u8(at + 2) & 0xFF) == 0;
        boolean asks = (bytes.u8(at + 1) >> 2 & 1) == 0;
        return sum ? asks ? Speaker.CLIENT : Speaker.SERVER : Speaker.NOBODY;
    }
}
