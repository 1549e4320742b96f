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
            return bytes.u16(6) == 0 ? Speaker.CLIENT : Speaker.NOBODY;
        }
        return bytes.u16(6) <= LAST_STATUS ? Speaker.SERVER : Speaker.NOBODY;
    }
}
