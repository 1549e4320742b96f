// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One SCTP association, lent to the one conversation of an exchange. Each user message is handed on for itself. It is left
 * with SHUTDOWN, for which the other side has a while; then it is told ABORT.
 */
// What fails in a timer is the end that was wanted.
@SuppressWarnings("FutureReturnValueIgnored")
final class SctpLine implements Line, Associations.Visitor {
    /** How long the other side has to acknowledge what was said, and the end. */
    private static final long LEAVING_MILLIS = 2_000;

    private final Errand errand;
    private final ProbeLimits limits;
    private final Door door;
    private final Watcher watcher;
    private final Talk talk;
    private final Instant started;
    private final Duration opens;
    private final long payloadProtocol;
    private final long startedNanos = System.nanoTime();
    private Associations.@Nullable Open association;
    private @Nullable ScheduledFuture<?> patience;
    private @Nullable ScheduledFuture<?> idle;
    private @Nullable ScheduledFuture<?> leaving;
    private boolean connected;
    private boolean ended;
    private boolean gone;
    private long opening;

    /** @param opens how long the association may take to open */
    SctpLine(Errand errand, ProbeLimits limits, Door door, Instant started, Duration opens, Watcher watcher) {
        this.errand = errand;
        this.limits = limits;
        this.door = door;
        this.started = started;
        this.opens = opens;
        this.watcher = watcher;
        this.payloadProtocol = errand.exchange().conversations().get(0).payloadProtocol();
        this.talk = new Talk(errand.exchange(), limits.bytes(), this::write);
    }

    @Override
    public void open() {
        long millis = opens.toMillis();
        patience = door.loop()
                .schedule(
                        () -> end(Status.FILTERED, "no answer within " + millis + " ms"),
                        millis,
                        TimeUnit.MILLISECONDS);
        association = door.associate(errand.endpoint(), this);
    }

    @Override
    public void adopt(int descriptor) {
        throw new IllegalStateException("an association is never open before");
    }

    @Override
    public void abandon(String why) {
        end(Status.BUDGET_SPENT, why);
    }

    @Override
    public void opened() {
        if (ended) {
            return;
        }
        connected = true;
        opening = System.nanoTime() - startedNanos;
        cancel(patience);
        if (errand.announced()) {
            watcher.reached(errand, attempt("connect", Status.ANSWERED, "COOKIE ACK"));
        }
        long millis = errand.patience().toMillis();
        patience = later(millis, "did not end within " + millis + " ms");
        awaitMore();
        talk.open();
        endWhereOver();
    }

    @Override
    public void message(long identifier, byte[] message) {
        if (!ended) {
            talk.receiveMessage(message, identifier);
            awaitMore();
            endWhereOver();
        }
    }

    @Override
    public void ended(Status status, String detail) {
        if (!gone) {
            gone = true;
            end(status, detail);
            cancel(leaving);
            watcher.closed(errand);
        }
    }

    private void write(byte[] bytes) {
        if (association != null) {
            association.send(payloadProtocol, bytes);
        }
    }

    private void awaitMore() {
        cancel(idle);
        if (!ended) {
            int silences = talk.received() > 0 ? 0 : errand.silences();
            long millis = limits.idle(silences, Duration.ofNanos(opening)).toMillis();
            idle = later(millis, "silent for " + millis + " ms");
        }
    }

    private ScheduledFuture<?> later(long millis, String why) {
        return door.loop().schedule(() -> end(Status.TIMED_OUT, why), millis, TimeUnit.MILLISECONDS);
    }

    private void endWhereOver() {
        if (talk.over()) {
            end(talk.status(), talk.detail());
        }
    }

    private void end(Status status, String why) {
        if (ended) {
            return;
        }
        ended = true;
        cancel(patience);
        cancel(idle);
        if (connected) {
            talk.end(status, why);
            Attempt attempt = attempt(errand.exchange().question(), talk.status(), talk.detail());
            watcher.ended(errand, new Ended(attempt, true, talk.spoke(), talk.stated(), talk.heard(), talk.below()));
        } else {
            watcher.ended(errand, Ended.unreached(attempt(errand.firstQuestion(), status, why)));
        }
        leave();
    }

    private void leave() {
        Associations.Open open = association;
        if (open != null && !gone) {
            leaving = door.loop().schedule(open::abort, LEAVING_MILLIS, TimeUnit.MILLISECONDS);
            open.leave();
        }
    }

    private Attempt attempt(String question, Status status, String detail) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
        return new Attempt(errand.endpoint(), question, status, detail, started, millis, talk.sent(), talk.received());
    }

    private static void cancel(@Nullable ScheduledFuture<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
