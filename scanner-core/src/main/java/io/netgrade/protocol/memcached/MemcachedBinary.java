// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.memcached;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * A packet of the binary protocol, read in place.
 *
 * <pre>
 *  0       1        2            4               5           6                  8          12       16    24
 *  +-------+--------+------------+---------------+-----------+------------------+----------+--------+-----+
 *  | magic | opcode | key length | extras length | data type | vbucket / status | body len | opaque | CAS |
 *  +-------+--------+------------+---------------+-----------+------------------+----------+--------+-----+
 * </pre>
 */
final class MemcachedBinary {
    static final int HEADER = 24;
    static final int REQUEST = 0x80;
    static final int ANSWER = 0x81;
    static final int VERSION = 0x0B;
    static final int FIRST_SASL = 0x20;
    static final int LAST_SASL = 0x22;
    static final int NO_LOGIN = 0x20;

    private static final int LAST_OPCODE = 0x4F;
    private static final int LAST_STATUS = 0x86;
    private static final int LONGEST_KEY = 250;
    private static final int LONGEST_EXTRAS = 32;
    private static final int LONGEST = 128 << 20;

    private MemcachedBinary() {}

    /** Octets of the packet with its header, or -1. */
    static long length(ByteView bytes) {
        long body = bytes.u32(8);
        boolean sound = (bytes.u8(0) == REQUEST || bytes.u8(0) == ANSWER)
                && bytes.u8(1) <= LAST_OPCODE
                && bytes.u16(2) <= LONGEST_KEY
                && bytes.u8(4) <= LONGEST_EXTRAS
                && bytes.u8(5) == 0
                && body >= bytes.u16(2) + bytes.u8(4)
                && body <= LONGEST;
        return sound ? HEADER + body : -1;
    }

    static Speaker speaker(ByteView bytes) {
        if (bytes.length() < HEADER) {
            return bytes.length() < 6 || bytes.u8(5) == 0 ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        if (length(bytes) < 0) {
            return Speaker.NOBODY;
        }
        if (bytes.u8(0) == REQUEST) {
            return bytes.u16(6) == 0 && isRequest(bytes) ? Speaker.CLIENT : Speaker.NOBODY;
        }
        return isAnswer(bytes) ? Speaker.SERVER : Speaker.NOBODY;
    }

    /** Whether key and extras are what the operation has. */
    private static boolean isRequest(ByteView bytes) {
        boolean keyed = bytes.u16(2) > 0;
        int extras = bytes.u8(4);
        boolean valued = bytes.u32(8) > bytes.u16(2) + extras;
        return switch (bytes.u8(1)) {
            case 0x00, 0x04, 0x09, 0x0C, 0x0D, 0x14 -> keyed && extras == 0 && !valued;
            case 0x01, 0x02, 0x03, 0x11, 0x12, 0x13 -> keyed && extras == 8;
            case 0x05, 0x06, 0x15, 0x16 -> keyed && extras == 20 && !valued;
            case 0x07, 0x0A, VERSION, 0x17, FIRST_SASL -> !keyed && extras == 0 && !valued;
            case 0x08, 0x18 -> !keyed && (extras == 0 || extras == 4) && !valued;
            case 0x0E, 0x0F, 0x19, 0x1A, 0x21, LAST_SASL -> keyed && extras == 0;
            case 0x10 -> extras == 0 && !valued;
            case 0x1C, 0x1D, 0x1E -> keyed && extras == 4 && !valued;
            default -> false;
        };
    }

    /** Errors have a text alone, and what succeeds has at most the flags of a value. */
    private static boolean isAnswer(ByteView bytes) {
        int status = bytes.u16(6);
        int extras = bytes.u8(4);
        if (status == 0) {
            return extras == (isValue(bytes.u8(1)) ? 4 : 0);
        }
        boolean known =
                status <= 8 || (status >= NO_LOGIN && status <= 0x22) || (status >= 0x81 && status <= LAST_STATUS);
        return known && extras == 0 && (bytes.u32(8) == 0 || bytes.u32(8) - bytes.u16(2) >= 4);
    }

    /** Whether what it answers with are the flags of a value: GET in its four kinds, GAT and GATQ. */
    private static boolean isValue(int opcode) {
        return switch (opcode) {
            case 0x00, 0x09, 0x0C, 0x0D, 0x1D, 0x1E -> true;
            default -> false;
        };
    }
}
