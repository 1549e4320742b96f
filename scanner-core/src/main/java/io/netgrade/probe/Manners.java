// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the hosts that answer take it, and what follows: hosts that turn us away or answer on every port are left, and what
 * they seemed to say before is taken back. Of hosts that are silent nothing is remembered, nor, beyond the first 65,536, of
 * those that have no open port.
 */
final class Manners {
    /** Endings of a first contact that would be findings. */
    private static final Set<Status> SAYS_SOMETHING = EnumSet.of(Status.REFUSED, Status.FILTERED, Status.UNREACHABLE);

    private static final int MOST_CLOSED = 1 << 16;

    private final Map<InetAddress, Host> hosts = new HashMap<>();
    private int closedHosts;
    private final Notes notes;
    private final Visits visits;
    private final Map<InetAddress, Integer> others;

    /** @param others of some hosts, how many ports were tried in another way and were not open */
    Manners(Notes notes, Visits visits, Map<InetAddress, Integer> others) {
        this.notes = notes;
        this.visits = visits;
        this.others = others;
    }

    private Host remembered(InetAddress address) {
        return new Host(others.getOrDefault(address, 0));
    }

    /** Null where nothing is remembered of it. */
    @Nullable
    Host host(InetAddress address) {
        return hosts.get(address);
    }

    /** How many ports of the host in a row were open and said nothing. */
    int silentPorts(InetAddress address) {
        Host host = hosts.get(address);
        return host == null ? 0 : host.openPorts().silentInARow();
    }

    /**
     * How an attempt ended, with what is known of the host: the kernel calls a host unreachable when a filter's ICMP message
     * forbids one port of it (RFC 1812 section 5.2.7.1, code 13), and a host that answers elsewhere is not unreachable.
     */
    Ended read(Errand errand, Ended ended) {
        boolean filter = ended.status() == Status.UNREACHABLE
                && errand.endpoint().transport() == Transport.TCP
                && hosts.containsKey(errand.endpoint().address());
        return filter
                ? ended.as(Status.FILTERED, "called unreachable by an ICMP message, and other ports of the host answer")
                : ended;
    }

    /**
     * How long a connection to a host may take to open.
     *
     * @param crowded whether others wait for its place
     */
    Duration patience(InetAddress address, Duration usual, boolean crowded) {
        Host host = hosts.get(address);
        if (host == null) {
            return usual;
        }
        return crowded ? host.shortPatience(usual) : host.patience(usual);
    }

    /** An answer to a SYN that was the only one took so long. */
    void answeredAfter(InetAddress address, long millis) {
        Host host = hosts.get(address);
        if (host != null) {
            host.answeredAfter(millis);
        }
    }

    /** A TCP port is open, after so many milliseconds. */
    void reached(Endpoint endpoint, long doubtsBefore, long millis) {
        Host host = hosts.computeIfAbsent(endpoint.address(), this::remembered);
        host.opened(millis);
        host.contacted(endpoint, Status.ANSWERED, doubtsBefore);
        correct(endpoint.address(), host);
    }

    /** The first contact with a TCP port was refused at once. */
    void closed(Endpoint endpoint) {
        Host host = answering(endpoint.address());
        if (host != null) {
            host.contacted(endpoint, Status.REFUSED, host.doubts().next());
        }
    }

    /** A host that has a closed port, remembered from now on; null where so many are that this one is not. */
    private @Nullable Host answering(InetAddress address) {
        Host host = hosts.get(address);
        if (host == null && closedHosts < MOST_CLOSED) {
            closedHosts++;
            host = remembered(address);
            hosts.put(address, host);
        }
        return host;
    }

