// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.stun;

import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/**
 * The grammar of a message (RFC 8489 §5, §14).
 *
 * <pre>
 * 00 type(14) length(16) | magic cookie(32)=0x2112A442 | transaction(96), then attributes: type(16) length(16) value
 * </pre>
 *
 * <p>RFC 3489 has no cookie: its transaction is of 128 bits, and what it is told by are its few types. On TCP a message
 * may stand in a frame of RFC 4571, as ICE has it (RFC 6544).
 */
final class StunMessage {
    static final int HEADER = 20;
    static final int COOKIE = 0x2112_A442;
    static final int REQUEST = 0;
    static final int INDICATION = 1;
    static final int SUCCESS = 2;
    static final int FRAME = 2;
    private static final int LONGEST = 0x4000;
    private static final int SHORTEST_CLASSIC = HEADER + 8;
    private static final int LAST_CLASSIC_ATTRIBUTE = 0x80FF;

    /** Two zero bits (RFC 8489 §5). */
    static final Octets DATAGRAMS = Octets.between(0, 0x3F);

    /** The same, or the upper half of the length that is before a message in a frame (RFC 4571 §2). */
    static final Octets STREAMS = DATAGRAMS.or(Octets.between(0, (HEADER + LONGEST) >> 8));

    private StunMessage() {}

    static int kind(int type) {
        return (type & 0x0010) >> 4 | (type & 0x0100) >> 7;
    }

    static int method(int type) {
        return (type & 0x000F) | (type & 0x00E0) >> 1 | (type & 0x3E00) >> 2;
    }

    static String methodName(int method) {
        return switch (method) {
            case 0x1 -> "binding";
            case 0x2 -> "shared-secret";
            case 0x3 -> "allocate";
            case 0x4 -> "refresh";
            case 0x6 -> "send";
            case 0x7 -> "data";
            case 0x8 -> "create-permission";
            case 0x9 -> "channel-bind";
            case 0xA -> "connect";
            case 0xB -> "connection-bind";
            case 0xC -> "connection-attempt";
            default -> "other";
        };
    }

    /** Whether the bytes from {@code at} begin with a header that has the cookie; false where they are too few. */
    static boolean cookie(ByteView bytes, int at) {
        return bytes.length() - at >= HEADER
                && (bytes.u8(at) & 0xC0) == 0
                && bytes.i32(at + 4) == COOKIE
                && bytes.u16(at + 2) <= LONGEST;
    }

    /** Whether a datagram is a message of RFC 3489: a type of it, and attributes that fill it. */
    static boolean classic(ByteView bytes) {
        if (bytes.length() < SHORTEST_CLASSIC || bytes.length() != HEADER + bytes.u16(2)) {
            return false;
        }
        int type = bytes.u16(0);
        if (type != 0x0001 && type != 0x0101 && type != 0x0111) {
            return false;
        }
        int at = HEADER;
        while (bytes.length() - at >= 4) {
            int attribute = bytes.u16(at);
            if (attribute == 0 || attribute > LAST_CLASSIC_ATTRIBUTE) {
                return false;
            }
            at += 4 + bytes.u16(at + 2);
        }
        return at == bytes.length();
    }

    static Speaker datagramSpeaker(ByteView said) {
        boolean sound = (cookie(said, 0) && said.length() == HEADER + said.u16(2)) || classic(said);
        return sound ? speaker(said.u16(0)) : Speaker.NOBODY;
    }

    static Speaker streamSpeaker(ByteView said) {
        if (!STREAMS.has(said.u8(0))) {
            return Speaker.NOBODY;
        }
        if (cookie(said, 0)) {
            return speaker(said.u16(0));
        }
        if (cookie(said, FRAME) && said.u16(0) == HEADER + said.u16(FRAME + 2)) {
            return speaker(said.u16(FRAME));
        }
        boolean may = said.length() < HEADER + FRAME && (mayBegin(said, 0) || mayBegin(said, FRAME));
        return may ? Speaker.UNFINISHED : Speaker.NOBODY;
    }

    private static boolean mayBegin(ByteView said, int at) {
        for (int i = 0; i < 4; i++) {
            if (said.length() > at + 4 + i && said.u8(at + 4 + i) != (COOKIE >> (24 - 8 * i) & 0xFF)) {
                return false;
            }
        }
        return said.length() <= at || (said.u8(at) & 0xC0) == 0;
    }

    private static Speaker speaker(int type) {
        return switch (kind(type)) {
            case REQUEST -> Speaker.CLIENT;
            case INDICATION -> Speaker.EITHER;
            default -> Speaker.SERVER;
        };
    }

    static long length(ByteView bytes, int at) {
        if (bytes.length() < at + 4) {
            return MessageGrammar.UNKNOWN;
        }
        return (long) at + HEADER + bytes.u16(at + 2);
    }
}
