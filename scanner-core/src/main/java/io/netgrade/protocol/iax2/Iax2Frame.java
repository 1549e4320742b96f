// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.iax2;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * A full frame that controls IAX (RFC 5456 §8.1.1, §8.4), and its information elements (§8.6).
 *
 * <pre>
 * 1 source call(15) | R destination call(15) | timestamp(32) | out(8) in(8) type(8)=6 subclass(8) | id(8) length(8) …
 * </pre>
 */
final class Iax2Frame {
    static final int HEADER = 12;
    /** Where the outbound stream sequence number stands (RFC 5456 §8.1.1). */
    static final int SEQUENCE = 8;

    static final int NEW = 1;
    static final int ACCEPT = 7;
    static final int AUTHENTICATION_REQUEST = 8;
    static final int AUTHENTICATION_REPLY = 9;
    static final int REGISTRATION_REQUEST = 13;
    static final int REGISTRATION_AUTHENTICATION = 14;
    static final int REGISTRATION_ACK = 15;
    static final int POKE = 30;
    static final int IAX = 6;
    private static final int LAST_ELEMENT = 0x40;
    private static final int VERSION = 0x0B;

    private Iax2Frame() {}

    static int subclass(ByteView frame) {
        return frame.u8(11);
    }

    static boolean full(ByteView bytes) {
        return bytes.length() >= HEADER && (bytes.u8(0) & 0x80) != 0;
    }

    /** Whether it is a full frame of type IAX whose elements fill it. */
    static boolean sound(ByteView bytes) {
        if (!full(bytes) || bytes.u8(10) != IAX || name(subclass(bytes)).isEmpty() || (bytes.u16(0) & 0x7FFF) == 0) {
            return false;
        }
        int at = HEADER;
        while (bytes.length() - at >= 2) {
            int id = bytes.u8(at);
            if (id == 0 || id > LAST_ELEMENT) {
                return false;
            }
            at += 2 + bytes.u8(at + 1);
        }
        return at == bytes.length();
    }

    /** Where an element's value begins; -1 where the frame has none. */
    static int element(ByteView frame, int wanted) {
        int at = HEADER;
        while (frame.length() - at >= 2 && frame.u8(at + 1) <= frame.length() - at - 2) {
            if (frame.u8(at) == wanted) {
                return at + 2;
            }
            at += 2 + frame.u8(at + 1);
        }
        return -1;
    }

    static Speaker speaker(ByteView said) {
        if (!sound(said)) {
            return Speaker.NOBODY;
        }
        boolean first = (said.u16(2) & 0x7FFF) == 0 && said.u8(8) == 0 && said.u8(9) == 0;
        return switch (subclass(said)) {
            case NEW -> first && versioned(said) ? Speaker.CLIENT : Speaker.NOBODY;
            case REGISTRATION_REQUEST -> element(said, 0x06) > 0 ? Speaker.CLIENT : Speaker.NOBODY;
            case POKE -> first && said.length() <= HEADER + 4 ? Speaker.CLIENT : Speaker.NOBODY;
            case AUTHENTICATION_REQUEST, REGISTRATION_AUTHENTICATION, ACCEPT, REGISTRATION_ACK ->
                said.length() > HEADER ? Speaker.SERVER : Speaker.NOBODY;
            case AUTHENTICATION_REPLY -> said.length() > HEADER ? Speaker.CLIENT : Speaker.NOBODY;
            default -> Speaker.NOBODY;
        };
    }

    private static boolean versioned(ByteView frame) {
        int at = element(frame, VERSION);
        return at > 0 && frame.u8(at - 1) == 2 && frame.u16(at) == 2;
    }

    /** The name of a subclass (RFC 5456 §8.4); empty for one that is not assigned. */
    static String name(int subclass) {
        return switch (subclass) {
            case NEW -> "new";
            case 2 -> "ping";
            case 3 -> "pong";
            case 4 -> "ack";
            case 5 -> "hangup";
            case 6 -> "reject";
            case ACCEPT -> "accept";
            case AUTHENTICATION_REQUEST -> "authentication-request";
            case AUTHENTICATION_REPLY -> "authentication-reply";
            case 10 -> "invalid";
            case 11 -> "lag-request";
            case 12 -> "lag-reply";
            case REGISTRATION_REQUEST -> "register";
            case REGISTRATION_AUTHENTICATION -> "registration-authentication";
            case REGISTRATION_ACK -> "registration-ack";
            case 16 -> "registration-reject";
            case 17 -> "release";
            case 18 -> "retransmit";
            case 19 -> "dialplan-request";
            case 20 -> "dialplan-reply";
            case 21 -> "dial";
            case 22, 23, 24, 25, 26, 27 -> "transfer";
            case 28 -> "quelch";
            case 29 -> "unquelch";
            case POKE -> "poke";
            case 32 -> "message-waiting";
            case 33 -> "unsupported";
            case 34 -> "transfer-request";
            case 40 -> "call-token";
            default -> "";
        };
    }
}
