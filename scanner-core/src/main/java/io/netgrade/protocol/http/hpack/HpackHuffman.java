// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.hpack;

import io.netgrade.wire.ByteView;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Huffman code of string literals (RFC 7541 section 5.2). */
final class HpackHuffman {
    private static final int LONGEST_CODE = 30;
    private static final int END = 256;
    private static final int MOST_PADDING = 7;

    /** The first code of each length. */
    private static final int[] FIRST = new int[LONGEST_CODE + 1];
    /** How many codes have each length. */
    private static final int[] COUNT = new int[LONGEST_CODE + 1];
    /** Where the octets of each length begin in {@link #OCTETS}. */
    private static final int[] OFFSET = new int[LONGEST_CODE + 1];

    private static final int[] OCTETS = octets();

    private HpackHuffman() {}

    private static int[] octets() {
        int[] lengths = HpackResource.lines("huffman.txt").stream()
                .flatMap(line -> Stream.of(line.split(" ")))
                .mapToInt(Integer::parseInt)
                .toArray();
        if (lengths.length != END + 1) {
            throw new IllegalStateException("not 257 lengths: " + lengths.length);
        }
        Arrays.stream(lengths).forEach(length -> COUNT[length]++);
        int code = 0;
        int offset = 0;
        int[] octets = new int[lengths.length];
        for (int length = 1; length <= LONGEST_CODE; length++) {
            code = code << 1;
            FIRST[length] = code;
            OFFSET[length] = offset;
            for (int octet = 0; octet < lengths.length; octet++) {
                if (lengths[octet] == length) {
                    octets[offset++] = octet;
                }
            }
            code += COUNT[length];
        }
        return octets;
    }

    /** The text; null where the bytes break the code. */
    static @Nullable String read(ByteView bytes, int from, int count) {
        StringBuilder text = new StringBuilder(2 * count);
        int code = 0;
        int length = 0;
        for (int bit = 0; bit < 8 * count; bit++) {
            int next = (bytes.u8(from + bit / 8) >> (7 - bit % 8)) & 1;
            code = (code << 1) | next;
            length++;
            if (length > LONGEST_CODE) {
                return null;
            }
            int index = code - FIRST[length];
            if (index >= 0 && index < COUNT[length]) {
                int octet = OCTETS[OFFSET[length] + index];
                if (octet == END) {
                    return null;
                }
                text.append((char) octet);
                code = 0;
                length = 0;
            }
        }
        // What is left is padding: the beginning of the end's code, which is all ones.
        return length <= MOST_PADDING && code == (1 << length) - 1 ? text.toString() : null;
    }
}
