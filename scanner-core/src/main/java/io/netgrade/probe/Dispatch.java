// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Decides which connection is made next, and when. Everything runs on the event loop, so that no limit is ever passed,
 * not for a moment.
 */
final class Dispatch implements Line.Watcher, Pump.Work {
    /** Examinations waiting for a slot; bounds memory, and is enough to find hosts that have one free. */
    private static final int WINDOW = 512;

    private final EndpointOrder order;
    private final ProbeLimits limits;
    private final Door door;
    private final Notes notes;
    private final Pace pace;
    private final HostSlots slots;
    private final Manners manners;
    private final RunHealth health;
    private final Losses losses = new Losses();
    private final Visits visits;
    private final Waiting waiting = new Waiting();
    private final Launches launches;
    private final EarlySilence silences = new EarlySilence(losses);
    private final Pump pump;
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private @Nullable ScheduledFuture<?> clock;
    private @Nullable Standing stoppedAt;
    private long soonest;
    /** Whether the endpoint taken last was of this machine: the next is likely to be. */
    private boolean local;

    private boolean knockedLast;
    private boolean stopping;
    private String stopped = "";

    Dispatch(
            EndpointOrder order,
            Candidates candidates,
            ProbeLimits limits,
            Door door,
            Notes notes,
            Visits visits,
            Manners manners) {
        this.order = order;
        this.limits = limits;
        this.door = door;
        this.notes = notes;
        this.visits = visits;
        this.pace = new Pace(limits.connectionsPerSecond(), System::nanoTime);
        this.slots = new HostSlots(limits);
        this.manners = manners;
        this.health = new RunHealth(limits.lostInARow());
        this.pump = new Pump(door.loop(), this);
        this.launches = new Launches(candidates, limits, door, notes, manners, slots, this);
    }

    /** Completes when all is asked, or was stopped; fails where whoever takes the observations failed. */
    CompletableFuture<Void> finished() {
        return finished;
    }

    void start() {
        pump.guarded(() -> {
            String over =
                    "the time for the whole run is over (" + limits.wallTime().toMillis() / 1_000.0 + " s)";
            clock = door.loop().schedule(() -> stop(over), limits.wallTime().toMillis(), TimeUnit.MILLISECONDS);
            pump.now();
        });
    }

    /** Ends everything, keeping what was seen. */
    void stop(String why) {
        pump.guarded(() -> {
            if (stopping) {
                return;
            }
            silences.all().forEach(this::believe);
            stopped = why;
            stoppedAt = beforeFailures(order.standing(visits.underWay()));
            stopping = true;
            visits.unvisited(order.left());
            waiting.drained().forEach(this::drop);
            launches.abandon(Attempt.interrupted(why));
            pump.now();
        });
    }

    @Override
    public void reached(Errand errand, Attempt connect) {
        pump.guarded(() -> {
            notes.attempt(connect);
            if (errand.endpoint().transport() == Transport.TCP) {
                manners.reached(errand.endpoint(), doubtsBefore(errand), connect.millis());
                noteWay(errand, connect.millis());
            }
        });
    }

    @Override
    public void ended(Errand errand, Ended result) {
        pump.guarded(() -> {
            Ended ended = manners.read(errand, result);
            Launches.Running ran = launches.running(errand);
            Turn turn = ran == null || !isSilent(errand, ended)
                    ? null
                    : ran.turn()
                            .again(ran.turn().syns()
                                    + Losses.syns(ended.attempt().millis()));
            // A knock is repeated by itself, and says soon that a host turns us away.
            if (turn != null && turn.syns() < losses.tries(errand.known() && !turn.isKnock())) {
                waiting.add(turn);
                return;
            }
            boolean held = turn != null && errand.announced() && silences.holds(turn, ended);
            if (!held) {
                notes.attempt(ended.attempt());
            }
            if (errand.announced() && ended.status() == Status.REFUSED) {
                noteWay(errand, ended.attempt().millis());
            }
            manners.ended(errand, ended, doubtsBefore(errand), System.nanoTime());
            if (!held && ran != null) {
                goOn(ran.turn(), errand, ended);
            }
            knock(errand.endpoint().address(), false);
            noteHealth(errand, ended, ran);
            pump.soon();
        });
    }

    @Override
    public void closed(Errand errand) {
        pump.guarded(() -> {
            launches.closed(errand);
            pump.soon();
        });
    }

    /** How far it is, or was when it was stopped. */
    Standing standing() {
        return stoppedAt == null ? order.standing(visits.underWay()) : stoppedAt;
    }

    /** Where the network went away, all since then is to be asked again. */
    private Standing beforeFailures(Standing standing) {
        long since = health.since();
        return since < standing.next()
                ? new Standing(
                        since,
                        standing.open().stream().filter(place -> place < since).toList())
                : standing;
    }

    /** Why it ended before its end; empty where it did not. */
    String stopped() {
        return stopped;
    }

