// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.oracle;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/**
 * A TNS packet before the log-in, read in place.
 *
 * <pre>
 *  0        2          4      5       6                 8
 *  +--------+----------+------+-------+-----------------+---
 *  | length | checksum | type | flags | header checksum |
 *  +--------+----------+------+-------+-----------------+---
 * </pre>
 */
final class TnsPacket {
    static final int HEADER = 8;
    static final int CONNECT = 1;
    static final int ACCEPT = 2;
    static final int REFUSE = 4;
    static final int REDIRECT = 5;
    static final int RESEND = 11;

    private static final int LEAST_VERSION = 300;
    private static final int LAST_VERSION = 399;
    private static final int CONNECT_HEADER = 28;
    private static final int ACCEPT_HEADER = 24;
    private static final int LONGEST_BARE_ACCEPT = 64;
    private static final int LONGEST = 4096;

    /** The upper half of a length that is not too long. */
    static final Octets BEGINNINGS = Octets.between(0, LONGEST >> 8);

    private TnsPacket() {}

    static boolean isVersion(int version) {
        return version >= LEAST_VERSION && version <= LAST_VERSION;
    }

    static Speaker speaker(ByteView bytes) {
        if (!BEGINNINGS.has(bytes.u8(0))) {
            return Speaker.NOBODY;
        }
        if (bytes.length() < HEADER) {
            boolean may = bytes.length() < 4 || (bytes.u16(0) >= HEADER && bytes.u16(2) == 0);
            return may ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        int length = bytes.u16(0);
        boolean head = length >= HEADER && length <= LONGEST && bytes.u16(2) == 0 && bytes.u16(6) == 0;
        if (!head || bytes.u8(5) > 0x0F) {
            return Speaker.NOBODY;
        }
        return switch (bytes.u8(4)) {
            case CONNECT -> connect(bytes, length);
            case ACCEPT -> accept(bytes, length);
            case REFUSE -> text(bytes, length, HEADER + 4);
            case REDIRECT -> text(bytes, length, HEADER + 2);
            // Eight octets that say only: again. With the client's CONNECT it is an answer.
            case RESEND -> length == HEADER ? Speaker.UNFINISHED : Speaker.NOBODY;
            default -> Speaker.NOBODY;
        };
    }

    /** Two versions, and connect data that begins with a parenthesis; it may come in a packet of its own. */
    private static Speaker connect(ByteView bytes, int length) {
        if (bytes.length() < CONNECT_HEADER) {
            return Speaker.UNFINISHED;
        }
        int dataLength = bytes.u16(24);
        int dataAt = bytes.u16(26);
        boolean versions = isVersion(bytes.u16(8)) && isVersion(bytes.u16(10)) && bytes.u16(10) <= bytes.u16(8);
        boolean within = dataAt >= CONNECT_HEADER && dataAt + dataLength <= length;
        boolean later = dataAt >= CONNECT_HEADER && dataAt == length;
        if (!versions || !(within || later)) {
            return Speaker.NOBODY;
        }
        if (later) {
            return Speaker.CLIENT;
        }
        if (bytes.length() <= dataAt) {
            return Speaker.UNFINISHED;
        }
        return bytes.u8(dataAt) == '(' ? Speaker.CLIENT : Speaker.NOBODY;
    }

    /** A version, which an answer to a command may have data behind, by their length and place. */
    private static Speaker accept(ByteView bytes, int length) {
        if (bytes.length() < ACCEPT_HEADER) {
            return bytes.length() < HEADER + 2 || isVersion(bytes.u16(HEADER)) ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        int dataAt = bytes.u16(20);
        boolean data = dataAt >= ACCEPT_HEADER && dataAt + bytes.u16(18) == length;
        boolean fits = length >= ACCEPT_HEADER && (length <= LONGEST_BARE_ACCEPT || data);
        return fits && isVersion(bytes.u16(HEADER)) ? Speaker.SERVER : Speaker.NOBODY;
    }

    /** A text behind its length. */
    private static Speaker text(ByteView bytes, int length, int at) {
        if (bytes.length() <= at) {
            return Speaker.UNFINISHED;
        }
        boolean fits = bytes.u16(at - 2) == length - at || bytes.u16(at - 2) == 0;
        return fits && (length == at || bytes.u8(at) == '(') ? Speaker.SERVER : Speaker.NOBODY;
    }
}
