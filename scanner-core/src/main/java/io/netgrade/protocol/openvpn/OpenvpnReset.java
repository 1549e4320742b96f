// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.openvpn;

import io.netgrade.wire.ByteView;

/**
 * The packet that begins a session, one of each side; its layout tells what wraps the control channel.
 *
 * <pre>
 *  plain      op(1) session(8)                               acks(1) [number(4 each) other's session(8)] number(4)
 *  tls-auth   op(1) session(8) digest(16..64) replay(4) time(4)  acks ... as above
 *  tls-crypt  op(1) session(8) replay(4) time(4) digest(32)      encrypted: the same
 * </pre>
 */
final class OpenvpnReset {
    static final int NONE = 0;
    static final int PLAIN = 1;
    static final int CRYPT = 2;
    static final int CRYPT_2 = 3;
    /** From here on: tls-auth, and how long its digest is. */
    static final int AUTH = 1000;

    static final int CLIENT_1 = 1;
    static final int SERVER_1 = 2;
    static final int CLIENT_2 = 7;
    static final int SERVER_2 = 8;
    static final int CLIENT_3 = 10;

    private static final int CONTROL = 4;
    private static final int ACKNOWLEDGEMENT = 5;
    private static final int DATA_1 = 6;
    private static final int DATA_2 = 9;
    private static final int SHORTEST_DATA = 28;
    private static final int SESSION = 9;
    private static final int REPLAY = 8;
    private static final int NUMBER = 5;
    private static final int ACKNOWLEDGED = 12;
    private static final int CRYPT_DIGEST = 32;
    private static final int SHORTEST = SESSION + NUMBER;
    private static final int LONGEST = 1400;
    /** What a server of 2.6 and later says to early negotiation: type(2) length(2) flags(2). */
    private static final int EXTRAS = 6;

    private static final int MOST_TRIES = 16;
    /** 2001-09-09; OpenVPN is of the same year. */
    private static final long EARLIEST = 1_000_000_000L;

    private OpenvpnReset() {}

    static boolean isClients(int first) {
        int opcode = first >>> 3;
        return opcode == CLIENT_1 || opcode == CLIENT_2 || opcode == CLIENT_3;
    }

    private static boolean isReset(int first) {
        int opcode = first >>> 3;
        return (first & 7) == 0 && (isClients(first) || opcode == SERVER_1 || opcode == SERVER_2);
    }

    static boolean couldBe(int first, int length) {
        return isReset(first) && length >= SHORTEST && length <= LONGEST;
    }

    /** How a reset that fills the length is wrapped; {@link #NONE} where it is no reset. */
    static int wrapping(ByteView bytes, int at, int length) {
        if (length < SHORTEST
                || length > bytes.length() - at
                || !couldBe(bytes.u8(at), length)
                || bytes.i64(at + 1) == 0) {
            return NONE;
        }
        if (bytes.u8(at) >>> 3 == CLIENT_3) {
            return isCryptSecond(bytes, at, length) ? CRYPT_2 : NONE;
        }
        int tail = isClients(bytes.u8(at)) ? NUMBER : NUMBER + ACKNOWLEDGED;
        if (length == SESSION + tail && isTail(bytes, at + SESSION, tail)) {
            return PLAIN;
        }
        if (isCrypt(bytes, at, length, tail)) {
            return CRYPT;
        }
        int digest = length - SESSION - REPLAY - tail;
        boolean known = digest == 16 || digest == 20 || digest == 28 || digest == 32 || digest == 48 || digest == 64;
        boolean auth =
                known && isReplay(bytes, at + SESSION + digest) && isTail(bytes, at + SESSION + digest + REPLAY, tail);
        return auth ? AUTH + digest : NONE;
    }

    /** Whether it could be a packet of a session that began before: control, acknowledgement or data, and not too short. */
    static boolean isLater(ByteView bytes) {
        if (bytes.length() < SHORTEST) {
            return false;
        }
        return switch (bytes.u8(0) >>> 3) {
            case CONTROL, ACKNOWLEDGEMENT -> bytes.i64(1) != 0;
            case DATA_1, DATA_2 -> bytes.length() >= SHORTEST_DATA;
            default -> false;
        };
    }

    private static boolean isCrypt(ByteView bytes, int at, int length, int tail) {
        int extra = length - SESSION - REPLAY - CRYPT_DIGEST - tail;
        boolean server = tail != NUMBER;
        return (extra == 0 || (server && extra == EXTRAS)) && isReplay(bytes, at + SESSION);
    }

    /** Behind the same as tls-crypt, a wrapped key that ends with its own length. */
    private static boolean isCryptSecond(ByteView bytes, int at, int length) {
        int key = length - SESSION - REPLAY - CRYPT_DIGEST - NUMBER;
        return key > 0 && bytes.u16(at + length - 2) == key && isReplay(bytes, at + SESSION);
    }

    /** One of the first numbers, as a reset is sent again, beside flags of the early negotiation, and a time. */
    private static boolean isReplay(ByteView bytes, int at) {
        int number = bytes.u16(at + 2);
        return number >= 1 && number <= MOST_TRIES && bytes.u8(at) <= 0x0F && bytes.u32(at + 4) >= EARLIEST;
    }

    /** Nothing acknowledged, or the first number of the other side; then the own first number. */
    private static boolean isTail(ByteView bytes, int at, int tail) {
        boolean acknowledged = tail == NUMBER
                ? bytes.u8(at) == 0
                : bytes.u8(at) == 1 && bytes.i32(at + 1) == 0 && bytes.i64(at + 5) != 0;
        return acknowledged && bytes.i32(at + tail - 4) == 0;
    }
}