    /** Whether a connection was answered by nobody, and not for a reason that is known. */
    private boolean isSilent(Errand errand, Ended ended) {
        return !stopping
                && errand.endpoint().transport() == Transport.TCP
                && ended.status() == Status.FILTERED
                && ended.attempt().detail().isEmpty();
    }

    private void goOn(Turn turn, Errand errand, Ended ended) {
        Examination examination = turn.examination();
        if (examination != null) {
            examination.ended(errand, ended);
            examination.protocol().ifPresent(protocol -> manners.speaks(errand.endpoint(), protocol));
            advance(examination);
        }
    }

    /** A first contact was answered, by what it wanted or by RST. */
    private void noteWay(Errand errand, long millis) {
        Launches.Running ran = launches.running(errand);
        if (losses.answered(ran == null ? 0 : ran.turn().syns(), millis)) {
            manners.answeredAfter(errand.endpoint().address(), millis);
        }
        for (Turn turn : silences.again()) {
            Host host = manners.host(turn.address());
            if (host != null) {
                host.doubts().forget(turn.endpoint().port());
            }
            waiting.add(turn);
        }
        silences.believed().forEach(this::believe);
    }

    /** A first contact stayed silent to the end; where the host turned us away since, that is said of it already. */
    private void believe(EarlySilence.Silent silent) {
        Turn turn = silent.turn();
        if (manners.refusal(turn.address()).isEmpty()) {
            notes.attempt(silent.ended().attempt());
        }
        goOn(turn, Objects.requireNonNull(turn.errand(), "an examination's turn has its errand"), silent.ended());
    }

    private long doubtsBefore(Errand errand) {
        Launches.Running ran = launches.running(errand);
        return ran == null ? 0 : ran.doubtsBefore();
    }

    private void noteHealth(Errand errand, Ended ended, Launches.@Nullable Running ran) {
        InetAddress host = errand.endpoint().address();
        Examination examination = ran == null ? null : ran.turn().examination();
        long place = examination == null ? Long.MAX_VALUE : examination.place();
        health.ended(host, errand.known(), ended.reached(), ended.status(), place);
        health.gone().ifPresent(this::stop);
    }

    @Override
    public boolean step() {
        return !stopping && (local ? contact() || refill() : refill() || contact());
    }

    @Override
    public void rest() {
        if (waiting.isEmpty() && launches.isEmpty() && (stopping || !order.hasNext())) {
            end();
        }
    }

    @Override
    public void pause() {
        notes.handOver();
    }

    @Override
    public void failed(Throwable cause) {
        stopping = true;
        finished.completeExceptionally(cause);
    }

    private void end() {
        if (!stopping && !knockedLast) {
            knockedLast = true;
            manners.inDoubt().forEach(host -> knock(host, true));
            pump.soon();
            return;
        }
        List<EarlySilence.Silent> silent = silences.all();
        if (!silent.isEmpty()) {
            silent.forEach(this::believe);
            pump.soon();
            return;
        }
        if (clock != null) {
            clock.cancel(false);
        }
        finished.complete(null);
    }

    /** Takes up to one more endpoint; false where there is none, or enough are waiting. */
    private boolean refill() {
        if (waiting.size() >= WINDOW
                || waiting.size() + launches.size() >= WINDOW + limits.atOnce()
                || !order.hasNext()) {
            return false;
        }
        long place = order.place();
        Endpoint endpoint = order.next();
        if (endpoint.transport() != Transport.UDP) {
            Turn first = Turn.first(endpoint, place);
            local = endpoint.transport() == Transport.TCP && door.knocks(endpoint);
            if (!local || !contactedAtOnce(first)) {
                visits.begins(place);
                waiting.add(first);
            }
            return true;
        }
        Examination examination = launches.examination(endpoint, place);
        examination
                .next()
                .ifPresentOrElse(
                        first -> {
                            visits.begins(place);
                            waiting.add(Turn.of(examination, first));
                        },
                        visits::unasked);
        return true;
    }

    /** Knocks at a port of this machine, where it may be contacted now; false where it has to wait. */
    private boolean contactedAtOnce(Turn first) {
        if (pace.ahead() > 0 || refusal(first.endpoint()).isPresent() || !mayGo(first, System.nanoTime())) {
            return false;
        }
        pace.take();
        LocalKnock.Result knocked = door.knock(first.endpoint());
        if (knocked == LocalKnock.Result.REFUSED) {
            visits.closedAtOnce();
            closed(first);
        } else {
            visits.begins(first.place());
            launches.launch(first, knocked);
        }
        return true;
    }

    /** Makes one connection, or says no to one; false where there is nothing to do now. */
    private boolean contact() {
        long wait = pace.ahead();
        if (wait > 0) {
            pump.after(wait);
            return false;
        }
        Turn turn = ready();
        if (turn == null) {
            return false;
        }
        Optional<Refusal> refusal = refusal(turn.endpoint());
        if (refusal.isPresent()) {
            refuse(turn, refusal.get());
        } else {
            pace.take();
            launch(turn);
        }
        return true;
    }

