// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What a run saw, on its way from the event loop to the thread that called for the run and writes it down: so that writing
 * and connecting go on side by side. Where the writing is the slower, the event loop waits.
 */
final class Handover {
    private static final int HELD = 64;
    private static final int BATCH = 128;
    private static final Object END = new Object();

    private final BlockingQueue<List<Object>> seen = new ArrayBlockingQueue<>(HELD);
    private final Consumer<Observation> observations;
    private final Consumer<Attempt> attempts;
    private final Consumer<Standing> standings;
    private volatile boolean refused;
    private final Runnable settle;
    /** Seen, and not passed on yet. */
    private List<Object> batch = new ArrayList<>(BATCH);

    /** @param settle run after each batch that was handed out */
    Handover(
            Consumer<Observation> observations,
            Consumer<Attempt> attempts,
            Consumer<Standing> standings,
            Runnable settle) {
        this.standings = standings;
        this.settle = settle;
        this.observations = observations;
        this.attempts = attempts;
    }

    void saw(Observation observation) {
        put(observation);
    }

    void ended(Attempt attempt) {
        put(attempt);
    }

    /** How far the run is: what was seen of all before was put in before. */
    void stands(Standing standing) {
        put(standing);
        pass();
    }

    /** Nothing more will come. */
    void end() {
        put(END);
        pass();
    }

    /** Nobody takes anything any more; what is still seen is dropped. */
    void close() {
        refused = true;
    }

    private void put(Object one) {
        batch.add(one);
        if (batch.size() >= BATCH) {
            pass();
        }
    }

    /** Passes on what was put in since the last time. */
    void pass() {
        if (batch.isEmpty()) {
            return;
        }
        List<Object> passed = batch;
        batch = new ArrayList<>(BATCH);
        try {
            while (!refused && !seen.offer(passed, 1, TimeUnit.SECONDS)) {
                Thread.onSpinWait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Hands out until the end, on the thread that calls.
     *
     * @throws InterruptedException where the thread is interrupted; it may be called again
     */
    void handOut() throws InterruptedException {
        List<List<Object>> batches = new ArrayList<>(HELD);
        boolean more = true;
        while (more) {
            batches.clear();
            batches.add(seen.take());
            seen.drainTo(batches);
            more = handOut(batches.stream().flatMap(List::stream).toList());
        }
    }

    private boolean handOut(List<Object> all) {
        try {
            for (Object one : all) {
                if (one instanceof Attempt attempt) {
                    attempts.accept(attempt);
                } else if (one instanceof Observation observation) {
                    observations.accept(observation);
                } else if (one instanceof Standing standing) {
                    settle.run();
                    standings.accept(standing);
                }
            }
            settle.run();
        } catch (RuntimeException | Error e) {
            refused = true;
            throw e;
        }
        // The clock may have put a standing behind the end.
        return !all.contains(END);
    }
}
