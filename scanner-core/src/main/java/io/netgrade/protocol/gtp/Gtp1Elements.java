// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.protocol.CodeTable;
import io.netgrade.wire.ByteView;

/** The information elements of a GTP version 1 message (TS 29.060 7.7): up to type 127 of fixed size, above with a length. */
final class Gtp1Elements {
    static final int IMSI = 2;
    static final int LOCATION_AREA = 3;
    static final int RECOVERY = 14;
    static final int TEID_DATA = 16;
    static final int TEID_CONTROL = 17;
    static final int MSISDN = 134;
    static final int LOCATION = 152;
    static final int IMEI = 154;
    static final int BROKEN = -1;

    private static final CodeTable FIXED = CodeTable.read(Gtp1Elements.class, "gtp1-elements.tsv");
    private static final int[] FIXED_OCTETS = fixedOctets();

    private Gtp1Elements() {}

    private static int[] fixedOctets() {
        int[] octets = new int[128];
        for (int type = 0; type < octets.length; type++) {
            octets[type] = FIXED.knows(type) ? Integer.parseInt(FIXED.column(type, 2)) : BROKEN;
        }
        return octets;
    }

    /** Where the content of the element at {@code at} begins. */
    static int content(ByteView bytes, int at) {
        return bytes.u8(at) < FIXED_OCTETS.length ? at + 1 : at + 3;
    }

    /** Where the element at {@code at} ends, which must be at or before {@code end}; else {@link #BROKEN}. */
    static int next(ByteView bytes, int at, int end) {
        int type = bytes.u8(at);
        int size;
        if (type < FIXED_OCTETS.length) {
            size = FIXED_OCTETS[type] == BROKEN ? BROKEN : 1 + FIXED_OCTETS[type];
        } else {
            size = end - at < 3 ? BROKEN : 3 + bytes.u16(at + 1);
        }
        return size == BROKEN || size > end - at ? BROKEN : at + size;
    }

    /** Whether elements fill the bytes from {@code from} to {@code end} exactly. */
    static boolean fill(ByteView bytes, int from, int end) {
        int at = from;
        while (at != BROKEN && at < end) {
            at = next(bytes, at, end);
        }
        return at == end;
    }

    /** The content of the first element of a fixed-size type, as a number of one octet; -1 where there is none. */
    static int octet(ByteView bytes, int from, int end, int type) {
        for (int at = from; at != BROKEN && at < end; at = next(bytes, at, end)) {
            if (bytes.u8(at) == type) {
                return bytes.u8(at + 1);
            }
        }
        return -1;
    }
}
