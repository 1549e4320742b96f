// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.postgresql;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/** Tells PostgreSQL by the first message of either side (PostgreSQL documentation, Message Formats). */
final class PostgresqlOpening {
    static final int CANCEL = 80_877_102;
    static final int TLS = 80_877_103;
    static final int GSS = 80_877_104;
    static final int VERSION_3 = 3 << 16;

    private static final int REQUEST = 8;
    private static final int LONGEST_STARTUP = 10_000;

    /** A length, an answer to a wish for encryption, an error, or what the server wants of a login. */
    static final Octets BEGINNINGS = Octets.in("\0SNGER");

    private PostgresqlOpening() {}

    /** Whether the bytes begin a message of the client that has no type. */
    static boolean isStartup(int code, long length) {
        return code >>> 16 == 3 && (code & 0xFFFF) <= 2 && length > REQUEST && length <= LONGEST_STARTUP;
    }

    static Speaker speaker(ByteView bytes) {
        int first = bytes.u8(0);
        if (first != 0) {
            return server(bytes, first);
        }
        if (bytes.length() < 9) {
            return request(bytes);
        }
        long length = bytes.u32(0);
        int code = bytes.i32(4);
        boolean known = (length == REQUEST && (code == TLS || code == GSS)) || (length == 16 && code == CANCEL);
        boolean named = isStartup(code, length) && bytes.u8(8) >= 'a' && bytes.u8(8) <= 'z';
        return known || named ? Speaker.CLIENT : Speaker.NOBODY;
    }

    private static Speaker request(ByteView bytes) {
        if (bytes.length() == REQUEST && bytes.u32(0) == REQUEST) {
            boolean known = bytes.i32(4) == TLS || bytes.i32(4) == GSS;
            return known ? Speaker.CLIENT : Speaker.NOBODY;
        }
        return bytes.length() < 4 || bytes.u32(0) <= LONGEST_STARTUP ? Speaker.UNFINISHED : Speaker.NOBODY;
    }

    /** The answer to a request for protection is one letter; else it begins with a request for authentication. */
    private static Speaker server(ByteView bytes, int first) {
        if (first == 'S' || first == 'N' || first == 'G') {
            boolean alone = bytes.length() == 1 || bytes.u8(1) == 0x16 || bytes.u8(1) == 'R';
            return alone ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        if (first == 'E') {
            boolean severe = bytes.length() < 7 || (bytes.u16(1) == 0 && (bytes.u8(5) == 'S' || bytes.u8(5) == 'V'));
            return severe ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        if (first != 'R' || bytes.length() < 9) {
            return first == 'R' ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        long length = bytes.u32(1);
        long code = bytes.u32(5);
        boolean fits = code == 10 ? length > 12 && length < 256 : length == (code == 5 ? 12 : 8);
        return fits && !PostgresqlSession.method(code).isEmpty() ? Speaker.SERVER : Speaker.NOBODY;
    }
}
