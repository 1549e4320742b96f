// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.protocol.CodeTable;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/**
 * The grammar of GTP′ messages (TS 32.295 6.1): version and spare bits, a type, the length of what follows the header, and
 * elements that fill it.
 */
final class PrimeMessage {
    static final CodeTable NAMES = CodeTable.read(PrimeMessage.class, "prime-messages.tsv");
    static final int SHORT = 6;

    private static final int LONG = 20;
    private static final int TYPE_AND_SPARE = 0x1E;
    private static final int SPARE = 0x0E;
    private static final int NEWEST = 2;
    private static final int TRANSFER = 240;
    private static final int TRANSFERRED = 241;

    static final Octets BEGINNINGS = Octets.where(first -> header(first) >= 0);

    private PrimeMessage() {}

    /** Octets of the header, or -1 where the first octet is none of GTP′; version 0 may have the header of GTP. */
    static int header(int first) {
        boolean sound = (first & TYPE_AND_SPARE) == SPARE && first >> 5 <= NEWEST;
        boolean wide = first >> 5 == 0 && (first & 1) == 0;
        return sound ? (wide ? LONG : SHORT) : -1;
    }

    /** Octets of the message; 0 where there are too few to tell, -1 where it is none. */
    static int length(ByteView bytes) {
        int header = header(bytes.u8(0));
        if (header < 0 || (bytes.length() > 1 && !NAMES.knows(bytes.u8(1)))) {
            return -1;
        }
        return bytes.length() < SHORT ? 0 : header + bytes.u16(2);
    }

    /** Whether the elements of a whole message fill it. */
    static boolean sound(ByteView bytes, int end) {
        int body = header(bytes.u8(0));
        return Gtp1Elements.fill(bytes, body, end) && (body < end || emptyAllowed(bytes.u8(1)));
    }

    private static boolean emptyAllowed(int type) {
        return type < TRANSFER;
    }

    /** Whether the type tells who sent it: only a node transfers records. */
    static boolean tells(int type) {
        return type == TRANSFER || type == TRANSFERRED;
    }

    static boolean fromNode(int type) {
        return type == TRANSFER;
    }
}
