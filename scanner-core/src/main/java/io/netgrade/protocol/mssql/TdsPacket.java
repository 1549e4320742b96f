// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mssql;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * A TDS packet, read in place (MS-TDS 2.2.3.1).
 *
 * <pre>
 *  0       1        2        4      6        7        8
 *  +-------+--------+--------+------+--------+--------+---
 *  | type  | status | length | SPID | packet | window |
 *  +-------+--------+--------+------+--------+--------+---
 * </pre>
 */
final class TdsPacket {
    static final int HEADER = 8;
    static final int LONGEST = 0xFFFF;
    static final int BATCH = 0x01;
    static final int CALL = 0x03;
    static final int RESPONSE = 0x04;
    static final int LOGIN = 0x10;
    static final int PRELOGIN = 0x12;
    static final int END = 0xFF;

    /** Options of a PRELOGIN. */
    static final int VERSION = 0;

    static final int ENCRYPTION = 1;

    /** Type, place and length of one option of a PRELOGIN. */
    static final int OPTION = 5;

    /** Where LOGIN7 has its second flags and the length of its password (MS-TDS 2.2.6.4), behind the header. */
    static final int LOGIN_FLAGS = HEADER + 25;

    static final int LOGIN_PASSWORD = HEADER + 46;

    /** Where LOGIN7 has the length of its security token. */
    static final int LOGIN_TOKEN = HEADER + 80;

    private static final byte[] HEADERS = {0x16, 0, 0, 0, 0x12, 0, 0, 0, 2, 0};
    private static final int FIRST_TOKEN = 0x79;
    private static final int END_OF_MESSAGE = 0x01;
    private static final int LONGEST_PRELOGIN = 1024;
    private static final int LONGEST_LOGIN = 32_768;

    private TdsPacket() {}

    static Speaker speaker(ByteView bytes) {
        int type = bytes.u8(0);
        boolean known = type == PRELOGIN || type == RESPONSE || type == LOGIN || type == BATCH || type == CALL;
        if (!known) {
            return Speaker.NOBODY;
        }
        if (bytes.length() <= HEADER) {
            return bytes.length() < 2 || bytes.u8(1) <= END_OF_MESSAGE ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        int length = bytes.u16(2);
        boolean head = bytes.u8(1) == END_OF_MESSAGE && bytes.u8(7) == 0 && length > HEADER + OPTION;
        if (!head) {
            return Speaker.NOBODY;
        }
        return switch (type) {
            case BATCH, CALL -> request(bytes);
            case LOGIN -> login(bytes, length);
            case PRELOGIN -> prelogin(bytes, length, Speaker.CLIENT);
            // Tokens are an answer to a request, which decides.
            default -> bytes.u8(HEADER) >= FIRST_TOKEN ? Speaker.UNFINISHED : prelogin(bytes, length, Speaker.SERVER);
        };
    }

    /** The options begin with VERSION, six octets (four in old drafts), and are in order within the packet. */
    private static Speaker prelogin(ByteView bytes, int length, Speaker speaker) {
        if (length > LONGEST_PRELOGIN) {
            return Speaker.NOBODY;
        }
        for (int at = HEADER; at < length; at += OPTION) {
            if (at >= bytes.length()) {
                return Speaker.UNFINISHED;
            }
            if (bytes.u8(at) == END) {
                return at > HEADER ? speaker : Speaker.NOBODY;
            }
            if (at + OPTION > bytes.length()) {
                return Speaker.UNFINISHED;
            }
            boolean version = at > HEADER || (bytes.u8(at) == 0 && bytes.u16(at + 3) == 6);
            boolean within = bytes.u16(at + 1) + bytes.u16(at + 3) <= length - HEADER;
            if (!version || !within || bytes.u8(at) > 9) {
                return Speaker.NOBODY;
            }
        }
        return Speaker.NOBODY;
    }

    /** All headers, of which the one of the transaction is always there (MS-TDS 2.2.5.3). */
    private static Speaker request(ByteView bytes) {
        if (bytes.length() < HEADER + HEADERS.length) {
            return Speaker.UNFINISHED;
        }
        return bytes.holds(HEADER, HEADERS) ? Speaker.CLIENT : Speaker.NOBODY;
    }

    /** The length of the message again, and a version of TDS 7. */
    private static Speaker login(ByteView bytes, int length) {
        if (bytes.length() < HEADER + 8) {
            return Speaker.UNFINISHED;
        }
        boolean seven = bytes.u8(HEADER + 7) >= 0x70 && bytes.u8(HEADER + 7) <= 0x74;
        boolean whole = bytes.u32le(HEADER) == length - HEADER && length <= LONGEST_LOGIN;
        return seven && whole ? Speaker.CLIENT : Speaker.NOBODY;
    }

    /** What a PRELOGIN says of encryption, without its flags; -1 where it says nothing. */
    static int encryption(ByteView message) {
        int at = option(message, ENCRYPTION);
        return at < 0 ? -1 : message.u8(at) & 0x0F;
    }

    /** Where the value of a PRELOGIN option stands, or -1. */
    static int option(ByteView message, int wanted) {
        for (int at = HEADER; at + OPTION <= message.length() && message.u8(at) != END; at += OPTION) {
            int place = HEADER + message.u16(at + 1);
            int length = message.u16(at + 3);
            if (message.u8(at) == wanted) {
                return length > 0 && place + length <= message.length() ? place : -1;
            }
        }
        return -1;
    }
}
