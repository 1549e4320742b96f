// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Scope;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Observation;
import io.netgrade.protocol.Protocol;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Visits endpoints, learns what they speak, and asks. Scope, pace and limits hold for everything it does.
 *
 * <p>Observations and attempts are handed out as they come, on the thread that runs it. A run can be interrupted; it then ends cleanly and keeps what it has.
 */
public final class Prober {
    private static final long STANDING_MILLIS = 300;

    /** After an interrupt: the time in which connections are closed as they should be. */
    private static final long FAREWELL_SECONDS = 5;

    private final List<Protocol> protocols;
    private final Scope scope;
    private final ProbeLimits limits;
    private final InstantSource clock;
    private final Consumer<Observation> observations;
    private final Consumer<Attempt> attempts;
    private final boolean epoll;
    private Runnable settle = () -> {};
    private @Nullable Associations associations;
    private IcmpErrors errors = IcmpErrors.NONE;
    private List<Protocol> known;
    private Map<InetAddress, Integer> others = Map.of();

    /** @param protocols those to look for; in the order in which unknown services are asked */
    public Prober(
            List<Protocol> protocols,
            Scope scope,
            ProbeLimits limits,
            InstantSource clock,
            Consumer<Observation> observations,
            Consumer<Attempt> attempts) {
        this(protocols, scope, limits, clock, observations, attempts, true);
    }

    /** @param epoll whether epoll is used where the machine has it */
    Prober(
            List<Protocol> protocols,
            Scope scope,
            ProbeLimits limits,
            InstantSource clock,
            Consumer<Observation> observations,
            Consumer<Attempt> attempts,
            boolean epoll) {
        this.protocols = List.copyOf(protocols);
        this.scope = scope;
        this.limits = limits;
        this.clock = clock;
        this.observations = observations;
        this.attempts = attempts;
        this.epoll = epoll;
        this.known = this.protocols;
    }

    /**
     * Lets whoever takes what is seen put it by until it is told to settle it: at once where nothing more waits.
     *
     * @return this
     */
    public Prober settling(Runnable wanted) {
        settle = wanted;
        return this;
    }

    /**
     * Visits SCTP ports too; without it nothing is sent to those.
     *
     * @param wanted open while the prober runs
     * @param all protocols, those that are never asked among them: what takes an association on the usual port of one is
     *     named by it
     * @return this
     */
    public Prober associating(Associations wanted, List<Protocol> all) {
        associations = wanted;
        known = List.copyOf(all);
        return this;
    }

    /**
     * Holds the open ports of hosts against others that somebody has tried before: where all that are visited are known to be
     * open, a host of many services would else be taken for one that answers on every port. Holds for the runs that follow.
     *
     * @param wanted of each host how many other ports were tried, and were not open
     * @return this
     */
    public Prober besides(Map<InetAddress, Integer> wanted) {
        others = Map.copyOf(wanted);
        return this;
    }

    /**
     * Says of TCP connections that did not open what ICMP said, and who.
     *
     * @return this
     */
    public Prober hearing(IcmpErrors wanted) {
        errors = wanted;
        return this;
    }

    /** The least time that visiting the targets takes; questions to open endpoints come on top. */
    public Duration estimate(List<ProbeTarget> targets) {
        return limits.leastDuration(EndpointOrder.count(targets));
    }

    /**
     * Visits every endpoint of the targets. Blocks until all are done, or the thread is interrupted; an interrupt is
     * answered by an early end ({@link ProbeReport#interrupted}), and the thread's flag is then clear, so that results
     * can be written.
     *
     * @throws IllegalArgumentException where the targets name more endpoints than one run visits
     */
    public ProbeReport run(List<ProbeTarget> targets) {
        return run(targets, Course.WHOLE);
    }

    /** The same for the endpoints of a course. */
    public ProbeReport run(List<ProbeTarget> targets, Course course) {
        return run(targets, course, ProbeWatch.NONE);
    }

    /** The same, with somebody who looks on. */
    // The standings end with the loop.
    @SuppressWarnings("FutureReturnValueIgnored")
    public ProbeReport run(List<ProbeTarget> targets, Course course, ProbeWatch watch) {
        long started = System.nanoTime();
        EndpointOrder order = new EndpointOrder(targets, course);
        long endpoints = order.left();
        Handover handover = new Handover(observations, attempts, watch.standings(), settle);
        Notes notes = new Notes(clock, handover);
        Door door = new Door(scope, clock, epoll, watch.tap(), associations, errors);
        Visits visits = new Visits();
        Dispatch dispatch = new Dispatch(
                order,
                new Candidates(protocols, limits).knowing(known),
                limits,
                door,
                notes,
                visits,
                new Manners(notes, visits, others));
        boolean interrupted;
        try (door) {
            door.loop().execute(dispatch::start);
            door.loop()
                    .scheduleAtFixedRate(
                            () -> handover.stands(dispatch.standing()),
                            STANDING_MILLIS,
                            STANDING_MILLIS,
                            TimeUnit.MILLISECONDS);
            CompletableFuture<Void> over = dispatch.finished().whenComplete((done, fault) -> handover.end());
            interrupted = awaited(door, dispatch, over, handover);
        } finally {
            handover.close();
        }
        watch.standings().accept(dispatch.standing());
        return new ProbeReport(
                endpoints,
                visits.contacts(),
                visits.unaskedEndpoints(),
                visits.unvisitedEndpoints(),
                done(dispatch.standing()),
                notes.endings(),
                interrupted,
                dispatch.stopped(),
                visits.unknownHosts(),
                Duration.ofNanos(System.nanoTime() - started));
    }

    private static long done(Standing standing) {
        return standing.open().isEmpty() ? standing.next() : standing.open().get(0);
    }

    /** Hands out what is seen until the end; true where an interrupt brought it. */
    private static boolean awaited(Door door, Dispatch dispatch, CompletableFuture<Void> over, Handover handover) {
        try {
            handover.handOut();
            over.get();
            return false;
        } catch (InterruptedException e) {
            door.loop().execute(() -> dispatch.stop(Attempt.INTERRUPTED));
            Future<?> farewell = door.loop().schedule(handover::end, FAREWELL_SECONDS, TimeUnit.SECONDS);
            handOutTheRest(handover);
            farewell.cancel(false);
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the probe was stopped by a fault", e.getCause());
        } catch (RuntimeException e) {
            throw new IllegalStateException("the probe was stopped by a fault of who takes what it sees", e);
        }
    }

    private static void handOutTheRest(Handover handover) {
        try {
            handover.handOut();
        } catch (InterruptedException e) {
            // Interrupted twice: the door closes what is open without farewell.
            handover.close();
        }
    }
}
