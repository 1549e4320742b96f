// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.s7comm;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * One TPKT (RFC 1006 §6) with a transport unit in it, and in a data unit a message of S7comm or S7comm-plus.
 *
 * <pre>
 *  0 3 0  2 length  4 octets of transport header  5 unit type …
 *  7 0x32  8 kind  9 0  11 reference  13 octets of parameters  15 octets of data  17 error class and code (answers)
 *  7 0x72  8 version  9 octets  11 operation  12 0  14 function
 * </pre>
 */
final class S7Message {
    static final int PROTOCOL = 7;
    static final int S7 = 0x32;
    static final int S7_PLUS = 0x72;
    static final int KIND = 8;
    static final int JOB = 1;
    static final int ACKNOWLEDGEMENT = 2;
    static final int ANSWER = 3;
    static final int USER_DATA = 7;

    private static final int TPKT = 4;
    private static final int CONNECT = 0xE0;
    private static final int CONFIRM = 0xD0;
    private static final int DATA = 0xF0;
    private static final int PLUS_REQUEST = 0x31;
    private static final int PLUS_RESPONSE = 0x32;
    private static final int PLUS_NOTIFICATION = 0x33;

    private S7Message() {}

    /** Octets in all, 0 where too few are here, or -1 where it is no TPKT with a transport unit. */
    static int length(ByteView bytes) {
        if (bytes.u8(0) != 3 || (bytes.length() > 1 && bytes.u8(1) != 0)) {
            return -1;
        }
        if (bytes.length() < TPKT + 2) {
            return 0;
        }
        int length = bytes.u16(2);
        int header = bytes.u8(TPKT);
        int unit = bytes.u8(TPKT + 1);
        boolean data = unit == DATA && header == 2;
        boolean connection = (unit == CONNECT || unit == CONFIRM) && TPKT + 1 + header == length;
        return (data && length >= PROTOCOL) || connection ? length : -1;
    }

    static boolean data(ByteView message) {
        return message.u8(TPKT + 1) == DATA;
    }

    /** Who says the first data unit of these bytes, behind a connection request or confirm where there is one. */
    static Speaker speaker(ByteView bytes) {
        int at = 0;
        int length = length(bytes);
        if (length > 0 && !data(bytes)) {
            if (bytes.length() <= length) {
                return Speaker.UNFINISHED;
            }
            at = length;
        }
        return dataSpeaker(bytes, at);
    }

    private static Speaker dataSpeaker(ByteView bytes, int at) {
        int here = bytes.length() - at;
        if (bytes.u8(at) != 3 || (here > 1 && bytes.u8(at + 1) != 0)) {
            return Speaker.NOBODY;
        }
        if (here < PROTOCOL) {
            return Speaker.UNFINISHED;
        }
        boolean dataUnit = bytes.u8(at + 4) == 2 && bytes.u8(at + 5) == DATA && (bytes.u8(at + 6) & 0x7F) == 0;
        if (!dataUnit || bytes.u16(at + 2) < PROTOCOL) {
            return Speaker.NOBODY;
        }
        int length = bytes.u16(at + 2);
        if (length == PROTOCOL) {
            return Speaker.UNFINISHED;
        }
        if (here < Math.min(length, 19)) {
            boolean begins = here == PROTOCOL || bytes.u8(at + PROTOCOL) == S7 || bytes.u8(at + PROTOCOL) == S7_PLUS;
            return begins ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        return length < 13 ? Speaker.NOBODY : messageSpeaker(bytes, at, length);
    }

    private static Speaker messageSpeaker(ByteView bytes, int at, int length) {
        int kind = bytes.u8(at + KIND);
        if (bytes.u8(at + PROTOCOL) == S7_PLUS) {
            return plusSpeaker(bytes, at, kind, length);
        }
        if (bytes.u8(at + PROTOCOL) != S7 || length < 17 || bytes.u16(at + 9) != 0) {
            return Speaker.NOBODY;
        }
        boolean answers = kind == ACKNOWLEDGEMENT || kind == ANSWER;
        int said = bytes.u16(at + 13) + bytes.u16(at + 15) + (answers ? 19 : 17);
        if (said != length) {
            return Speaker.NOBODY;
        }
        return switch (kind) {
            case JOB -> Speaker.CLIENT;
            case ACKNOWLEDGEMENT, ANSWER -> Speaker.SERVER;
            case USER_DATA -> Speaker.EITHER;
            default -> Speaker.NOBODY;
        };
    }

    private static Speaker plusSpeaker(ByteView bytes, int at, int version, int length) {
        boolean sound = version >= 1 && version <= 3 && bytes.u16(at + 9) <= length - 11;
        if (!sound) {
            return Speaker.NOBODY;
        }
        int operation = bytes.u8(at + 11);
        if (version == 3 && operation == 0x20 && length > 45) {
            // From version 3 a digest of 32 octets stands before the operation.
            return Speaker.EITHER;
        }
        return switch (operation) {
            case PLUS_REQUEST -> Speaker.CLIENT;
            case PLUS_RESPONSE, PLUS_NOTIFICATION -> Speaker.SERVER;
            default -> Speaker.NOBODY;
        };
    }
}
