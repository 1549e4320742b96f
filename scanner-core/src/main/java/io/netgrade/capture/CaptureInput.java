// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import io.netgrade.wire.ByteView;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a capture in order, through a window that slides over them. Reading starts with {@link #have}, which
 * makes so many bytes lie whole in the window. Only a record longer than the window makes it grow.
 */
final class CaptureInput {
    /** No record of a sound capture is longer; a window can always hold one. */
    static final int LONGEST = 16 << 20;

    /** Small enough to stay in a core's own cache: a larger one was measured to be slower. */
    private static final int WINDOW = 1 << 18;

    private final InputStream stream;
    private byte[] bytes;
    private final ByteView window = new ByteView();
    private int at;
    private int end;
    private long base;

    CaptureInput(InputStream stream) {
        this(stream, WINDOW);
    }

    CaptureInput(InputStream stream, int windowSize) {
        this.stream = stream;
        bytes = new byte[windowSize];
        window.wrap(bytes, 0, windowSize);
    }

    /** Whether {@code count} more bytes (at most {@link #LONGEST} and a little) stand in the window. */
    boolean have(int count) throws IOException {
        if (end - at < count) {
            slide(count);
        }
        return end - at >= count;
    }

    private void slide(int count) throws IOException {
        byte[] target = count > bytes.length ? new byte[count] : bytes;
        System.arraycopy(bytes, at, target, 0, end - at);
        if (target != bytes) {
            bytes = target;
            window.wrap(target, 0, target.length);
        }
        base += at;
        end -= at;
        at = 0;
        // A pipe gives what it has: a live capture is read frame by frame, not window by window.
        int read = 0;
        while (end < count && read >= 0) {
            read = stream.read(bytes, end, bytes.length - end);
            end += Math.max(read, 0);
        }
    }

    /** All bytes held, those passed and those not filled yet included; another one's place once {@link #have} was asked. */
    ByteView window() {
        return window;
    }

    /** Where in the window the next byte stands. */
    int at() {
        return at;
    }

    /** Bytes in the window that were not passed yet. */
    int left() {
        return end - at;
    }

    /** How far from the beginning of the capture the next byte stands. */
    long offset() {
        return base + at;
    }

    /** Passes bytes that {@link #have} has shown to be there. */
    void pass(int count) {
        at += count;
    }
}
