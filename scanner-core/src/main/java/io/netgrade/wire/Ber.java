// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.wire;

/**
 * Reads the Basic Encoding Rules as most protocols use them (ITU-T X.690; RFC 3417 §8, RFC 4511 §5.1): single-octet tags
 * and definite lengths. Copies and allocates nothing.
 *
 * <p>A value's contents are a span: where they begin in the upper half of a {@code long}, and where they end in the lower
 * one. What does not fit is {@link #NONE}, and a read that starts from it is NONE again, so that a reader asks once.
 */
public final class Ber {
    public static final int INTEGER = 0x02;
    public static final int OCTET_STRING = 0x04;
    public static final int OBJECT_IDENTIFIER = 0x06;
    public static final int SEQUENCE = 0x30;

    public static final long NONE = -1;

    private static final int MOST_LENGTH_OCTETS = 4;
    private static final int MOST_INTEGER_OCTETS = 5;

    private Ber() {}

    public static int start(long span) {
        return (int) (span >> 32);
    }

    public static int end(long span) {
        return (int) span;
    }

    public static int length(long span) {
        return end(span) - start(span);
    }

    /** The contents of the value at {@code at}, which must have the tag and end at or before {@code end}. */
    public static long span(ByteView view, int tag, int at, int end) {
        boolean fits = at >= 0 && end <= view.length() && at < end && view.u8(at) == tag;
        return fits ? span(view, at, end) : NONE;
    }

    /** The contents of the value at {@code at}, whatever its tag. */
    public static long span(ByteView view, int at, int end) {
        if (at < 0 || end > view.length() || end - at < 2) {
            return NONE;
        }
        int octets = lengthOctets(view, at + 1);
        if (octets < 0 || octets > end - at - 2) {
            return NONE;
        }
        int start = at + 2 + octets;
        long length = contentLength(view, at + 1, octets);
        return length <= end - start ? (long) start << 32 | (start + length) : NONE;
    }

    /** Octets that the value at {@code at} takes in all, 0 where its length is cut off, negative where it is unsound. */
    public static long size(ByteView view, int at) {
        if (view.length() - at < 2) {
            return 0;
        }
        int octets = lengthOctets(view, at + 1);
        if (octets > view.length() - at - 2) {
            return 0;
        }
        return octets < 0 ? NONE : 2 + octets + contentLength(view, at + 1, octets);
    }

    /** A signed whole number; {@code absent} where the span is NONE, empty or longer than 5 octets. */
    public static long integer(ByteView view, long span, long absent) {
        if (span == NONE || length(span) < 1 || length(span) > MOST_INTEGER_OCTETS) {
            return absent;
        }
        long value = (byte) view.u8(start(span));
        for (int at = start(span) + 1; at < end(span); at++) {
            value = value << 8 | view.u8(at);
        }
        return value;
    }

    /** Octets after the first length octet; -1 for the indefinite form and for lengths beyond 4 octets. */
    private static int lengthOctets(ByteView view, int at) {
        int first = view.u8(at);
        int octets = first < 0x80 ? 0 : first & 0x7F;
        return first == 0x80 || octets > MOST_LENGTH_OCTETS ? -1 : octets;
    }

    private static long contentLength(ByteView view, int at, int octets) {
        long length = octets == 0 ? view.u8(at) : 0;
        for (int i = 1; i <= octets; i++) {
            length = length << 8 | view.u8(at + i);
        }
        return length;
    }
}
