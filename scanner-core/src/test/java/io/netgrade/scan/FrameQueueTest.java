// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameQueueTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** What a sink is told of a frame. */
    private record Told(String bytes, int linkType, long time, int captured, long original, long number) {}

    private static byte[] frame(int length, int number) {
        byte[] bytes = new byte[length];
        new SplittableRandom(number).nextBytes(bytes);
        return bytes;
    }

    private static Told told(ByteView frame, int linkType, long time, int captured, long original, long number) {
        return new Told(Arrays.toString(frame.bytes()), linkType, time, captured, original, number);
    }

    @Test
    void handsOverEveryFrameAsItCame() throws Exception {
        FrameQueue queue = new FrameQueue();
        List<Told> sent = new ArrayList<>();
        List<Told> received = new ArrayList<>();
        Future<?> receiving = threads.submit(() -> {
            queue.giveTo((frame, linkType, time, captured, original, number) ->
                    received.add(told(frame, linkType, time, captured, original, number)));
            return true;
        });
        // More than all batches hold, none, and one that is larger than a batch.
        for (int number = 1; number <= 9_000; number++) {
            int length = number == 500 ? 600_000 : number == 501 ? 0 : number % 300;
            ByteView view = ByteView.of(frame(length, number));
            sent.add(told(view, number % 3, number * 7L, length, length + 5L, number));
            queue.put(view, number % 3, number * 7L, length + 5L, number);
        }
        queue.end();
        receiving.get();
        assertThat(received).isEqualTo(sent);
    }

    @Test
    void servesOneCaptureAfterAnother() throws Exception {
        FrameQueue queue = new FrameQueue();
        List<Long> received = new ArrayList<>();
        for (int capture = 1; capture <= 6; capture++) {
            Future<?> receiving = threads.submit(() -> {
                queue.giveTo((frame, linkType, time, captured, original, number) -> received.add(number));
                return true;
            });
            if (capture % 2 == 0) {
                queue.put(ByteView.of(new byte[10]), 1, 0, 10, capture);
            }
            queue.end();
            receiving.get();
        }
        assertThat(received).containsExactly(2L, 4L, 6L);
    }

    @Test
    void aSinkThatFailsLeavesNobodyWaiting() throws Exception {
        FrameQueue queue = new FrameQueue();
        Future<?> receiving = threads.submit(() -> {
            queue.giveTo((frame, linkType, time, captured, original, number) -> {
                throw new IllegalArgumentException("at " + number);
            });
            return true;
        });
        for (int number = 1; number <= 20_000; number++) {
            queue.put(ByteView.of(new byte[100]), 1, 0, 100, number);
        }
        queue.end();
        assertThatThrownBy(receiving::get).hasRootCauseMessage("at 1");
    }
}
