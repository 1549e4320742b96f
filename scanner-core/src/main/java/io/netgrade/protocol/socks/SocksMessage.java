// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.socks;

import io.netgrade.wire.ByteView;

/**
 * The messages of SOCKS by their lengths in bytes: each answers {@link #BROKEN} where bytes cannot be such a message, and
 * {@link #SHORT} where more are needed.
 */
final class SocksMessage {
    static final int BROKEN = -1;
    static final int SHORT = 0;

    /** More methods than any client offers. */
    private static final int MOST_METHODS = 16;

    private static final int LONGEST_TEXT = 255;
    private static final int HIGHEST_ASSIGNED_METHOD = 0x09;
    private static final int FIRST_PRIVATE_METHOD = 0x80;
    private static final int HIGHEST_REPLY = 0x08;

    private SocksMessage() {}

    /** The methods that a client of version 5 offers (RFC 1928 section 3). */
    static int greeting(ByteView bytes, int at) {
        int known = bytes.length() - at;
        if (known < 2) {
            return known == 1 && bytes.u8(at) != 5 ? BROKEN : SHORT;
        }
        int count = bytes.u8(at + 1);
        if (bytes.u8(at) != 5 || count == 0 || count > MOST_METHODS) {
            return BROKEN;
        }
        for (int i = 0; i < Math.min(count, known - 2); i++) {
            if (!method(bytes.u8(at + 2 + i)) || bytes.indexOf(bytes.u8(at + 2 + i), at + 2, at + 2 + i) >= 0) {
                return BROKEN;
            }
        }
        return known < 2 + count ? SHORT : 2 + count;
    }

    private static boolean method(int value) {
        return value <= HIGHEST_ASSIGNED_METHOD || (value >= FIRST_PRIVATE_METHOD && value < 0xFF);
    }

    /** User name and password (RFC 1929). */
    static int login(ByteView bytes, int at) {
        int known = bytes.length() - at;
        if (known < 2 || known < 3 + bytes.u8(at + 1)) {
            return known > 0 && bytes.u8(at) != 1 ? BROKEN : SHORT;
        }
        int length = 3 + bytes.u8(at + 1) + bytes.u8(at + 2 + bytes.u8(at + 1));
        return bytes.u8(at) != 1 ? BROKEN : known < length ? SHORT : length;
    }

    /** A request of version 5 (RFC 1928 section 4). */
    static int request(ByteView bytes, int at) {
        return addressed(bytes, at, 1, 3);
    }

    /** The reply to it (section 6). */
    static int reply(ByteView bytes, int at) {
        return addressed(bytes, at, 0, HIGHEST_REPLY);
    }

    private static int addressed(ByteView bytes, int at, int lowest, int highest) {
        int known = bytes.length() - at;
        boolean fits = (known < 1 || bytes.u8(at) == 5)
                && (known < 2 || (bytes.u8(at + 1) >= lowest && bytes.u8(at + 1) <= highest))
                && (known < 3 || bytes.u8(at + 2) == 0);
        if (!fits || known < 5) {
            return fits ? SHORT : BROKEN;
        }
        int length = switch (bytes.u8(at + 3)) {
            case 1 -> 10;
            case 3 -> 7 + bytes.u8(at + 4);
            case 4 -> 22;
            default -> BROKEN;
        };
        return length > known ? SHORT : length;
    }

    /** A request of version 4, or of 4a with a host name behind the user. */
    static int request4(ByteView bytes, int at) {
        int known = bytes.length() - at;
        if (known < 9) {
            boolean fits =
                    (known < 1 || bytes.u8(at) == 4) && (known < 2 || bytes.u8(at + 1) == 1 || bytes.u8(at + 1) == 2);
            return fits ? SHORT : BROKEN;
        }
        if (bytes.u8(at) != 4 || bytes.u8(at + 1) < 1 || bytes.u8(at + 1) > 2 || bytes.u16(at + 2) == 0) {
            return BROKEN;
        }
        int user = textEnd(bytes, at + 8);
        if (user <= 0 || !names(bytes, at)) {
            return user <= 0 ? user : user - at;
        }
        int host = textEnd(bytes, user);
        return host <= 0 ? host : host == user + 1 ? BROKEN : host - at;
    }

    /** Whether a request of version 4 is one of 4a, with a host name: its address is 0.0.0.x. */
    static boolean names(ByteView bytes, int at) {
        return bytes.u24(at + 4) == 0 && bytes.u8(at + 7) != 0;
    }

    /** Where a text ends, with its zero. */
    private static int textEnd(ByteView bytes, int from) {
        for (int at = from; at < bytes.length() && at - from <= LONGEST_TEXT; at++) {
            if (bytes.u8(at) == 0) {
                return at + 1;
            }
            if (bytes.u8(at) <= ' ' || bytes.u8(at) > '~') {
                return BROKEN;
            }
        }
        return bytes.length() - from > LONGEST_TEXT ? BROKEN : SHORT;
    }

    /** The reply of version 4: 90 is granted, 91 to 93 are refusals. */
    static int reply4(ByteView bytes, int at) {
        int known = bytes.length() - at;
        boolean fits =
                (known < 1 || bytes.u8(at) == 0) && (known < 2 || (bytes.u8(at + 1) >= 90 && bytes.u8(at + 1) <= 93));
        return !fits ? BROKEN : known < 8 ? SHORT : 8;
    }
}
