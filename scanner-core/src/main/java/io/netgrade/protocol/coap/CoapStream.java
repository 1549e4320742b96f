// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.coap;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/**
 * Messages in a stream (RFC 8323 §3.2): length and token length in four bits each, more octets of length, code, token.
 * The first message of each side is a CSM (§5.3), which tells the protocol but not the server.
 */
final class CoapStream {
    static final int SETTINGS = 0xE1;

    private static final int LONGEST_TOKEN = 8;
    private static final int LARGEST = 1 << 24;

    /** What is said first has no token. */
    static final Octets BEGINNINGS = Octets.where(first -> (first & 0x0F) == 0);

    private CoapStream() {}

    /** Octets of length behind the first one. */
    static int extended(ByteView bytes) {
        int nibble = bytes.u8(0) >> 4;
        return nibble < 13 ? 0 : 1 << (nibble - 13);
    }

    /** Where the token begins. */
    static int token(ByteView bytes) {
        return 2 + extended(bytes);
    }

    static int code(ByteView bytes) {
        return bytes.u8(1 + extended(bytes));
    }

    /** Octets in all, 0 where too few are here, or -1 where it is no message. */
    static long length(ByteView bytes) {
        int tokenLength = CoapMessage.tokenLength(bytes);
        if (tokenLength > LONGEST_TOKEN) {
            return -1;
        }
        if (bytes.length() < 2 + extended(bytes)) {
            return 0;
        }
        long follows = switch (bytes.u8(0) >> 4) {
            case 13 -> 13L + bytes.u8(1);
            case 14 -> 269L + bytes.u16(1);
            case 15 -> 65_805L + bytes.u32(1);
            default -> bytes.u8(0) >> 4;
        };
        int code = code(bytes);
        boolean known = CoapNames.request(code) || CoapNames.response(code) || (code >= SETTINGS && code <= 0xE5);
        return known && follows < LARGEST ? 2 + extended(bytes) + tokenLength + follows : -1;
    }

    static Speaker speaker(ByteView bytes) {
        long length = length(bytes);
        if (length < 0
                || (length > 0 && code(bytes) != SETTINGS)
                || length > 64
                || CoapMessage.tokenLength(bytes) != 0) {
            return Speaker.NOBODY;
        }
        if (length == 0 || bytes.length() < length) {
            return Speaker.UNFINISHED;
        }
        return settings(bytes, (int) length) ? Speaker.EITHER : Speaker.NOBODY;
    }

    /** Options 2 (largest message, at most four octets) and 4 (block-wise, empty), in this order, and nothing else. */
    private static boolean settings(ByteView bytes, int length) {
        int at = token(bytes);
        int option = 0;
        int seen = 0;
        while (at < length) {
            option += bytes.u8(at) >> 4;
            int octets = bytes.u8(at) & 0x0F;
            boolean known = (option == 2 && octets <= 4) || (option == 4 && octets == 0);
            if (!known) {
                return false;
            }
            at += 1 + octets;
            seen++;
        }
        return at == length && seen > 0;
    }
}
