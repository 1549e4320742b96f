// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/** A file of any size, mapped a window at a time. */
final class MappedInput extends CaptureInput {
    /** Bytes mapped at once. */
    static final int WINDOW = 64 << 20;

    /**
     * Windows between two requests to collect garbage. A window is unmapped only when its buffer is collected, and a walk
     * that allocates nothing never causes that by itself: the whole file would stay in the resident set.
     */
    private static final int COLLECT_EVERY = 2;

    private final FileChannel file;
    private final int windowSize;
    private int windows;

    MappedInput(FileChannel file) {
        this(file, WINDOW);
    }

    MappedInput(FileChannel file, int windowSize) {
        this.file = file;
        this.windowSize = windowSize;
    }

    @Override
    void slide(int count) throws IOException {
        long from = offset();
        int length = (int) Math.min(Math.max(windowSize, count), Math.max(0, file.size() - from));
        if (length > left()) {
            ByteBuffer mapped = file.map(MapMode.READ_ONLY, from, length);
            slid(mapped, 0, length);
            windows++;
            if (windows % COLLECT_EVERY == 0) {
                System.gc();
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
