// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.capture.FrameSink;
import io.netgrade.wire.ByteView;

/** Some frames of a capture, copied, on their way from its reader to an eye. Filled and emptied again and again. */
final class FrameBatch {
    private static final int MOST_FRAMES = 1024;
    private static final int USUAL_BYTES = 1 << 18;

    private final int[] starts = new int[MOST_FRAMES];
    private final int[] lengths = new int[MOST_FRAMES];
    private final int[] linkTypes = new int[MOST_FRAMES];
    private final long[] times = new long[MOST_FRAMES];
    private final long[] originalLengths = new long[MOST_FRAMES];
    private final long[] numbers = new long[MOST_FRAMES];
    private final ByteView view = new ByteView();
    private byte[] bytes = new byte[USUAL_BYTES];
    private int used;
    private int count;

    boolean isEmpty() {
        return count == 0;
    }

    void clear() {
        used = 0;
        count = 0;
    }

    /** Takes a frame as a {@link FrameSink} is given it; false where there is no room left. An empty batch takes any. */
    boolean take(ByteView frame, int linkType, long timeNanos, long originalLength, long number) {
        int length = frame.length();
        if (count == MOST_FRAMES || (count > 0 && bytes.length - used < length)) {
            return false;
        }
        if (bytes.length < length) {
            bytes = new byte[length];
        }
        frame.copyTo(bytes, used, 0, length);
        starts[count] = used;
        lengths[count] = length;
        linkTypes[count] = linkType;
        times[count] = timeNanos;
        originalLengths[count] = originalLength;
        numbers[count] = number;
        used += length;
        count++;
        return true;
    }

    /** Gives the frames in the order in which they were taken. */
    void giveTo(FrameSink sink) {
        for (int i = 0; i < count; i++) {
            sink.frame(
                    view.wrap(bytes, starts[i], lengths[i]),
                    linkTypes[i],
                    times[i],
                    lengths[i],
                    originalLengths[i],
                    numbers[i]);
        }
    }
}
