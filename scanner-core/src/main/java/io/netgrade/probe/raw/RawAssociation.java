// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.fact.Attempt.Status;
import io.netgrade.probe.Associations;
import io.netgrade.probe.sctp.Association;
import io.netgrade.probe.sctp.AssociationUser;
import io.netgrade.probe.sctp.Ending;
import io.netgrade.wire.ByteView;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One association with its timer. Used on its loop, but for what the ears tell. */
// What fails in a timer is told to the visitor.
@SuppressWarnings("FutureReturnValueIgnored")
final class RawAssociation implements Associations.Open, AssociationUser {
    /** The type of the chunk that ends an association (RFC 9260 section 3.3.7). */
    static final int ABORT = 6;
    /** Where the initiate tag stands in a packet that begins with INIT. */
    private static final int TAG_AT = 16;

    private final Wire wire;
    private final int tag;
    private final ScheduledExecutorService loop;
    private final Associations.Visitor visitor;
    private final Runnable gone;
    private final Association association;
    private @Nullable ScheduledFuture<?> timer;
    private long set = Long.MAX_VALUE;
    private boolean opened;
    private boolean over;

    /** @param gone called once, when it is over */
    RawAssociation(
            Wire wire,
            int sourcePort,
            int tag,
            int first,
            boolean checked,
            ScheduledExecutorService loop,
            Associations.Visitor visitor,
            Runnable gone) {
        this.wire = wire;
        this.tag = tag;
        this.loop = loop;
        this.visitor = visitor;
        this.gone = gone;
        this.association = new Association(sourcePort, wire.port(), tag, first, checked, this);
    }

    void begin() {
        if (!over) {
            association.open(System.nanoTime());
            arm();
        }
    }

    @Override
    public void send(long payloadProtocol, byte[] message) {
        association.send(payloadProtocol, message, System.nanoTime());
        arm();
    }

    @Override
    public void leave() {
        association.shutdown(System.nanoTime());
        arm();
    }

    @Override
    public void abort() {
        association.abort();
        arm();
    }

    /** A packet came to our port. Called by any thread. */
    void heard(byte[] packet, Spot from) {
        loop.execute(() -> {
            if (!over) {
                wire.heard(packet, from);
                association.packet(ByteView.of(packet), System.nanoTime());
                arm();
            }
        });
    }

    /** ICMP says that a packet of ours did not arrive. Called by any thread. */
    void unreachable(byte[] quoted, Finding meaning) {
        loop.execute(() -> {
            boolean ours = quoted.length >= TAG_AT + 4 && ByteView.of(quoted).i32(TAG_AT) == tag;
            if (ours && !opened) {
                end(meaning.status(), meaning.detail());
            }
        });
    }

    /** Somebody on this machine has aborted it. Called by any thread. */
    void aborted(String who) {
        loop.execute(() -> end(Status.FILTERED, who));
    }

    @Override
    public void send(byte[] packet) {
        if (over) {
            return;
        }
        try {
            if (!wire.send(packet)) {
                end(Status.OUT_OF_SCOPE, "the scope permits nothing more");
            }
        } catch (RawSocketException e) {
            end(Status.FAULT, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void opened() {
        opened = true;
        visitor.opened();
    }

    @Override
    public void message(long payloadProtocol, byte[] message) {
        visitor.message(payloadProtocol, message);
    }

    @Override
    public void ended(Ending ending, String detail) {
        end(
                switch (ending) {
                    case ABORTED -> opened ? Status.RESET : Status.REFUSED;
                    case CLOSED, LEFT -> Status.CLOSED_EARLY;
                    case OVERRUN -> Status.BUDGET_SPENT;
                    case SILENT -> opened ? Status.TIMED_OUT : Status.FILTERED;
                    case VIOLATED -> Status.NOT_THIS_PROTOCOL;
                },
                detail);
    }

    private void end(Status status, String detail) {
        if (!over) {
            over = true;
            if (timer != null) {
                timer.cancel(false);
            }
            gone.run();
            visitor.ended(status, detail);
        }
    }

    private void arm() {
        long due = association.due();
        if (due == set) {
            return;
        }
        set = due;
        if (timer != null) {
            timer.cancel(false);
        }
        timer = due == Long.MAX_VALUE || over
                ? null
                : loop.schedule(this::elapsed, due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void elapsed() {
        if (!over) {
            set = Long.MAX_VALUE;
            association.elapsed(System.nanoTime());
            arm();
        }
    }
}
