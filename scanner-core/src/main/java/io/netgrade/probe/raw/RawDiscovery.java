// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.ProbeTarget;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Finds the open ports of targets with packets of its own making, without a connection to any: TCP with SYN segments, SCTP
 * with INIT chunks. Every packet passes
 * the scope; the pace is that of the limits at most, and slower where answers get lost.
 *
 * <p>The order is visited in stretches. For each, what was not answered is asked again, until asking again finds next to
 * nothing. Needs the right to raw sockets (CAP_NET_RAW) and libpcap.
 */
public final class RawDiscovery implements AutoCloseable {
    private final ProbeOrder order;
    private final Gate gate;
    private final Sweep sweep;
    private final InstantSource clock;
    private final Probe probe;
    private final EveryPortHosts everyPortHosts = new EveryPortHosts();

    private RawDiscovery(ProbeOrder order, Gate gate, Sweep sweep, InstantSource clock, Probe probe) {
        this.order = order;
        this.gate = gate;
        this.sweep = sweep;
        this.clock = clock;
        this.probe = probe;
    }

    /**
     * Opens what is needed to visit the TCP ports of targets; sends nothing.
     *
     * @throws IllegalArgumentException where there are more endpoints than one run visits
     */
    public static RawDiscovery tcp(
            List<ProbeTarget> targets, Course course, Scope scope, ProbeLimits limits, InstantSource clock)
            throws RawSocketException {
        return open(new SynProbe(), targets, course, scope, limits, clock);
    }

    /** The same for the given SCTP ports of the targets' addresses. */
    public static RawDiscovery sctp(
            List<ProbeTarget> targets,
            PortSet ports,
            Course course,
            Scope scope,
            ProbeLimits limits,
            InstantSource clock)
            throws RawSocketException {
        List<ProbeTarget> numbered = targets.stream()
                .map(target -> new ProbeTarget(target.addresses(), ports, PortSet.NONE))
                .toList();
        return open(new InitProbe(), numbered, course, scope, limits, clock);
    }

    /** One for the TCP ports of the targets, and one for SCTP ports where there are any. */
    public static List<RawDiscovery> of(
            List<ProbeTarget> targets,
            PortSet sctp,
            Course course,
            Scope scope,
            ProbeLimits limits,
            InstantSource clock)
            throws RawSocketException {
        List<RawDiscovery> all = new ArrayList<>();
        all.add(tcp(targets, course, scope, limits, clock));
        if (!sctp.isEmpty()) {
            all.add(sctp(targets, sctp, course, scope, limits, clock));
        }
        return all;
    }

    private static RawDiscovery open(
            Probe probe, List<ProbeTarget> targets, Course course, Scope scope, ProbeLimits limits, InstantSource clock)
            throws RawSocketException {
        try {
            Outlet.assertAllowed();
            ProbeOrder order = new ProbeOrder(ProbeTable.tcp(targets), course);
            Sweep.Outlets outlets = () -> {
                Outlet outlet = new Outlet(new Gate(scope, clock));
                if (probe.transport() != Transport.TCP) {
                    outlet.own(probe.protocol());
                }
                return outlet;
            };
            Sweep sweep = new Sweep(order, outlets, probe, SourcePorts.free(), limits);
            return new RawDiscovery(order, new Gate(scope, clock), sweep, clock, probe);
        } catch (LinkageError e) {
            throw new RawSocketException(e);
        }
    }

    public Transport transport() {
        return probe.transport();
    }

    /** How many places of the order there are. */
    public long size() {
        return order.size();
    }

    /**
     * Visits one stretch of the order. An interrupt ends it early and clears the thread's flag.
     *
     * @param attempts told of every endpoint that is not open
     */
    public Stretch discover(long from, Consumer<Attempt> attempts) throws RawSocketException {
        Board board = new Board(from, (int) Math.min(Board.LENGTH, order.size() - from));
        Instant began = clock.instant();
        OpenSpots open = new OpenSpots();
        Stretch stretch = visit(board, open, () -> open.targets(probe.transport()));
        Map<InetAddress, Integer> others = new HashMap<>();
        stretch.open().forEach(host -> others.put(host.addresses().first(), 0));
        Spot spot = new Spot();
        for (int i = 0; !stretch.interrupted() && i < board.length(); i++) {
            Finding finding = board.at(i);
            if (finding != Finding.OPEN) {
                order.locate(board.place(i), spot);
                Endpoint endpoint = spot.endpoint(probe.transport());
                attempts.accept(attempt(endpoint, finding, began));
                if (finding != Finding.OUT_OF_SCOPE) {
                    others.computeIfPresent(endpoint.address(), (host, count) -> count + 1);
                }
            }
        }
        return stretch.besides(others);
    }

    /**
     * The same, where nobody wants to know of those that are not open, and those that are open are wanted one by one. Those
     * of a host that answers on every port are not told, from the stretch on that shows it, and count as filtered.
     *
     * @param open told of them when the stretch is over, sorted by address and port; the stretch does not name them again
     * @param everyPort told of each host that answers on every port, once, in a line
     */
    public Stretch list(long from, Consumer<Endpoint> open, Consumer<String> everyPort) throws RawSocketException {
        OpenSpots found = new OpenSpots();
        Board board = new Board(from, (int) Math.min(Board.LENGTH, order.size() - from));
        Stretch stretch = visit(board, found, List::of);
        everyPortHosts.look(found, board, order).forEach(everyPort);
        long[] untold = {0};
        found.forEach(spot -> {
            if (everyPortHosts.has(spot)) {
                untold[0]++;
            } else {
                open.accept(spot.endpoint(probe.transport()));
            }
        });
        return stretch.without(untold[0]);
    }

    private Stretch visit(Board board, OpenSpots open, Supplier<List<ProbeTarget>> named) throws RawSocketException {
        long packets = sweep.packets();
        boolean whole = sweep.over(board);
        long[] found = new long[Byte.MAX_VALUE];
        Spot spot = new Spot();
        for (int i = 0; whole && i < board.length(); i++) {
            Finding finding = board.at(i);
            found[finding.code()]++;
            if (finding == Finding.OPEN) {
                order.locate(board.place(i), spot);
                open.add(spot);
            }
        }
        Map<Attempt.Status, Long> endings = new EnumMap<>(Attempt.Status.class);
        for (Finding finding : Finding.values()) {
            if (found[finding.code()] > 0) {
                endings.merge(finding.status(), found[finding.code()], Long::sum);
            }
        }
        long end = whole ? board.place(board.length()) : board.place(0);
        return new Stretch(named.get(), Map.of(), endings, end, !whole, sweep.packets() - packets);
    }

    @Override
    public void close() {
        sweep.close();
    }

    private Attempt attempt(Endpoint endpoint, Finding finding, Instant began) {
        String detail = finding == Finding.OUT_OF_SCOPE ? gate.refusal(endpoint).orElse("") : finding.detail();
        return new Attempt(endpoint, "connect", finding.status(), detail, began, 0, 0, 0);
    }
}
