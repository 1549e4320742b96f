// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Decides which connection is made next, and when. Everything runs on the event loop, so that no limit is ever passed,
 * not for a moment.
 */
final class Dispatch implements Line.Watcher {
    /** Examinations under way or waiting for a slot; bounds memory, and is enough to find hosts that have one free. */
    private static final int WINDOW = 512;

    /** Steps of the scheduler before the sockets have their turn again. */
    private static final int STEPS = 256;

    private final EndpointOrder order;
    private final Candidates candidates;
    private final ProbeLimits limits;
    private final Door door;
    private final Notes notes;
    private final Pace pace;
    private final HostSlots slots;
    private final HostHealth health = new HostHealth();
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private final IdentityHashMap<Errand, Running> running = new IdentityHashMap<>();
    private final Map<Status, Long> contacts = new EnumMap<>(Status.class);
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private @Nullable ScheduledFuture<?> wake;
    /** The place in the order of each that is under way. */
    private final IdentityHashMap<Examination, Long> places = new IdentityHashMap<>();

    private final NavigableSet<Long> underWay = new TreeSet<>();
    private long unasked;
    private @Nullable Standing stoppedAt;
    private long unvisited;
    private boolean stopping;

    Dispatch(EndpointOrder order, Candidates candidates, ProbeLimits limits, Door door, Notes notes) {
        this.order = order;
        this.candidates = candidates;
        this.limits = limits;
        this.door = door;
        this.notes = notes;
        this.pace = new Pace(limits.connectionsPerSecond(), System::nanoTime);
        this.slots = new HostSlots(limits);
    }

    /** Completes when all is asked, or was stopped; fails where whoever takes the observations failed. */
    CompletableFuture<Void> finished() {
        return finished;
    }

    void start() {
        guarded(this::pump);
    }

    /** Ends everything, keeping what was seen. */
    void stop() {
        guarded(() -> {
            stoppedAt = standing();
            stopping = true;
            unvisited = order.left();
            List.copyOf(waiting).forEach(turn -> over(turn.examination()));
            waiting.clear();
            List.copyOf(running.values()).forEach(each -> each.line().abandon());
            pump();
        });
    }

    @Override
    public void reached(Errand errand, Attempt connect) {
        guarded(() -> notes.attempt(connect));
    }

    @Override
    public void ended(Errand errand, Ended ended) {
        guarded(() -> {
            notes.attempt(ended.attempt());
            if (errand.known()) {
                health.ended(errand.endpoint().address(), ended.attempt(), System.nanoTime());
            }
            Running ran = running.get(errand);
            if (ran != null) {
                ran.examination().ended(ended);
                advance(ran.examination());
            }
        });
    }

    @Override
    public void closed(Errand errand) {
        guarded(() -> {
            if (running.remove(errand) != null) {
                slots.release(errand.endpoint().address());
            }
            door.loop().execute(() -> guarded(this::pump));
        });
    }

    Map<Status, Long> contacts() {
        return contacts;
    }

    long unasked() {
        return unasked;
    }

    long unvisited() {
        return unvisited;
    }

    /** How far it is, or was when it was stopped. */
    Standing standing() {
        return stoppedAt == null ? order.standing(underWay) : stoppedAt;
    }

    private void pump() {
        boolean more = !stopping;
        for (int steps = 0; more && steps < STEPS; steps++) {
            more = refill() || step();
        }
        if (more) {
            door.loop().execute(() -> guarded(this::pump));
        } else if (waiting.isEmpty() && running.isEmpty() && (stopping || !order.hasNext())) {
            finished.complete(null);
        }
    }

    /** Takes up to one more endpoint; false where there is none, or enough are waiting. */
    private boolean refill() {
        if (waiting.size() + running.size() >= WINDOW || !order.hasNext()) {
            return false;
        }
        long place = order.place();
        Examination examination = new Examination(order.next(), candidates, limits, notes);
        examination
                .next()
                .ifPresentOrElse(
                        first -> {
                            places.put(examination, place);
                            underWay.add(place);
                            waiting.addLast(new Turn(examination, first));
                        },
                        () -> unasked++);
        return true;
    }

