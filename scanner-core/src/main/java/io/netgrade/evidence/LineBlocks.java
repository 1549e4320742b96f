// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a file into blocks of whole lines. */
final class LineBlocks {
    /** Bytes read at a time: some hundred lines, so that a few blocks on their way take little memory. */
    private static final int USUAL = 1 << 19;

    private final InputStream in;
    private final int longestLine;
    private byte[] begun = new byte[0];
    private boolean ended;

    /** @param longestLine the bytes after which a line is given up: the block with it ends there */
    LineBlocks(InputStream in, int longestLine) {
        this.in = in;
        this.longestLine = longestLine;
    }

    /** Empty at the end of the file. */
    Optional<LineBlock> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOf(begun, begun.length + USUAL);
        int size = begun.length;
        while (true) {
            int room = bytes.length - size;
            int read = in.readNBytes(bytes, size, room);
            int lines = afterLastLine(bytes, size, size + read);
            size += read;
            ended = read < room;
            if (ended || lines > 0 || size > longestLine) {
                int whole = ended || lines == 0 ? size : lines;
                begun = Arrays.copyOfRange(bytes, whole, size);
                return Optional.of(new LineBlock(bytes, whole));
            }
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
    }

    private static int afterLastLine(byte[] bytes, int from, int to) {
        int at = to;
        while (at > from && bytes[at - 1] != '\n') {
            at--;
        }
        return at > from ? at : 0;
    }
}
