// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts one line into the pieces that it is written of, from its beginning on. For one thread. */
final class LineCut {
    /** Digits of a number that surely fits a {@code long}. */
    private static final int MOST_DIGITS = 18;

    private final WrittenMoment moment = new WrittenMoment();
    private final Piece piece = new Piece();
    private byte[] bytes = new byte[0];
    private int at;
    private int end;

    void begin(byte[] line, int from, int to) {
        bytes = line;
        at = from;
        end = to;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Goes over what stands next, if it is that. */
    boolean skip(byte[] text) {
        int after = at + text.length;
        if (after > end || !Arrays.equals(bytes, at, after, text, 0, text.length)) {
            return false;
        }
        at = after;
        return true;
    }

    /** Cuts off what stands before the first of those, which stays; to be had of {@link #piece}. */
    boolean until(byte[] mark) {
        byte first = mark[0];
        int last = end - mark.length;
        int hash = 0;
        for (int i = at; i <= last; i++) {
            byte here = bytes[i];
            if (here == first && Arrays.equals(bytes, i, i + mark.length, mark, 0, mark.length)) {
                piece.is(bytes, at, i, hash);
                at = i;
                return true;
            }
            hash = 31 * hash + here;
        }
        return false;
    }

    /** Cuts off all up to the bracket that ends the line. */
    boolean rest() {
        int last = end - 1;
        if (last < at || bytes[last] != '}') {
            return false;
        }
        piece.is(bytes, at, last);
        at = end;
        return true;
    }

    /** What was cut off last; good until the next cut. */
    Piece piece() {
        return piece;
    }

    boolean atEnd() {
        return at == end;
    }

    /** A number without a sign, as it is written; -1 where there is none. */
    long number() {
        int from = at;
        long value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            value = 10 * value + bytes[at] - '0';
            at++;
        }
        int digits = at - from;
        boolean usual = digits > 0 && digits <= MOST_DIGITS && (digits == 1 || bytes[from] != '0');
        return usual ? value : -1;
    }

    /** A moment with the quote that ends it; null where there is none in its usual form. */
    @Nullable
    Instant moment() {
        at = moment.read(bytes, at, end);
        return moment.value();
    }
}
