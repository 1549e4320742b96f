// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassTest {
    private static final int LENGTH = 2_000;

    private final Board board = new Board(0, LENGTH);
    private final Pass pass = new Pass(board, new Throttle(1_000_000, System.nanoTime()));
    private final ConcurrentLinkedQueue<Integer> claimed = new ConcurrentLinkedQueue<>();

    @Test
    void threadsClaimEachSilentEndpointOnceAndNoneThatHasAnswered() throws Exception {
        IntStream.range(0, LENGTH).filter(i -> i % 4 == 0).forEach(i -> board.answered(i, Finding.CLOSED));

        var threads = Executors.newFixedThreadPool(2);
        for (Future<?> each :
                threads.invokeAll(List.of(Executors.callable(this::claim), Executors.callable(this::claim)))) {
            each.get();
        }
        threads.shutdown();

        assertThat(claimed)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, LENGTH)
                        .filter(i -> i % 4 != 0)
                        .boxed()
                        .toList());
    }

    @Test
    void nothingIsLeftToClaimOfAPassThatWasEnded() {
        assertThat(pass.over()).isFalse();
        pass.end();
        assertThat(pass.over()).isTrue();
    }

    private void claim() {
        int[] indices = new int[Batch.MOST];
        while (!pass.over()) {
            int count = pass.claim(indices);
            for (int i = 0; i < count; i++) {
                claimed.add(indices[i]);
            }
        }
    }
}
