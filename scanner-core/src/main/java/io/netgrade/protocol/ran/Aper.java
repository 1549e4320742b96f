// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ran;

import io.netgrade.wire.ByteView;

/**
 * Reads what netgrade needs of the aligned packed encoding rules (ITU-T X.691): length determinants of open types and
 * octet strings, and printable strings. A value's contents are a span, from in the upper half and to in the lower half of
 * a {@code long}; what does not fit is {@link #NONE}. Allocates nothing.
 */
final class Aper {
    static final long NONE = -1;

    private static final int LONG_FORM = 0x80;
    private static final int FRAGMENTED = 0xC0;

    private Aper() {}

    static int from(long span) {
        return (int) (span >> 32);
    }

    static int to(long span) {
        return (int) span;
    }

    static int length(long span) {
        return to(span) - from(span);
    }

    /** The contents of an open type or octet string of any size at {@code at} (X.691 11.9); fragments are not followed. */
    static long open(ByteView bytes, int at, int end) {
        if (at >= end) {
            return NONE;
        }
        int first = bytes.u8(at);
        boolean wide = first >= LONG_FORM;
        if (first >= FRAGMENTED || (wide && end - at < 2)) {
            return NONE;
        }
        int from = at + (wide ? 2 : 1);
        int length = wide ? bytes.u16(at) & 0x3FFF : first;
        return length <= end - from ? span(from, from + length) : NONE;
    }

    /**
     * The characters of a printable string of 1 to 150 with an extension marker: a bit, eight bits of length, and octets
     * from the next boundary on.
     */
    static long name(ByteView bytes, long value) {
        int from = from(value) + 2;
        if (value == NONE || length(value) < 3 || bytes.u8(from - 2) >= LONG_FORM) {
            return NONE;
        }
        int length = (bytes.u16(from - 2) >> 7 & 0xFF) + 1;
        return length <= to(value) - from ? span(from, from + length) : NONE;
    }

    private static long span(int from, int to) {
        return (long) from << 32 | to;
    }
}
