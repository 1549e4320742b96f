// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One host that has answered, by an open port or a closed one, or that is in trouble with us: whether it still wants to
 * talk, and whether it is of the kind that is asked with more care.
 *
 * <p>Being refused where a port was open says plainly that we are turned away; a connection that is closed or reset before
 * a byte came may be how a service answers a question that it does not like, so it takes more of those. And as ports that
 * were never open say nothing when they stay silent, an open port is knocked at again after 8, then 16, 32 … and in the end
 * every 256 ports that seemed closed or filtered: while it opens, they are. Of a host that has no open port, the first that
 * was closed is knocked at in its stead, after so many that were silent: while it says that it is closed, they are filtered.
 */
final class Host {
    private static final int REFUSALS = 3;
    private static final int CLOSURES = 8;
    private static final int FIRST_KNOCK = 8;
    private static final int LATER_KNOCKS = 256;
    private static final long SECOND_SYN_MILLIS = 1_000;
    private static final long SHORTEST_WAY_MILLIS = 300;
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(SHORTEST_WAY_MILLIS);
    private static final long FIRST_PAUSE = 250_000_000L;
    private static final long LONGEST_PAUSE = 2_000_000_000L;

    private final DoubtfulPorts doubts = new DoubtfulPorts();
    private final OpenPorts openPorts;
    private @Nullable Endpoint open;
    /** Answered by a refusal before any port was open. */
    private @Nullable Endpoint closed;

    private int nextKnock = FIRST_KNOCK;
    private boolean knocking;
    private boolean knockFailed;
    private int refusals;
    private int closures;
    private long until = Long.MIN_VALUE;
    private long nextGentle = Long.MIN_VALUE;
    private boolean gentle;
    private final RoundTrip roundTrip = new RoundTrip();
    private long slowest;
    private String ban = "";
    private boolean corrected;

    /** @param others ports of it that were tried in another way, and were not open */
    Host(int others) {
        openPorts = new OpenPorts(others);
    }

    /** The first contact with a TCP port has ended. */
    void contacted(Endpoint endpoint, Status status, long doubtsBefore) {
        openPorts.contacted(endpoint.port(), status);
        if (status == Status.ANSWERED) {
            open = endpoint;
            gentle |= GentleGear.usesPort(endpoint);
            doubts.dropBefore(doubtsBefore);
        } else if (open == null && status == Status.REFUSED) {
            closed = closed == null ? endpoint : closed;
            doubts.dropBefore(doubtsBefore);
        } else {
            doubts.add(endpoint.port(), status);
        }
    }

    /** A connection took so long to open or to be refused, in milliseconds. */
    void opened(long millis) {
        slowest = Math.max(slowest, millis);
    }

