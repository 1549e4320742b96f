// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Attempt.Status;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How far a run is in the order of its visits, how the first contacts ended, and which hosts are unknown as a whole. */
final class Visits {
    private final SortedSet<Long> underWay = new TreeSet<>();
    private final Map<Status, Long> contacts = new EnumMap<>(Status.class);
    private final Map<InetAddress, Unknown> hosts = new LinkedHashMap<>();
    private long unasked;
    private long unvisited;

    private static final class Unknown {
        private final String why;
        private long endpoints;

        private Unknown(String why) {
            this.why = why;
        }
    }

    void begins(long place) {
        underWay.add(place);
    }

    /**
     * @param contact how the first contact ended; null where there was none
     * @return whether it was under way: what has ended does not end again
     */
    boolean ends(long place, @Nullable Status contact) {
        if (!underWay.remove(place)) {
            return false;
        }
        if (contact == null) {
            unvisited++;
        } else {
            count(contact, 1);
        }
        return true;
    }

    /** A port was closed, and known to be so before it counted as under way. */
    void closedAtOnce() {
        count(Status.REFUSED, 1);
    }

    /** Nothing is asked at a place: no protocol lives there. */
    void unasked() {
        unasked++;
    }

    void unvisited(long more) {
        unvisited += more;
    }

    /** What a first contact seemed to say is taken back. */
    void corrected(Status from, Status to) {
        count(from, -1);
        count(to, 1);
    }

    /** What is taken back may not have been counted yet. */
    private void count(Status status, long more) {
        contacts.merge(status, more, (had, added) -> had + added == 0 ? null : had + added);
    }

    /** An endpoint remains unknown, as all of its host that was not examined before. */
    void unknown(InetAddress host, String why) {
        hosts.computeIfAbsent(host, any -> new Unknown(why)).endpoints++;
    }

    /** One line for each host that is unknown as a whole. */
    List<String> unknownHosts() {
        List<String> lines = new ArrayList<>();
        hosts.forEach((host, unknown) -> lines.add(
                Endpoint.text(host) + ": " + unknown.why + "; " + unknown.endpoints + " of its endpoints are unknown"));
        return lines;
    }

    /** The places of those that have begun and not ended. */
    SortedSet<Long> underWay() {
        return underWay;
    }

    Map<Status, Long> contacts() {
        return contacts;
    }

    long unaskedEndpoints() {
        return unasked;
    }

    long unvisitedEndpoints() {
        return unvisited;
    }
}
