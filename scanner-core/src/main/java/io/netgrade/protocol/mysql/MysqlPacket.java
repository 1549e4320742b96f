// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mysql;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * The packets that open a connection, read in place: three octets of length in little-endian order, a sequence number,
 * and the payload.
 */
final class MysqlPacket {
    static final int HEADER = 4;
    static final int PROTOCOL_10 = 10;
    static final int ERROR = 0xFF;

    /** CLIENT_PROTOCOL_41, CLIENT_SSL, CLIENT_SECURE_CONNECTION, CLIENT_CONNECT_WITH_DB, CLIENT_PLUGIN_AUTH. */
    static final int PROTOCOL_41 = 0x200;

    static final int TLS = 0x800;
    static final int SECURE = 0x8000;
    static final int PLUGIN = 0x80000;

    /** Capabilities, longest packet, character set and 23 zeros: what a client says before its user. */
    static final int LOGIN_HEAD = 32;

    private static final int OLD_LOGIN_HEAD = 5;
    private static final int LONGEST_VERSION = 80;
    private static final int LONGEST_OPENING = 1024;
    private static final int ZEROS_FROM = 9;
    /** MariaDB's clients use the last four of the 23. */
    private static final int ZEROS = 19;

    private MysqlPacket() {}

    static int length(ByteView bytes) {
        return bytes.u8(0) | bytes.u8(1) << 8 | bytes.u8(2) << 16;
    }

    static Speaker speaker(ByteView bytes) {
        if (bytes.length() < HEADER + 1) {
            boolean may = bytes.length() < HEADER || (length(bytes) < LONGEST_OPENING && bytes.u8(3) < 2);
            return may ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        int length = length(bytes);
        if (length >= LONGEST_OPENING) {
            return Speaker.NOBODY;
        }
        return switch (bytes.u8(3)) {
            case 0 -> greeting(bytes, length);
            case 1 -> login(bytes, length);
            default -> Speaker.NOBODY;
        };
    }

    private static Speaker greeting(ByteView bytes, int length) {
        if (bytes.u8(HEADER) == ERROR) {
            return refusal(bytes, length);
        }
        if (bytes.u8(HEADER) != PROTOCOL_10) {
            return Speaker.NOBODY;
        }
        int end = bytes.indexOf(0, HEADER + 1, HEADER + 1 + LONGEST_VERSION);
        int known = end < 0 ? Math.min(bytes.length(), HEADER + 1 + LONGEST_VERSION) : end;
        for (int at = HEADER + 1; at < known; at++) {
            if (bytes.u8(at) <= ' ' || bytes.u8(at) > '~') {
                return Speaker.NOBODY;
            }
        }
        if (end < 0) {
            return known < HEADER + 1 + LONGEST_VERSION ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        // Behind the version come a thread id, eight octets of challenge and a zero (at least 15 octets in all).
        boolean digit = end > HEADER + 1 && bytes.u8(HEADER + 1) >= '0' && bytes.u8(HEADER + 1) <= '9';
        if (!digit || length < end - HEADER + 15) {
            return Speaker.NOBODY;
        }
        if (bytes.length() < end + 14) {
            return Speaker.UNFINISHED;
        }
        return bytes.u8(end + 13) == 0 ? Speaker.SERVER : Speaker.NOBODY;
    }

    /** A server that turns a client away at once: an error from 1040 to 1203, and a text. */
    private static Speaker refusal(ByteView bytes, int length) {
        if (bytes.length() < HEADER + 8 || bytes.length() < HEADER + length) {
            return length < 512 ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        int code = bytes.u16le(HEADER + 1);
        boolean known = code == 1040 || code == 1129 || code == 1130 || code == 1203 || code == 1226;
        return known && bytes.length() == HEADER + length ? Speaker.SERVER : Speaker.NOBODY;
    }

    private static Speaker login(ByteView bytes, int length) {
        if (isOldLogin(bytes, length)) {
            // Too few bits to tell; the server's greeting does.
            return Speaker.UNFINISHED;
        }
        if (length < LOGIN_HEAD) {
            return Speaker.NOBODY;
        }
        for (int at = HEADER + ZEROS_FROM; at < Math.min(bytes.length(), HEADER + ZEROS_FROM + ZEROS); at++) {
            if (bytes.u8(at) != 0) {
                return Speaker.NOBODY;
            }
        }
        if (bytes.length() < HEADER + LOGIN_HEAD) {
            return Speaker.UNFINISHED;
        }
        return (bytes.u32le(HEADER) & PROTOCOL_41) != 0 ? Speaker.CLIENT : Speaker.NOBODY;
    }

    /** Before 4.1: capabilities, the longest packet in three octets, a user that ends with zero, and a proof. */
    private static boolean isOldLogin(ByteView bytes, int length) {
        return bytes.length() == HEADER + length
                && length > OLD_LOGIN_HEAD
                && (bytes.u16le(HEADER) & PROTOCOL_41) == 0
                && bytes.indexOf(0, HEADER + OLD_LOGIN_HEAD, bytes.length()) > 0;
    }
}
