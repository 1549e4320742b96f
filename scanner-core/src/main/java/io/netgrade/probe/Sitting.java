// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The time that one errand takes on its line: how long it waits for the whole and for the next byte, and what it becomes. */
final class Sitting {
    private final Errand errand;
    private final ProbeLimits limits;
    private final EventLoop loop;
    private final Instant started;
    private final Consumer<String> overdue;
    private final long startedNanos = System.nanoTime();
    private @Nullable ScheduledFuture<?> whole;
    private @Nullable ScheduledFuture<?> next;
    private boolean over;
    private long opening;

    /** @param overdue told why, where it waits in vain: once or twice */
    Sitting(Errand errand, ProbeLimits limits, EventLoop loop, Instant started, Consumer<String> overdue) {
        this.errand = errand;
        this.limits = limits;
        this.loop = loop;
        this.started = started;
        this.overdue = overdue;
    }

    /** The line is open: from now on the errand has so much time as it may take. */
    void opened() {
        opening = System.nanoTime() - startedNanos;
        long millis = errand.patience().toMillis();
        whole = later(millis, "did not end within " + millis + " ms");
    }

    /** Starts the wait for the next byte anew. */
    void awaitMore(Talk talk) {
        cancel(next);
        if (!over) {
            int silences = talk.received() > 0 ? 0 : errand.silences();
            long millis = limits.idle(silences, Duration.ofNanos(opening)).toMillis();
            next = later(millis, "silent for " + millis + " ms");
        }
    }

    /** Nothing is waited for any more. */
    void end() {
        over = true;
        cancel(whole);
        cancel(next);
    }

    Attempt attempt(String question, Status status, String detail, Talk talk) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
        return new Attempt(errand.endpoint(), question, status, detail, started, millis, talk.sent(), talk.received());
    }

    /** As the errand's question ended. */
    Attempt attempt(Talk talk) {
        return attempt(errand.exchange().question(), talk.status(), talk.detail(), talk);
    }

    static void cancel(@Nullable ScheduledFuture<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private ScheduledFuture<?> later(long millis, String why) {
        return loop.schedule(() -> overdue.accept(why), millis, TimeUnit.MILLISECONDS);
    }
}