    /** Makes one connection, or says no to one; false where there is nothing to do now. */
    private boolean step() {
        Turn turn = ready();
        if (turn == null) {
            return false;
        }
        Optional<Refusal> refusal = refusal(turn.errand());
        long wait = refusal.isPresent() ? 0 : pace.take();
        if (wait > 0) {
            wakeIn(wait);
            return false;
        }
        waiting.remove(turn);
        refusal.ifPresentOrElse(no -> refuse(turn, no), () -> launch(turn));
        return true;
    }

    /** The first that needs not wait for its host. */
    private @Nullable Turn ready() {
        long now = System.nanoTime();
        long soonest = Long.MAX_VALUE;
        for (Iterator<Turn> turns = waiting.iterator(); turns.hasNext(); ) {
            Turn turn = turns.next();
            Endpoint endpoint = turn.errand().endpoint();
            long pause = health.pause(endpoint.address(), now);
            boolean free = slots.free(endpoint.address());
            if ((free && pause == 0) || refusal(turn.errand()).isPresent()) {
                return turn;
            }
            soonest = free ? Math.min(soonest, pause) : soonest;
        }
        if (soonest < Long.MAX_VALUE) {
            wakeIn(soonest);
        }
        return null;
    }

    private Optional<Refusal> refusal(Errand errand) {
        Endpoint endpoint = errand.endpoint();
        if (health.banned(endpoint.address())) {
            return Optional.of(new Refusal(Status.BANNED, "the host turns us away where it answered before"));
        }
        if (!Door.opens(endpoint.transport())) {
            return Optional.of(
                    new Refusal(Status.UNREACHABLE, "no " + endpoint.transport().id() + " sockets on this machine"));
        }
        return door.refusal(endpoint).map(why -> new Refusal(Status.OUT_OF_SCOPE, why));
    }

    private void refuse(Turn turn, Refusal refusal) {
        Errand errand = turn.errand();
        Attempt attempt = new Attempt(
                errand.endpoint(),
                errand.firstQuestion(),
                refusal.status(),
                refusal.why(),
                notes.clock().instant(),
                0,
                0,
                0);
        notes.attempt(attempt);
        turn.examination().ended(Ended.unreached(attempt));
        over(turn.examination());
    }

    private void launch(Turn turn) {
        Errand errand = turn.errand();
        Line line = errand.endpoint().transport() == Transport.UDP
                ? new UdpLine(errand, limits, door, notes.clock().instant(), this)
                : new TcpLine(errand, limits, door, notes.clock().instant(), this);
        slots.take(errand.endpoint().address());
        running.put(errand, new Running(turn.examination(), line));
        line.open();
    }

    private void advance(Examination examination) {
        Optional<Errand> next = stopping ? Optional.empty() : examination.next();
        next.ifPresentOrElse(errand -> waiting.addFirst(new Turn(examination, errand)), () -> over(examination));
    }

    private void over(Examination examination) {
        examination.stop();
        Optional.ofNullable(places.remove(examination)).ifPresent(underWay::remove);
        examination.contact().ifPresent(status -> contacts.merge(status, 1L, Long::sum));
        unvisited += examination.contact().isEmpty() ? 1 : 0;
    }

    private void wakeIn(long nanos) {
        if (wake != null) {
            wake.cancel(false);
        }
        wake = door.loop().schedule(() -> guarded(this::pump), nanos, TimeUnit.NANOSECONDS);
    }

    /** Runs a step of our own; its failure ends the run, so that nobody waits for ever. */
    private void guarded(Runnable step) {
        if (finished.isCompletedExceptionally()) {
            return;
        }
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            stopping = true;
            finished.completeExceptionally(e);
        }
    }

    private record Refusal(Status status, String why) {}

    private record Running(Examination examination, Line line) {}

    private record Turn(Examination examination, Errand errand) {}
}
