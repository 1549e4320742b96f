// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.wire.ByteView;

/** The information elements of a GTP version 2 message (TS 29.274 8.2): type, length of two octets, instance, content. */
final class Gtp2Elements {
    static final int IMSI = 1;
    static final int RECOVERY = 3;
    static final int IMEI = 75;
    static final int MSISDN = 76;
    static final int LOCATION = 86;
    static final int TUNNEL_ENDPOINT = 87;
    static final int BEARER_CONTEXT = 93;
    static final int HEADER = 4;
    static final int BROKEN = -1;

    private Gtp2Elements() {}

    /** Where the element at {@code at} ends, which must be at or before {@code end}; else {@link #BROKEN}. */
    static int next(ByteView bytes, int at, int end) {
        if (end - at < HEADER || bytes.u8(at) == 0) {
            return BROKEN;
        }
        int size = HEADER + bytes.u16(at + 1);
        return size > end - at ? BROKEN : at + size;
    }

    static int instance(ByteView bytes, int at) {
        return bytes.u8(at + 3) & 0x0F;
    }

    static int content(int at) {
        return at + HEADER;
    }

    /** Whether elements fill the bytes from {@code from} to {@code end} exactly. */
    static boolean fill(ByteView bytes, int from, int end) {
        int at = from;
        while (at != BROKEN && at < end) {
            at = next(bytes, at, end);
        }
        return at == end;
    }

    /** Where the first element of a type and instance begins; {@link #BROKEN} where there is none. */
    static int find(ByteView bytes, int from, int end, int type, int instance) {
        for (int at = from; at != BROKEN && at < end; at = next(bytes, at, end)) {
            boolean whole = next(bytes, at, end) != BROKEN;
            if (whole && bytes.u8(at) == type && instance(bytes, at) == instance) {
                return at;
            }
        }
        return BROKEN;
    }
}