    /** The first that needs not wait for its host. */
    private @Nullable Turn ready() {
        long now = System.nanoTime();
        soonest = Long.MAX_VALUE;
        Turn turn = waiting.next(each -> mayGo(each, now));
        if (turn == null && soonest < Long.MAX_VALUE) {
            pump.after(soonest);
        }
        return turn;
    }

    private boolean mayGo(Turn turn, long now) {
        Host host = manners.host(turn.address());
        long pause = host == null ? 0 : host.pause(now);
        boolean held = host != null && host.inDoubt() && !turn.isKnock();
        int most = host != null && host.gentle() ? 1 : limits.perHost();
        boolean free = !held && slots.free(turn.address(), most);
        if ((free && pause == 0) || refusal(turn.endpoint()).isPresent()) {
            return true;
        }
        soonest = free ? Math.min(soonest, pause) : soonest;
        return false;
    }

    private Optional<Refusal> refusal(Endpoint endpoint) {
        Optional<Refusal> unwelcome = manners.refusal(endpoint.address());
        if (unwelcome.isPresent()) {
            return unwelcome;
        }
        if (!door.opens(endpoint.transport())) {
            return Optional.of(new Refusal(Status.UNREACHABLE, Attempt.NO_SCTP));
        }
        return door.refusal(endpoint).map(why -> new Refusal(Status.OUT_OF_SCOPE, why));
    }

    private void refuse(Turn turn, Refusal refusal) {
        Attempt attempt = attempt(turn, refusal.status(), refusal.why());
        notes.attempt(attempt);
        Examination examination = turn.examination();
        boolean first = examination == null
                ? turn.errand() == null
                : examination.contact().isEmpty();
        if (first && manners.refusal(turn.address()).isPresent()) {
            visits.unknown(turn.address(), refusal.why());
        }
        if (examination != null) {
            Errand errand = Objects.requireNonNull(turn.errand(), "an examination's turn has its errand");
            examination.ended(errand, Ended.unreached(attempt));
            over(examination);
        } else if (turn.errand() == null) {
            visits.ends(turn.place(), refusal.status());
        }
    }

    private Attempt attempt(Turn turn, Status status, String why) {
        return new Attempt(
                turn.endpoint(),
                turn.firstQuestion(),
                status,
                why,
                notes.clock().instant(),
                0,
                0,
                0);
    }

    private void launch(Turn turn) {
        boolean local = turn.errand() == null && door.knocks(turn.endpoint());
        LocalKnock.Result knocked = local ? door.knock(turn.endpoint()) : LocalKnock.Result.UNDECIDED;
        if (knocked == LocalKnock.Result.REFUSED) {
            visits.ends(turn.place(), Status.REFUSED);
            closed(turn);
        } else {
            launches.launch(turn, knocked);
        }
    }

    /** A first contact was refused at once. */
    private void closed(Turn turn) {
        notes.attempt(attempt(turn, Status.REFUSED, ""));
        manners.closed(turn.endpoint());
        health.ended(turn.address(), false, false, Status.REFUSED, turn.place());
        knock(turn.address(), false);
    }

    private void knock(InetAddress address, boolean last) {
        Host host = manners.host(address);
        Endpoint open = host == null || stopping ? null : host.knock(last);
        if (open != null) {
            waiting.addFirst(Turn.knock(new Errand(open, StillThere.exchange(), true, false, StillThere.PATIENCE, 0)));
        }
    }

    /** Takes what an examination asks next, no more than can be under way at once. */
    private void advance(Examination examination) {
        if (stopping) {
            over(examination);
            return;
        }
        Deque<Turn> next = new ArrayDeque<>();
        Optional<Errand> errand = examination.next();
        while (errand.isPresent()) {
            next.addFirst(Turn.of(examination, errand.get()));
            errand = examination.open() < limits.perHost() ? examination.next() : Optional.empty();
        }
        next.forEach(waiting::addFirst);
        settle(examination);
    }

    /** An errand is never made, and its examination ends. */
    private void drop(Turn turn) {
        if (turn.examination() != null) {
            dropped(turn, turn.examination());
            over(turn.examination());
        } else if (turn.errand() == null) {
            visits.ends(turn.place(), null);
        }
    }

    /** Asks nothing more; what is under way ends by itself. */
    private void over(Examination examination) {
        examination.stop();
        waiting.without(examination).forEach(turn -> dropped(turn, examination));
        settle(examination);
    }

    private static void dropped(Turn turn, Examination examination) {
        examination.dropped(Objects.requireNonNull(turn.errand(), "an examination's turn has its errand"));
    }

    private void settle(Examination examination) {
        boolean ends = examination.isOver()
                && visits.ends(examination.place(), examination.contact().orElse(null));
        if (ends && !stopping) {
            manners.examined(examination);
        }
    }
}
