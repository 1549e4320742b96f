// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes of a line, compared by value. */
final class Piece {
    private byte[] bytes = new byte[0];
    private int from;
    private int to;
    private int hash;

    void is(byte[] line, int begin, int end, int hashOfBytes) {
        bytes = line;
        from = begin;
        to = end;
        hash = hashOfBytes;
    }

    void is(byte[] line, int begin, int end) {
        int mixed = 0;
        for (int i = begin; i < end; i++) {
            mixed = 31 * mixed + line[i];
        }
        is(line, begin, end, mixed);
    }

    /** The same with bytes of its own. */
    Piece copy() {
        Piece copy = new Piece();
        copy.is(Arrays.copyOfRange(bytes, from, to), 0, to - from, hash);
        return copy;
    }

    int length() {
        return to - from;
    }

    String text() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Piece piece
                && hash == piece.hash
                && Arrays.equals(bytes, from, to, piece.bytes, piece.from, piece.to);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
