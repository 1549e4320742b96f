// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a block.
 *
 * @param endless whether a line follows them that is longer than any evidence
 * @param cut whether one follows them that is not ended
 */
record BlockLines(List<Line> lines, boolean endless, boolean cut) {
    /** In bytes. */
    static final int LONGEST_LINE = 4 << 20;

    static BlockLines read(LineBlock block, LineReader reader) {
        List<Line> lines = new ArrayList<>();
        byte[] bytes = block.bytes();
        int size = block.size();
        int from = 0;
        for (int i = 0; i < size; i++) {
            if (bytes[i] == '\n') {
                if (i - from > LONGEST_LINE) {
                    break;
                }
                lines.add(reader.read(bytes, from, i));
                from = i + 1;
            }
        }
        int left = size - from;
        return new BlockLines(lines, left > LONGEST_LINE, left > 0);
    }
}
