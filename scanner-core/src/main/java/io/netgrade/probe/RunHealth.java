// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.fact.Attempt.Status;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the network is still there. A port that never answered says nothing by staying silent; but where an answer came
 * before, at several hosts, and none comes any more from anybody, it is not the hosts. So it is where connection after
 * connection finds no way to its host.
 */
final class RunHealth {
    /** One or two hosts that vanish are hosts that turn us away. */
    private static final int HOSTS = 3;

    /** Networks without a way to them are part of many lists of targets. */
    private static final int WITHOUT_WAY = 10;

    private final int most;
    private final Set<InetAddress> lost = new HashSet<>();
    private int failures;
    private int unreachable;
    private long since = Long.MAX_VALUE;

    /** @param most failures in a row */
    RunHealth(int most) {
        this.most = most;
    }

    /**
     * An attempt has ended.
     *
     * @param known whether its endpoint was open before
     * @param reached whether the connection opened, or a datagram came back
     * @param place in the order of visits, for a run that goes on later
     */
    void ended(InetAddress host, boolean known, boolean reached, Status status, long place) {
        boolean noAnswer = status == Status.FILTERED || status == Status.UNREACHABLE;
        if (reached || status == Status.REFUSED) {
            lost.clear();
            failures = 0;
            unreachable = 0;
            since = Long.MAX_VALUE;
        } else if (noAnswer && known) {
            lost.add(host);
            failures++;
        }
        if (status == Status.UNREACHABLE) {
            unreachable++;
        }
        if (failures + unreachable > 0) {
            since = Math.min(since, place);
        }
    }

    /** Why the network counts as gone; empty while it does not. */
    Optional<String> gone() {
        if (failures >= most && lost.size() >= HOSTS) {
            return Optional.of("the network seems gone: " + failures + " connections in a row failed, to " + lost.size()
                    + " hosts that answered before");
        }
        return unreachable >= most * WITHOUT_WAY
                ? Optional.of(
                        "the network seems gone: " + unreachable + " connections in a row found no way to their host")
                : Optional.empty();
    }

    /** The place at which the failures began. */
    long since() {
        return since;
    }
}
