// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dcerpc;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * A message of version 5, read in place; its numbers are in the order of octets that its fifth octet tells.
 *
 * <pre>
 *  0    1       2      3       4                     8        10       12        16
 *  +----+-------+------+-------+---------------------+--------+--------+---------+---
 *  | 5  | minor | type | flags | data representation | length | verif. | call id |
 *  +----+-------+------+-------+---------------------+--------+--------+---------+---
 * </pre>
 */
final class DcerpcMessage {
    static final int HEADER = 16;
    static final int BIND = 11;
    static final int BIND_TAKEN = 12;
    static final int BIND_REFUSED = 13;
    static final int ALTER = 14;
    static final int LAST_TYPE = 19;

    private DcerpcMessage() {}

    static boolean isLittle(ByteView bytes) {
        return (bytes.u8(4) & 0xF0) == 0x10;
    }

    static int u16(ByteView bytes, int at) {
        return isLittle(bytes) ? bytes.u16le(at) : bytes.u16(at);
    }

    /** Octets of the message, or -1. */
    static long length(ByteView bytes) {
        int length = u16(bytes, 8);
        boolean sound = bytes.u8(0) == 5
                && bytes.u8(1) <= 1
                && bytes.u8(2) <= LAST_TYPE
                && (bytes.u8(4) == 0x10 || bytes.u8(4) == 0)
                && bytes.u8(5) <= 3
                && bytes.u16(6) == 0
                && length >= HEADER
                && u16(bytes, 10) <= length - HEADER;
        return sound ? length : -1;
    }

    /** A call of a connection under way: little-endian, with a hint of its size and a small number of its context. */
    private static Speaker call(ByteView bytes, long length, Speaker speaker) {
        if (bytes.length() < HEADER + 8) {
            return length >= HEADER + 8 ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        boolean sound = length >= HEADER + 8
                && isLittle(bytes)
                && bytes.u8(1) == 0
                && bytes.u32le(16) <= 1 << 24
                && bytes.u16le(20) <= 0xFF;
        return sound ? speaker : Speaker.NOBODY;
    }

    static Speaker speaker(ByteView bytes) {
        if (bytes.length() < HEADER) {
            boolean may = bytes.u8(0) == 5
                    && (bytes.length() < 2 || bytes.u8(1) <= 1)
                    && (bytes.length() < 3 || bytes.u8(2) <= LAST_TYPE)
                    && (bytes.length() < 5 || bytes.u8(4) == 0x10 || bytes.u8(4) == 0);
            return may ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        long length = length(bytes);
        if (length < 0) {
            return Speaker.NOBODY;
        }
        return switch (bytes.u8(2)) {
            case BIND, ALTER -> length >= 72 ? Speaker.CLIENT : Speaker.NOBODY;
            case 0 -> call(bytes, length, Speaker.CLIENT);
            case 2, 3 -> call(bytes, length, Speaker.SERVER);
            case 16 -> length >= 24 && u16(bytes, 10) > 0 ? Speaker.CLIENT : Speaker.NOBODY;
            case BIND_TAKEN, 15 -> length >= 52 ? Speaker.SERVER : Speaker.NOBODY;
            case BIND_REFUSED -> length >= 18 && length <= 64 ? Speaker.SERVER : Speaker.NOBODY;
            default -> Speaker.NOBODY;
        };
    }
}
