// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The bytes of a capture in order, through a window that slides over them. Reading starts with {@link #have}, which
 * makes so many bytes lie whole in the window, also where they cross the window's old end.
 */
abstract class CaptureInput implements Closeable {
    /** No record of a sound capture is longer; a window can always hold one. */
    static final int LONGEST = 16 << 20;

    private ByteBuffer window = ByteBuffer.allocate(0);
    private int at;
    private int end;
    private long base;

    /** Whether {@code count} more bytes (at most {@link #LONGEST} and a little) stand in the window. */
    final boolean have(int count) throws IOException {
        if (end - at < count) {
            slide(count);
        }
        return end - at >= count;
    }

    /** Moves the window so that it begins at {@link #at} and holds at least {@code count} bytes, if there are so many. */
    abstract void slide(int count) throws IOException;

    /** Sets the new window; {@code begin} is where in it the bytes at {@link #offset} now stand. */
    final void slid(ByteBuffer to, int begin, int limit) {
        base = offset() - begin;
        window = to;
        at = begin;
        end = limit;
    }

    final ByteBuffer window() {
        return window;
    }

    /** Where in the window the next byte stands. */
    final int at() {
        return at;
    }

    /** Bytes in the window that were not passed yet. */
    final int left() {
        return end - at;
    }

    /** How far from the beginning of the capture the next byte stands. */
    final long offset() {
        return base + at;
    }

    /** Passes bytes that {@link #have} has shown to be there. */
    final void pass(int count) {
        at += count;
    }
}
