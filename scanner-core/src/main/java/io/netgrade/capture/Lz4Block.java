// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import java.io.IOException;

/**
 * Unpacks one LZ4 block into the bytes behind a history that it may refer to
 * (https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md).
 *
 * <pre>
 *  token(4 bits literals, 4 bits match) [more literals(1)]* literals offset(2, little-endian) [more match(1)]*
 * </pre>
 */
final class Lz4Block {
    private static final int SHORTEST_MATCH = 4;
    private static final int MORE = 15;

    private final byte[] packed;
    private final byte[] out;
    private int at;
    private int end;
    private int outAt;
    private int outEnd;

    Lz4Block(byte[] packed, byte[] out) {
        this.packed = packed;
        this.out = out;
    }

    /**
     * Answers where the unpacked bytes end.
     *
     * @param length bytes of the block
     * @param from where they go; those before are the history
     * @param to where they must end at the latest
     */
    int unpack(int length, int from, int to) throws IOException {
        at = 0;
        end = length;
        outAt = from;
        outEnd = to;
        while (at < end) {
            int token = packed[at] & 0xFF;
            at++;
            literals(count(token >>> 4));
            // The last sequence has no match.
            if (at < end) {
                match(token & 0x0F);
            }
        }
        return outAt;
    }

    private void literals(int count) throws IOException {
        if (count > end - at || count > outEnd - outAt) {
            throw damaged();
        }
        System.arraycopy(packed, at, out, outAt, count);
        at += count;
        outAt += count;
    }

    private void match(int stated) throws IOException {
        if (end - at < 2) {
            throw damaged();
        }
        int offset = (packed[at] & 0xFF) | (packed[at + 1] & 0xFF) << 8;
        at += 2;
        int count = count(stated) + SHORTEST_MATCH;
        if (offset == 0 || offset > outAt || count > outEnd - outAt) {
            throw damaged();
        }
        if (offset >= count) {
            System.arraycopy(out, outAt - offset, out, outAt, count);
        } else {
            // What is copied grows as it is copied.
            for (int i = 0; i < count; i++) {
                out[outAt + i] = out[outAt - offset + i];
            }
        }
        outAt += count;
    }

    private int count(int stated) throws IOException {
        int count = stated;
        int more = stated == MORE ? 0xFF : 0;
        while (more == 0xFF) {
            if (at == end) {
                throw damaged();
            }
            more = packed[at] & 0xFF;
            at++;
            count += more;
            if (count > out.length) {
                throw damaged();
            }
        }
        return count;
    }

    private static IOException damaged() {
        return new IOException("damaged LZ4 data");
    }
}
