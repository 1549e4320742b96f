// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.iscsi;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/** A unit of the log-in phase, read in place (RFC 7143 11.12 and 11.13): 48 octets, and keys with values as text. */
final class IscsiMessage {
    static final int HEADER = 48;
    static final int LOGIN = 0x43;
    static final int ANSWER = 0x23;

    private static final int LONGEST = 1 << 16;

    private IscsiMessage() {}

    /** Octets with the text, padded to four. */
    static long length(ByteView bytes) {
        return HEADER + 4L * bytes.u8(4) + (bytes.u24(5) + 3 & ~3);
    }

    static Speaker speaker(ByteView bytes) {
        int kind = bytes.u8(0);
        if (kind != LOGIN && kind != ANSWER) {
            return Speaker.NOBODY;
        }
        if (bytes.length() < HEADER) {
            boolean may = bytes.length() < 5 || (bytes.u8(2) == 0 && bytes.u8(3) == 0 && bytes.u8(4) == 0);
            return may ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        int stage = bytes.u8(1) >> 2 & 3;
        boolean sound = bytes.u8(2) == 0
                && bytes.u8(3) == 0
                && bytes.u8(4) == 0
                && stage != 2
                && bytes.u24(5) < LONGEST
                && (bytes.u8(1) & 0x30) == 0;
        if (!sound) {
            return Speaker.NOBODY;
        }
        if (bytes.u24(5) == 0) {
            boolean reserved = bytes.u16(38) == 0 && bytes.i64(40) == 0 && bytes.u8(36) <= 3;
            return kind == ANSWER && reserved ? Speaker.SERVER : Speaker.NOBODY;
        }
        return text(bytes, kind == LOGIN ? Speaker.CLIENT : Speaker.SERVER);
    }

    /** {@code Key=value}: a capital letter first, and an equals sign soon. */
    private static Speaker text(ByteView bytes, Speaker speaker) {
        if (bytes.length() < HEADER + 32 && bytes.length() < HEADER + bytes.u24(5)) {
            return Speaker.UNFINISHED;
        }
        boolean capital = bytes.u8(HEADER) >= 'A' && bytes.u8(HEADER) <= 'Z';
        int equals = bytes.indexOf('=', HEADER, HEADER + 32);
        return capital && equals > HEADER ? speaker : Speaker.NOBODY;
    }
}
