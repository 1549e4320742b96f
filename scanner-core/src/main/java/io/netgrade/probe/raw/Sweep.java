// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.probe.ProbeLimits;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Sends probes to the endpoints of a board, hears the answers, and asks again where none came. */
final class Sweep implements AutoCloseable {
    /** At least so often is asked what does not answer; and as long as asking again finds something, so often at most. */
    private static final int TRIES = 2;

    private static final int MOST_TRIES = 8;
    /** So few silent endpoints cost nothing to ask once more. */
    private static final int FEW = 8_192;

    private static final int MOST_FAREWELLS = 16_384;
    private static final long LEAST_WAIT = 200_000_000;
    private static final long LAST_WAIT = 500_000_000;
    private static final long NAP = 200_000;

    private final ProbeOrder order;
    private final Outlet outlet;
    private final Probe probe;
    private final Cookie cookie;
    private final SourcePorts sources;
    private final ProbeLimits limits;
    private final Throttle throttle;
    private final Map<String, Ear> ears = new HashMap<>();
    private final Queue<Farewell> farewells = new ArrayBlockingQueue<>(MOST_FAREWELLS);
    private final Spot spot = new Spot();
    private volatile @Nullable Board board;
    private volatile boolean firstTry;

    Sweep(ProbeOrder order, Outlet outlet, Probe probe, Cookie cookie, SourcePorts sources, ProbeLimits limits) {
        this.order = order;
        this.outlet = outlet;
        this.probe = probe;
        this.cookie = cookie;
        this.sources = sources;
        this.limits = limits;
        this.throttle = new Throttle(limits.connectionsPerSecond(), System.nanoTime());
    }

    /** Visits all of the board; false where an interrupt ended it early. */
    boolean over(Board visited) throws RawSocketException {
        board = visited;
        boolean whole = true;
        int tries = 0;
        boolean more = true;
        while (whole && more && visited.unanswered() > 0) {
            int before = visited.spoken();
            int silent = visited.unanswered();
            firstTry = tries == 0;
            throttle.begin();
            tries++;
            whole = send(visited) && await(visited, Math.max(LEAST_WAIT, 2 * throttle.patience()));
            int found = visited.spoken() - before;
            more = tries < TRIES || (tries < MOST_TRIES && worthwhile(tries, found, silent, visited));
            if (tries > 1 && found > visited.spoken() / 100) {
                throttle.slower();
            }
        }
        whole = whole && await(visited, lastWait());
        board = null;
        boolean interrupted = Thread.interrupted();
        return whole && !interrupted;
    }

    /** Packets that were sent so far. */
    long packets() {
        return outlet.packets();
    }

    @Override
    public void close() {
        ears.values().forEach(Ear::close);
        outlet.close();
    }

    /** Whether to ask once more: while that finds something, or costs nothing. */
    private static boolean worthwhile(int tries, int found, int asked, Board visited) {
        boolean few = asked <= FEW && tries < TRIES + 1;
        return few || found > visited.spoken() / 4_096;
    }

    private long lastWait() {
        return throttle.answersCome()
                ? Math.max(LAST_WAIT, 4 * throttle.patience())
                : limits.connectTimeout().toNanos();
    }

    private boolean send(Board visited) throws RawSocketException {
        int index = 0;
        while (index < visited.length()) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            int leave = throttle.allowance(System.nanoTime(), Batch.MOST);
            if (leave == 0) {
                rest(Math.max(NAP, throttle.pause(System.nanoTime())));
                continue;
            }
            index = send(visited, index, leave);
            sayFarewell();
        }
        return true;
    }

    /** Sends to so many endpoints, from that index on, and says behind which. */
    private int send(Board visited, int from, int count) throws RawSocketException {
        long ticks = throttle.ticks(System.nanoTime());
        int left = count;
        int index = from;
        for (; index < visited.length() && left > 0; index++) {
            if (visited.silent(index)) {
                visited.sent(index, (int) ticks);
                throttle.sent(ticks);
                send(visited, index);
                left--;
            }
        }
        return index;
    }

    private void send(Board visited, int index) throws RawSocketException {
        order.locate(visited.place(index), spot);
        Hop hop = outlet.way(spot);
        if (hop == Hop.NONE) {
            visited.answered(index, Finding.NO_ROUTE);
            return;
        }
        hear(hop.out().name());
        long made = cookie.of(spot, hop.sourceHigh(), hop.sourceLow());
        if (!outlet.add(spot, hop, probe, cookie.sourcePort(made), Cookie.number(made))) {
            visited.answered(index, Finding.OUT_OF_SCOPE);
        }
    }

    private void hear(String interfaceName) throws RawSocketException {
        if (!ears.containsKey(interfaceName)) {
            ears.put(interfaceName, Ear.at(interfaceName, filter(), new Answers(cookie, probe), this::heard));
        }
    }

    /**
     * What comes to our ports, and what ICMP says is unreachable. Not the word inbound: libpcap applies the filter itself to
     * the first frames, and knows no direction there.
     */
    private String filter() {
        return "(ip proto " + probe.protocol() + " or ip6 proto " + probe.protocol()
                + ") and dst portrange " + sources.first() + "-" + sources.last()
                + " or icmp[0] = 3 or (icmp6 and ip6[40] = 1)";
    }

    /** Waits until all have answered or the time is over; false where an interrupt ended it. */
    private boolean await(Board visited, long nanos) throws RawSocketException {
        long end = System.nanoTime() + nanos;
        while (visited.unanswered() > 0 && System.nanoTime() - end < 0) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            rest(NAP);
        }
        sayFarewell();
        return true;
    }

    private void rest(long nanos) throws RawSocketException {
        sayFarewell();
        long lost = outlet.pushedBack();
        for (Ear ear : ears.values()) {
            lost += ear.dropped();
        }
        throttle.lost(lost);
        LockSupport.parkNanos(nanos);
    }

    /** Ends what open ports began, and sends what waits to be sent. */
    private void sayFarewell() throws RawSocketException {
        for (Farewell each = farewells.poll(); each != null; each = farewells.poll()) {
            outlet.add(each, outlet.way(each.target()), probe.protocol());
        }
        outlet.flush();
    }

    /** Called by the ears' threads. */
    private void heard(Finding finding, Answers answer) {
        Board visited = board;
        int index = visited == null ? -1 : visited.index(order.place(answer.spot()));
        if (visited == null || index < 0) {
            return;
        }
        boolean first = visited.answered(index, finding);
        if (first && finding.own()) {
            throttle.answered(visited.sentAt(index), (int) throttle.ticks(System.nanoTime()), firstTry);
        }
        if (finding == Finding.OPEN) {
            farewells.offer(probe.farewell(answer.packet(), answer.spot().copy()));
        }
    }
}
