// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.wire.ByteView;

/** The header of a GTP version 2 message (TS 29.274 5.1), read in place. */
final class Gtp2Header {
    private static final int VERSION_AND_SPARE = 0xE3;
    private static final int VERSION = 0x40;
    private static final int PIGGYBACKING = 0x10;
    private static final int WITH_ENDPOINT = 0x08;
    /** Of the octet behind the sequence number; the upper half may hold a priority. */
    private static final int SPARE = 0x0F;

    private static final int UNCOUNTED = 4;
    private static final int SHORT = 8;
    private static final int LONG = 12;

    private Gtp2Header() {}

    static boolean begins(int first) {
        return (first & VERSION_AND_SPARE) == VERSION;
    }

    /** Octets of the message at {@code at}, header and all; -1 where it is unsound or not whole. */
    static int length(ByteView bytes, int at) {
        if (bytes.length() - at < SHORT || !begins(bytes.u8(at))) {
            return -1;
        }
        int length = UNCOUNTED + bytes.u16(at + 2);
        int header = body(bytes, at) - at;
        boolean fits = length >= header && length <= bytes.length() - at;
        return fits && (bytes.u8(at + header - 1) & SPARE) == 0 ? length : -1;
    }

    static boolean carriesAnother(ByteView bytes) {
        return (bytes.u8(0) & PIGGYBACKING) != 0;
    }

    static int type(ByteView bytes, int at) {
        return bytes.u8(at + 1);
    }

    /** Where the elements begin. */
    static int body(ByteView bytes, int at) {
        return at + ((bytes.u8(at) & WITH_ENDPOINT) == 0 ? SHORT : LONG);
    }

    static int sequence(ByteView bytes, int at) {
        return bytes.u24(body(bytes, at) - 4);
    }
}