    /** An answer to a SYN that was the only one took so long, in milliseconds. */
    void answeredAfter(long millis) {
        roundTrip.took(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /**
     * How long a connection to it may take to open: long enough for a second SYN, which the kernel sends after one second
     * (RFC 6298), and four times the longest way so far; never longer than is usual.
     */
    Duration patience(Duration usual) {
        Duration enough = Duration.ofMillis(SECOND_SYN_MILLIS + Math.max(SHORTEST_WAY_MILLIS, 4 * slowest));
        return enough.compareTo(usual) < 0 ? enough : usual;
    }

    /**
     * How long a connection may take to open where the SYN is sent again on another one: as long as TCP waits before it does
     * (RFC 6298 section 2), but with 300 ms for the least. It frees its place at the host sooner than a wait for the kernel's
     * second SYN.
     */
    Duration shortPatience(Duration usual) {
        if (!roundTrip.known()) {
            return patience(usual);
        }
        Duration wait = Duration.ofNanos(roundTrip.nanos());
        Duration enough = wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
        return enough.compareTo(usual) < 0 ? enough : usual;
    }

    /** An attempt on an endpoint that was open before has ended. */
    void ended(Errand errand, Ended ended, long doubtsBefore, long nanoTime) {
        Attempt attempt = ended.attempt();
        boolean answers = ended.reached() || answersAsBefore(attempt);
        boolean refused = !answers && (attempt.status() == Status.REFUSED || attempt.status() == Status.FILTERED);
        // Whose handshake came to its end took us in, whatever it thinks of the question inside.
        boolean shaken = errand.exchange().beginsWithTls() && attempt.sent() > 0;
        boolean cut = attempt.received() == 0
                && !shaken
                && (attempt.status() == Status.RESET || attempt.status() == Status.CLOSED_EARLY);
        boolean knock = errand.exchange().question().equals(StillThere.QUESTION);
        knocking &= !knock;
        knockFailed = knock ? !answers : knockFailed;
        if (answers) {
            doubts.dropBefore(doubtsBefore);
            nextKnock = knock ? Math.min(LATER_KNOCKS, 2 * nextKnock) : nextKnock;
        }
        TurnedAway.words(ended.heard()).filter(words -> !ended.spoke()).ifPresent(words -> ban("it says: " + words));
        if (refused || (knock && !answers)) {
            refusals++;
            grows(nanoTime);
        } else if (cut && errand.recognised()) {
            closures++;
            grows(nanoTime);
        } else if (attempt.received() > 0 || shaken || knock) {
            refusals = 0;
            closures = 0;
            until = Long.MIN_VALUE;
        }
        if (refusals >= REFUSALS) {
            ban(refusals + " connections failed at " + attempt.endpoint() + ", which was "
                    + (attempt.endpoint().equals(closed) ? "closed and said so" : "open"));
        } else if (closures >= CLOSURES) {
            ban(closures + " connections in a row were closed before a byte came");
        }
    }

    /** A port that was closed still says so. */
    private boolean answersAsBefore(Attempt attempt) {
        return attempt.status() == Status.REFUSED && attempt.endpoint().equals(closed);
    }

    private void grows(long nanoTime) {
        int doublings = Math.min(10, refusals + closures - 1);
        until = Math.max(until, nanoTime + Math.min(LONGEST_PAUSE, FIRST_PAUSE << doublings));
    }

    private void ban(String why) {
        ban = ban.isEmpty() ? why : ban;
    }

    /** Why it is not asked any more; empty where it is. */
    String ban() {
        return ban;
    }

    /** A connection to it begins. */
    void asked(long nanoTime, Duration gap) {
        nextGentle = gentle ? nanoTime + gap.toNanos() : nextGentle;
    }

    /** A protocol was recognised there. */
    void speaks(String protocol) {
        gentle |= GentleGear.speaks(protocol);
    }

    /** An open datagram port was found there. */
    void answers(Endpoint endpoint) {
        gentle |= GentleGear.usesPort(endpoint);
    }

    /** Whether it is of the gear that is asked with more care. */
    boolean gentle() {
        return gentle;
    }

    /** Nanoseconds for which it is to be left alone; 0 where it may be asked. */
    long pause(long nanoTime) {
        return Math.max(left(until, nanoTime), left(nextGentle, nanoTime));
    }

    private static long left(long until, long nanoTime) {
        return until == Long.MIN_VALUE ? 0 : Math.max(0, until - nanoTime);
    }

    /** Whether nothing but a knock may be tried. */
    boolean inDoubt() {
        return knockFailed && ban.isEmpty();
    }

    /** The port to knock at now, where it is time to. */
    @Nullable
    Endpoint knock(boolean last) {
        boolean due = knockFailed || doubts.size() >= (last ? Math.min(FIRST_KNOCK, nextKnock) : nextKnock);
        Endpoint known = open == null ? closed : open;
        if (known == null || knocking || !due || !ban.isEmpty()) {
            return null;
        }
        knocking = true;
        return known;
    }

    /** The ports that seemed closed or filtered, of which it is not known whether they are. */
    DoubtfulPorts doubts() {
        return doubts;
    }

    OpenPorts openPorts() {
        return openPorts;
    }

    /** Whether what it seemed to say before is to be taken back; true once. */
    boolean toBeCorrected() {
        boolean now = !corrected && (!ban.isEmpty() || openPorts.areAll());
        corrected |= now;
        return now;
    }
}
