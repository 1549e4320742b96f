// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** A pipe, or whatever else cannot be mapped, through one buffer that only a record longer than it makes grow. */
final class StreamInput extends CaptureInput {
    private static final int BUFFER = 1 << 20;

    private final ReadableByteChannel channel;
    private ByteBuffer buffer;

    StreamInput(ReadableByteChannel channel) {
        this(channel, BUFFER);
    }

    StreamInput(ReadableByteChannel channel, int bufferSize) {
        this.channel = channel;
        this.buffer = ByteBuffer.allocateDirect(bufferSize);
    }

    @Override
    void slide(int count) throws IOException {
        int kept = left();
        ByteBuffer target = count > buffer.capacity() ? ByteBuffer.allocateDirect(count) : buffer;
        ByteBuffer rest = buffer.duplicate().limit(at() + kept).position(at());
        target.clear();
        target.put(rest);
        buffer = target;
        // A pipe gives what it has: a live capture is read frame by frame, not buffer by buffer.
        boolean open = true;
        while (open && target.position() < count) {
            open = channel.read(target) >= 0;
        }
        int end = target.position();
        target.clear();
        slid(target, 0, end);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
