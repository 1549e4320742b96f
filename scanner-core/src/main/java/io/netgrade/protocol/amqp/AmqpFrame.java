// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.amqp;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/**
 * A protocol header or one frame.
 *
 * <pre>
 *  header  0 "AMQP"  4 protocol  5 version (3)
 *  0-9     0 type  1 channel  3 octets  7 class  9 method …  0xCE
 *  1.0     0 octets in all  4 data offset (words)  5 type  6 channel  8 performative
 * </pre>
 */
final class AmqpFrame {
    static final int HEADER = 8;
    static final int CONNECTION = 10;
    static final int START = 10;
    static final int START_ACCEPTED = 11;
    static final int TUNE = 30;
    static final int CLOSE = 50;

    private static final int WORD = 0x414D_5150;
    private static final int METHOD = 1;
    private static final int FRAME = 7;
    private static final int LARGEST = 1 << 24;
    private static final int SASL = 1;

    /** The protocol header, or a frame of a method, a header or a body. */
    static final Octets BEGINNINGS = Octets.of(WORD >>> 24).or(Octets.between(METHOD, 3));

    private AmqpFrame() {}

    static boolean isHeader(ByteView bytes) {
        return bytes.length() >= HEADER && bytes.i32(0) == WORD;
    }

    /** Whether a header announces 1.0: the protocol itself (0), TLS (2) or SASL (3). */
    static boolean isModern(ByteView header) {
        int protocol = header.u8(4);
        return (protocol == 0 || protocol == 2 || protocol == 3) && header.u8(5) == 1;
    }

    /** Whether the bytes begin a frame of 1.0. */
    static boolean modern(ByteView bytes) {
        return bytes.u8(0) == 0
                && bytes.length() >= HEADER
                && bytes.u32(0) >= HEADER
                && bytes.u32(0) < LARGEST
                && bytes.u8(4) >= 2
                && bytes.u8(5) <= SASL;
    }

    /** Octets in all, 0 where too few are here, or -1 where it is neither header nor frame. */
    static long length(ByteView bytes) {
        if (bytes.u8(0) == 'A') {
            if (bytes.length() < HEADER) {
                return bytes.length() < 4 || bytes.i32(0) == WORD ? 0 : -1;
            }
            return bytes.i32(0) == WORD ? HEADER : -1;
        }
        if (bytes.length() < HEADER) {
            return 0;
        }
        if (modern(bytes)) {
            return bytes.u32(0);
        }
        int type = bytes.u8(0);
        boolean known = (type >= 1 && type <= 3) || type == 8;
        return known && bytes.u32(3) < LARGEST ? FRAME + bytes.u32(3) + 1 : -1;
    }

    /** Whether these bytes are a method of 0-9, of a class of its own. */
    static boolean method(ByteView bytes, int classId, int methodId) {
        return bytes.u8(0) == METHOD && bytes.length() > 11 && bytes.u16(FRAME) == classId && bytes.u16(9) == methodId;
    }

    static Speaker speaker(ByteView bytes) {
        if (!BEGINNINGS.has(bytes.u8(0))) {
            return Speaker.NOBODY;
        }
        if (bytes.length() < HEADER) {
            return length(bytes) < 0 ? Speaker.NOBODY : Speaker.UNFINISHED;
        }
        if (isHeader(bytes)) {
            boolean known = isModern(bytes) || (bytes.u8(4) <= 1 && bytes.u8(5) <= 9 && bytes.u8(6) <= 9);
            return known ? headerSpeaker(bytes) : Speaker.NOBODY;
        }
        long length = length(bytes);
        boolean frame = length > 12 && bytes.u8(0) >= 1 && bytes.u8(0) <= 3;
        if (!frame) {
            return Speaker.NOBODY;
        }
        return length <= bytes.length() ? frameSpeaker(bytes, (int) length) : Speaker.UNFINISHED;
    }

    /** In 1.0 both sides say a header; what follows the server's tells it. */
    private static Speaker headerSpeaker(ByteView bytes) {
        return isModern(bytes) ? Speaker.EITHER : Speaker.CLIENT;
    }

    /** A frame of 0-9 in a connection whose beginning was not seen: its end mark and its method must be known. */
    private static Speaker frameSpeaker(ByteView bytes, int length) {
        if (bytes.u8(length - 1) != 0xCE) {
            return Speaker.NOBODY;
        }
        if (bytes.u8(0) != METHOD) {
            int classId = bytes.u16(FRAME);
            return bytes.u8(0) == 2 && classId == 60 && bytes.u16(9) == 0 ? Speaker.EITHER : Speaker.NOBODY;
        }
        return switch (bytes.u16(FRAME) * 1000 + bytes.u16(9)) {
            case 10_010,
                    10_020,
                    10_030,
                    10_041,
                    20_011,
                    40_011,
                    50_011,
                    50_021,
                    60_011,
                    60_021,
                    60_050,
                    60_060,
                    60_071,
                    60_072 -> Speaker.SERVER;
            case 10_011,
                    10_021,
                    10_031,
                    10_040,
                    20_010,
                    40_010,
                    50_010,
                    50_020,
                    60_010,
                    60_020,
                    60_040,
                    60_070,
                    60_090 -> Speaker.CLIENT;
            case 60_080, 60_120 -> Speaker.EITHER;
            default -> Speaker.NOBODY;
        };
    }
}
