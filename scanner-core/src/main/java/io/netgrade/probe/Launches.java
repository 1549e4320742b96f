// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the connections of turns whose time has come, and knows which are under way. */
final class Launches {
    private final Candidates candidates;
    private final ProbeLimits limits;
    private final Door door;
    private final Notes notes;
    private final Manners manners;
    private final HostSlots slots;
    private final Line.Watcher watcher;
    private final IdentityHashMap<Errand, Running> running = new IdentityHashMap<>();

    /** @param doubtsBefore what was in doubt of the host when it began */
    record Running(Turn turn, Line line, long doubtsBefore) {}

    /** @param watcher told what becomes of them */
    Launches(
            Candidates candidates,
            ProbeLimits limits,
            Door door,
            Notes notes,
            Manners manners,
            HostSlots slots,
            Line.Watcher watcher) {
        this.candidates = candidates;
        this.limits = limits;
        this.door = door;
        this.notes = notes;
        this.manners = manners;
        this.slots = slots;
        this.watcher = watcher;
    }

    Examination examination(Endpoint endpoint, long place) {
        return new Examination(
                endpoint,
                place,
                candidates,
                limits,
                notes,
                () -> manners.silentPorts(endpoint.address()),
                () -> manners.isGentle(endpoint));
    }

    /** @param knocked what was found when a port of this machine was knocked at for it */
    void launch(Turn turn, LocalKnock.Result knocked) {
        Turn whole = turn.errand() == null ? whole(turn) : turn;
        Errand errand = Objects.requireNonNull(whole.errand(), "a turn is whole once it is launched");
        boolean stream = errand.endpoint().transport() == Transport.TCP;
        if (knocked == LocalKnock.Result.OPEN && !stream) {
            door.leaveKnocked();
        }
        Line line = line(turn, errand);
        Host host = manners.host(turn.address());
        if (host != null) {
            host.asked(System.nanoTime(), limits.gentleGap());
        }
        slots.take(turn.address());
        running.put(
                errand,
                new Running(whole, line, host == null ? 0 : host.doubts().next()));
        if (knocked == LocalKnock.Result.OPEN && stream) {
            line.adopt(door.knocked());
        } else {
            line.open();
        }
    }

    private Turn whole(Turn turn) {
        Examination examination = examination(turn.endpoint(), turn.place());
        return Turn.of(
                examination,
                examination.next().orElseThrow(() -> new IllegalStateException("an open TCP port is listened to")));
    }

    private Line line(Turn turn, Errand errand) {
        Instant now = notes.clock().instant();
        return switch (errand.endpoint().transport()) {
            case UDP, IP -> new UdpLine(errand, limits, door, now, watcher);
            case TCP ->
                new TcpLine(
                        errand,
                        limits,
                        door,
                        now,
                        manners.patience(turn.address(), limits.connectTimeout(), crowded(turn)),
                        watcher);
            case SCTP -> new SctpLine(errand, limits, door, now, limits.connectTimeout(), watcher);
        };
    }

    /** Whether a turn takes one of the last places of its host; what is known to be open is waited for in any case. */
    private boolean crowded(Turn turn) {
        Errand errand = turn.errand();
        return (errand == null || errand.announced()) && slots.crowded(turn.address(), limits.perHost());
    }

    /** Null where it is not under way. */
    @Nullable
    Running running(Errand errand) {
        return running.get(errand);
    }

    /** The socket of one is gone. */
    void closed(Errand errand) {
        if (running.remove(errand) != null) {
            slots.release(errand.endpoint().address());
        }
    }

    boolean isEmpty() {
        return running.isEmpty();
    }

    int size() {
        return running.size();
    }

    /** Ends all, keeping what was seen. */
    void abandon(String why) {
        List.copyOf(running.values()).forEach(each -> each.line().abandon(why));
    }
}
