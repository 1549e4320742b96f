// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.probe.ProbeLimits;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
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

    private final ProbeOrder order;
    private final Probe probe;
    private final ProbeLimits limits;
    private final Throttle throttle;
    private final Queue<Farewell> farewells = new ArrayBlockingQueue<>(MOST_FAREWELLS);
    private final Ears ears;
    private final Senders senders;
    private volatile @Nullable Board board;
    private volatile boolean firstTry;

    /** Makes what packets leave by; each is one thread's. */
    interface Outlets {
        Outlet open() throws RawSocketException;
    }

    Sweep(ProbeOrder order, Outlets outlets, Probe probe, SourcePorts sources, ProbeLimits limits)
            throws RawSocketException {
        this.order = order;
        this.probe = probe;
        this.limits = limits;
        this.throttle = new Throttle(limits.connectionsPerSecond(), System.nanoTime());
        Cookie cookie = Cookie.random(sources);
        this.ears = new Ears(cookie, probe, sources, limits.connectionsPerSecond() > Senders.ONE_CARRIES, this::heard);
        this.senders = new Senders(
                () -> new Sender(order, outlets.open(), probe, cookie, ears, farewells),
                ears,
                limits.connectionsPerSecond());
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
            whole = senders.send(new Pass(visited, throttle))
                    && await(visited, Math.max(LEAST_WAIT, 2 * throttle.patience()));
            int found = visited.spoken() - before;
            more = tries < TRIES || (tries < MOST_TRIES && worthwhile(tries, found, silent, visited));
            if (tries > 1 && found > visited.spoken() / 100) {
                throttle.slower();
            }
        }
        whole = whole && await(visited, lastWait());
        ears.held().forEach(farewells::offer);
        senders.rest();
        board = null;
        boolean interrupted = Thread.interrupted();
        return whole && !interrupted;
    }

    /** Packets that were sent so far. */
    long packets() {
        return senders.packets();
    }

    @Override
    public void close() {
        ears.close();
        senders.close();
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

    /** Waits until all have answered or the time is over; false where an interrupt ended it. */
    private boolean await(Board visited, long nanos) throws RawSocketException {
        long end = System.nanoTime() + nanos;
        while (visited.unanswered() > 0 && System.nanoTime() - end < 0) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            senders.rest();
            throttle.lost(senders.lost());
        }
        senders.rest();
        return true;
    }

    /** Called by the ears' threads. */
    private void heard(Finding finding, Answers answer, KernelResets resets) {
        Board visited = board;
        int index = visited == null ? -1 : visited.index(order.place(answer.spot()));
        if (visited == null || index < 0) {
            return;
        }
        boolean first = visited.answered(index, finding);
        if (first && finding.own()) {
            throttle.answered(visited.sentAt(index), (int) throttle.ticks(System.nanoTime()), firstTry);
        }
        if (finding == Finding.OPEN && !resets.seen()) {
            Farewell farewell = probe.farewell(answer.packet(), answer.spot().copy());
            if (!resets.holds(farewell, System.nanoTime())) {
                farewells.offer(farewell);
            }
        }
    }
}