    /** An attempt has ended. */
    void ended(Errand errand, Ended ended, long doubtsBefore, long nanoTime) {
        Endpoint endpoint = errand.endpoint();
        boolean datagram = endpoint.transport() == Transport.UDP;
        Host host = datagram && ended.reached() && GentleGear.usesPort(endpoint)
                ? hosts.computeIfAbsent(endpoint.address(), this::remembered)
                : hosts.get(endpoint.address());
        boolean closed = !datagram && !errand.known() && ended.status() == Status.REFUSED;
        host = closed ? answering(endpoint.address()) : host;
        if (host == null) {
            return;
        }
        if (closed) {
            host.opened(ended.attempt().millis());
        }
        if (datagram && ended.reached()) {
            host.answers(endpoint);
        }
        if (errand.known()) {
            host.ended(errand, ended, doubtsBefore, nanoTime);
        } else if (endpoint.transport() == Transport.TCP
                && !ended.reached()
                && SAYS_SOMETHING.contains(ended.status())) {
            host.contacted(endpoint, ended.status(), doubtsBefore);
        }
        correct(endpoint.address(), host);
    }

    /** Whether an endpoint is of gear to be asked gently. */
    boolean isGentle(Endpoint endpoint) {
        Host host = hosts.get(endpoint.address());
        return GentleGear.usesPort(endpoint) || (host != null && host.gentle());
    }

    /** A protocol was recognised at an endpoint. */
    void speaks(Endpoint endpoint, String protocol) {
        if (GentleGear.speaks(protocol)) {
            hosts.computeIfAbsent(endpoint.address(), this::remembered).speaks(protocol);
        }
    }

    /** All was asked of an endpoint. */
    void examined(Examination examination) {
        Endpoint endpoint = examination.endpoint();
        Host host = hosts.get(endpoint.address());
        boolean open = examination.contact().filter(Status.ANSWERED::equals).isPresent();
        if (host == null || !open || endpoint.transport() != Transport.TCP) {
            return;
        }
        boolean knownBefore = host.openPorts().areAll();
        boolean recognised = examination.protocol().isPresent();
        host.openPorts().examined(endpoint.port(), recognised, examination.firstWords());
        if (knownBefore && !recognised) {
            takeBack(endpoint, Status.ANSWERED, everyPort(host));
        }
        correct(endpoint.address(), host);
    }

    /** Why a host is not asked any more; empty where it is. */
    Optional<Refusal> refusal(InetAddress address) {
        Host host = hosts.get(address);
        if (host == null) {
            return Optional.empty();
        }
        if (!host.ban().isEmpty()) {
            return Optional.of(turnsAway(host));
        }
        return host.openPorts().areAll() ? Optional.of(everyPort(host)) : Optional.empty();
    }

    /** The hosts of which ports seemed closed or filtered since they last proved to answer. */
    List<InetAddress> inDoubt() {
        return hosts.entrySet().stream()
                .filter(entry -> entry.getValue().doubts().size() > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void correct(InetAddress address, Host host) {
        if (!host.toBeCorrected()) {
            return;
        }
        if (host.ban().isEmpty()) {
            for (int port : host.openPorts().untold()) {
                takeBack(new Endpoint(address, port, Transport.TCP), Status.ANSWERED, everyPort(host));
            }
        } else {
            for (DoubtfulPorts.Doubt doubt : host.doubts().taken()) {
                Endpoint endpoint = new Endpoint(address, doubt.port(), Transport.TCP);
                takeBack(endpoint, doubt.status(), turnsAway(host));
            }
        }
    }

    private void takeBack(Endpoint endpoint, Status from, Refusal refusal) {
        notes.attempt(new Attempt(
                endpoint,
                "connect",
                refusal.status(),
                refusal.why(),
                notes.clock().instant(),
                0,
                0,
                0));
        visits.corrected(from, refusal.status());
        visits.unknown(endpoint.address(), refusal.why());
    }

    private static Refusal turnsAway(Host host) {
        return new Refusal(Status.BANNED, "the host turns us away where it answered before: " + host.ban());
    }

    private static Refusal everyPort(Host host) {
        return new Refusal(Status.FILTERED, EveryPort.words(host.openPorts().share()));
    }
}
