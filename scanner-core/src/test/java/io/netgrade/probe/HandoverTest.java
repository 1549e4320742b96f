// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoverTest {
    private final List<Standing> standings = new ArrayList<>();
    private int settled;
    private final Handover handover = new Handover(observation -> {}, attempt -> {}, standings::add, () -> settled++);

    @Test
    void endsWhereTheClockPutsAStandingBehindTheEnd() {
        Standing before = new Standing(1, List.of());
        handover.stands(before);
        handover.end();
        handover.stands(new Standing(2, List.of()));

        assertTimeoutPreemptively(Duration.ofSeconds(10), handover::handOut);

        assertThat(standings).startsWith(before);
        assertThat(settled).isPositive();
    }

    @Test
    void goesOnWhileNothingHasEnded() throws InterruptedException {
        Thread taker = new Thread(() -> {
            try {
                handover.handOut();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        taker.start();
        handover.stands(new Standing(1, List.of()));
        taker.join(300);
        boolean alive = taker.isAlive();
        handover.end();
        taker.join(10_000);

        assertThat(alive).isTrue();
        assertThat(taker.isAlive()).isFalse();
    }
}
