// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.fact.Attempt;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether hosts still want to talk. An open service that stops answering is left alone for a while, longer each time; a
 * host that keeps turning netgrade away is not asked again.
 *
 * <p>Being refused where a port was open says it plainly; a connection that is closed or reset before a byte came may be
 * how a service answers a question that it does not like, so it takes more of those.
 */
final class HostHealth {
    private static final int REFUSALS = 3;
    private static final int CLOSURES = 8;
    private static final long FIRST_PAUSE = 250_000_000L;
    private static final long LONGEST_PAUSE = 2_000_000_000L;

    private final Map<InetAddress, Trouble> troubles = new HashMap<>();

    /** Notes how an attempt on an endpoint that was open before has ended. */
    void ended(InetAddress host, Attempt attempt, long nanoTime) {
        boolean refused = attempt.status() == Attempt.Status.REFUSED || attempt.status() == Attempt.Status.FILTERED;
        boolean closed = attempt.received() == 0
                && (attempt.status() == Attempt.Status.RESET || attempt.status() == Attempt.Status.CLOSED_EARLY);
        if (refused || closed) {
            troubles.computeIfAbsent(host, address -> new Trouble()).grows(refused, nanoTime);
        } else if (attempt.received() > 0) {
            troubles.remove(host);
        }
    }

    boolean banned(InetAddress host) {
        Trouble trouble = troubles.get(host);
        return trouble != null && (trouble.refusals >= REFUSALS || trouble.closures >= CLOSURES);
    }

    /** Nanoseconds for which the host is to be left alone; 0 where it may be asked. */
    long pause(InetAddress host, long nanoTime) {
        Trouble trouble = troubles.get(host);
        return trouble == null ? 0 : Math.max(0, trouble.until - nanoTime);
    }

    private static final class Trouble {
        private int refusals;
        private int closures;
        private long until;

        private void grows(boolean refused, long nanoTime) {
            refusals += refused ? 1 : 0;
            closures += refused ? 0 : 1;
            int doublings = Math.min(10, refusals + closures - 1);
            until = nanoTime + Math.min(LONGEST_PAUSE, FIRST_PAUSE << doublings);
        }
    }
}
