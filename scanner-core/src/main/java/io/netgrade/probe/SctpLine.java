// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

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
    private final Door door;
    private final Watcher watcher;
    private final Talk talk;
    private final Sitting sitting;
    private final Duration opens;
    private final long payloadProtocol;
    private Associations.@Nullable Open association;
    private @Nullable ScheduledFuture<?> opening;
    private @Nullable ScheduledFuture<?> leaving;
    private boolean connected;
    private boolean ended;
    private boolean gone;

    /** @param opens how long the association may take to open */
    SctpLine(Errand errand, ProbeLimits limits, Door door, Instant started, Duration opens, Watcher watcher) {
        this.errand = errand;
        this.door = door;
        this.opens = opens;
        this.watcher = watcher;
        this.payloadProtocol = errand.exchange().conversations().get(0).payloadProtocol();
        this.talk = new Talk(errand.exchange(), limits.bytes(), this::write);
        this.sitting = new Sitting(errand, limits, door.loop(), started, why -> end(Status.TIMED_OUT, why));
    }

    @Override
    public void open() {
        // The first opens what all need to hear answers, which takes its time.
        association = door.associate(errand.endpoint(), this);
        long millis = opens.toMillis();
        opening = door.loop()
                .schedule(
                        () -> end(Status.FILTERED, "no answer within " + millis + " ms"),
                        millis,
                        TimeUnit.MILLISECONDS);
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
        Sitting.cancel(opening);
        sitting.opened();
        if (errand.announced()) {
            watcher.reached(errand, sitting.attempt("connect", Status.ANSWERED, "COOKIE ACK", talk));
        }
        sitting.awaitMore(talk);
        talk.open();
        endWhereOver();
    }

    @Override
    public void message(long identifier, byte[] message) {
        if (!ended) {
            talk.receiveMessage(message, identifier);
            sitting.awaitMore(talk);
            endWhereOver();
        }
    }

    @Override
    public void ended(Status status, String detail) {
        if (!gone) {
            gone = true;
            end(status, detail);
            Sitting.cancel(leaving);
            watcher.closed(errand);
        }
    }

    private void write(byte[] bytes) {
        if (association != null) {
            association.send(payloadProtocol, bytes);
        }
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
        Sitting.cancel(opening);
        sitting.end();
        if (connected) {
            talk.end(status, why);
            watcher.ended(
                    errand,
                    new Ended(sitting.attempt(talk), true, talk.spoke(), talk.stated(), talk.heard(), talk.below()));
        } else {
            watcher.ended(errand, Ended.unreached(sitting.attempt(errand.firstQuestion(), status, why, talk)));
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
}
