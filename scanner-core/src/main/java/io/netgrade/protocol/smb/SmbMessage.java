// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smb;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * A message with the four octets of length in front of it, read in place. SMB's own numbers are in little-endian order.
 *
 * <pre>
 *  0     1        4       5     8
 *  +-----+--------+-------+-----+---
 *  |  0  | length | magic | SMB |
 *  +-----+--------+-------+-----+---
 * </pre>
 */
final class SmbMessage {
    /** Where the message begins: all places are counted from its magic. */
    static final int AT = 4;

    static final int VERSION_1 = 0xFF;
    static final int VERSION_2 = 0xFE;
    static final int ENCRYPTED = 0xFD;
    static final int COMPRESSED = 0xFC;

    private static final int KEEP_ALIVE = 0x85;
    private static final int HEADER = 32;
    private static final int LONGEST = 1 << 24;

    private SmbMessage() {}

    /** Octets with the length in front, 0 where they are not known yet, -1 where it is none. */
    static long length(ByteView bytes) {
        boolean sound = bytes.u8(0) == 0 || bytes.u8(0) == KEEP_ALIVE;
        if (!sound || bytes.length() < AT) {
            return sound ? 0 : -1;
        }
        return (long) AT + bytes.u24(1);
    }

    static boolean isMagic(ByteView bytes, int at) {
        int first = bytes.u8(at);
        return first >= COMPRESSED && bytes.u8(at + 1) == 'S' && bytes.u8(at + 2) == 'M' && bytes.u8(at + 3) == 'B';
    }

    static int kind(ByteView bytes) {
        return bytes.u8(AT);
    }

    static boolean isAnswer(ByteView bytes) {
        return kind(bytes) == VERSION_1 ? (bytes.u8(AT + 9) & 0x80) != 0 : (bytes.u8(AT + 16) & 0x01) != 0;
    }

    static int command(ByteView bytes) {
        return kind(bytes) == VERSION_1 ? bytes.u8(AT + 4) : bytes.u16le(AT + 12);
    }

    static long status(ByteView bytes) {
        return kind(bytes) == VERSION_1 ? bytes.u32le(AT + 5) : bytes.u32le(AT + 8);
    }

    static Speaker speaker(ByteView bytes) {
        long length = length(bytes);
        if (length < 0 || bytes.u8(0) != 0) {
            return Speaker.NOBODY;
        }
        if (bytes.length() < AT + 4) {
            return bytes.length() <= AT || bytes.u8(AT) >= COMPRESSED ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        if (!isMagic(bytes, AT) || length < AT + HEADER || length > LONGEST) {
            return Speaker.NOBODY;
        }
        if (kind(bytes) != VERSION_1 && kind(bytes) != VERSION_2) {
            return Speaker.EITHER;
        }
        if (bytes.length() < AT + HEADER) {
            return Speaker.UNFINISHED;
        }
        return isAnswer(bytes) ? Speaker.SERVER : Speaker.CLIENT;
    }

    /** Whether so many octets of it are there, and its header can be read. */
    static boolean isReadable(ByteView bytes) {
        return bytes.length() >= AT + HEADER
                && isMagic(bytes, AT)
                && (kind(bytes) == VERSION_1 || kind(bytes) == VERSION_2);
    }
}
