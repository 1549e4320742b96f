// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.capture.FrameSink;
import io.netgrade.wire.ByteView;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Hands frames from one thread to another, some at a time. A few batches are all there are: whoever fills them waits for
 * whoever empties them, so that neither is far ahead and the memory stays what it is.
 */
final class FrameQueue {
    private static final int BATCHES = 4;

    private final BlockingQueue<FrameBatch> full = new ArrayBlockingQueue<>(BATCHES + 1);
    private final BlockingQueue<FrameBatch> empty = new ArrayBlockingQueue<>(BATCHES);
    private FrameBatch filling = new FrameBatch();

    FrameQueue() {
        for (int more = 1; more < BATCHES; more++) {
            empty.add(new FrameBatch());
        }
    }

    /** Copies one frame into the queue; waits where it is full. */
    void put(ByteView frame, int linkType, long timeNanos, long originalLength, long number)
            throws InterruptedException {
        if (!filling.take(frame, linkType, timeNanos, originalLength, number)) {
            full.put(filling);
            filling = empty.take();
            filling.take(frame, linkType, timeNanos, originalLength, number);
        }
    }

    /** Says that the capture is at its end; what the other thread gives out then returns. */
    void end() throws InterruptedException {
        if (!filling.isEmpty()) {
            full.put(filling);
            filling = empty.take();
        }
        full.put(filling);
        filling = empty.take();
    }

    /**
     * Gives all frames of a capture to a sink, until {@link #end}. Where the sink fails, the rest is passed over, so that
     * nobody waits for ever, and the failure is thrown at the end.
     */
    void giveTo(FrameSink sink) throws InterruptedException {
        Throwable failure = null;
        boolean ended = false;
        while (!ended) {
            FrameBatch batch = full.take();
            ended = batch.isEmpty();
            try {
                if (failure == null) {
                    batch.giveTo(sink);
                }
            } catch (RuntimeException | Error e) {
                failure = e;
            } finally {
                batch.clear();
                empty.put(batch);
            }
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException fault) {
            throw fault;
        }
    }
}
