// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ran;

import io.netgrade.wire.ByteView;

/**
 * The optional information elements at the end of a NAS message (TS 24.007 11.2.4): half an octet, a length of one octet,
 * or, from identifier 0x70 to 0x7F, a length of two.
 */
final class NasOptions {
    private static final int HALF = 0x80;
    private static final int WIDE = 0x70;

    /** The last visited tracking area, which has a fixed size. */
    private static final int LAST_AREA = 0x52;

    private static final int LAST_AREA_OCTETS = 7;

    private NasOptions() {}

    /** The value of the first element with an identifier as a span; {@link Aper#NONE} where there is none. */
    static long find(ByteView bytes, int from, int end, int identifier) {
        int at = from;
        while (at < end) {
            int type = bytes.u8(at);
            if (type >= HALF) {
                at++;
                continue;
            }
            int header = type >= WIDE ? 3 : 2;
            if (type == LAST_AREA) {
                at += LAST_AREA_OCTETS;
                continue;
            }
            if (end - at < header) {
                return Aper.NONE;
            }
            int length = type >= WIDE ? bytes.u16(at + 1) : bytes.u8(at + 1);
            if (length > end - at - header) {
                return Aper.NONE;
            }
            if (type == identifier) {
                return (long) (at + header) << 32 | (at + header + length);
            }
            at += header + length;
        }
        return Aper.NONE;
    }

    /** The value of a mandatory element with a length of two octets at {@code at}; {@link Aper#NONE} where it is cut. */
    static long wide(ByteView bytes, int at, int end) {
        boolean fits = end - at >= 2 && bytes.u16(at) <= end - at - 2;
        return fits ? (long) (at + 2) << 32 | (at + 2 + bytes.u16(at)) : Aper.NONE;
    }

    /** The value of a mandatory element with a length of one octet at {@code at}; {@link Aper#NONE} where it is cut. */
    static long narrow(ByteView bytes, int at, int end) {
        boolean fits = at < end && bytes.u8(at) <= end - at - 1;
        return fits ? (long) (at + 1) << 32 | (at + 1 + bytes.u8(at)) : Aper.NONE;
    }
}
