// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortChoice;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Problem;
import io.netgrade.probe.ProbeTarget;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Targets made ready to be probed: names looked up once, everything held against the scope.
 *
 * @param probes what may be touched
 * @param scope the scope given, with the addresses of its hosts
 * @param outside one problem for each target of which nothing may be touched
 * @param unresolved one problem for each host without an address
 * @param lookUps one for each address that a host name had
 * @param names the names that were given for an address, in the order of the targets
 * @param chosen of each address whose ports were named one by one, as those of another scanner's file are, how many others
 *     are held to be closed: such ports are no sample of the host's
 */
public record Targets(
        List<ProbeTarget> probes,
        Scope scope,
        List<Problem> outside,
        List<Problem> unresolved,
        List<Attempt> lookUps,
        Map<InetAddress, List<String>> names,
        Map<InetAddress, Integer> chosen) {
    /** As many as must be open before a host answers on every port by their number alone. */
    private static final int NOT_CHOSEN = 256;

    public Targets {
        probes = List.copyOf(probes);
        outside = List.copyOf(outside);
        unresolved = List.copyOf(unresolved);
        lookUps = List.copyOf(lookUps);
        names = Map.copyOf(names);
        chosen = Map.copyOf(chosen);
    }

    /** The ports to try where a target names none. */
    public record Ports(PortSet tcp, PortSet udp, PortSet sctp) {
        public Ports(PortSet tcp, PortSet udp) {
            this(tcp, udp, PortSet.NONE);
        }

        /** Those on which the known protocols usually live. */
        public static Ports usual() {
            return new Ports(ProtocolCatalog.usualPorts(Transport.TCP), ProtocolCatalog.usualPorts(Transport.UDP));
        }

        /** The same numbers over TCP, and over UDP those that a known protocol usually has there. */
        public static Ports of(PortSet named) {
            if (named.isEmpty()) {
                return new Ports(PortSet.NONE, PortSet.NONE);
            }
            PortSet udp = ProtocolCatalog.usualPorts(Transport.UDP);
            return new Ports(
                    named, PortSet.of(named.stream().filter(udp::contains).toArray()));
        }

        /** Those chosen for one transport, and the others as {@link #of(PortSet)} has them. */
        public static Ports of(PortChoice chosen) {
            Ports either = of(chosen.either());
            return new Ports(either.tcp().and(chosen.tcp()), either.udp().and(chosen.udp()), chosen.sctp());
        }
    }

    /**
     * @param now the moment the scope must be valid
     */
    public static Targets of(List<Target> named, Ports ports, Scope scope, Instant now) {
        return of(named, ports, scope, now, InetAddress::getAllByName);
    }

    static Targets of(List<Target> named, Ports ports, Scope scope, Instant now, LookUp lookUp) {
        List<Problem> unresolved = new ArrayList<>();
        List<Problem> outside = new ArrayList<>();
        List<Attempt> lookUps = new ArrayList<>();
        List<ProbeTarget> probes = new ArrayList<>();
        Scope resolved = scope;
        List<Target.Addresses> literal = new ArrayList<>();
        Map<String, List<InetAddress>> looked = new HashMap<>();
        Map<InetAddress, List<String>> names = new LinkedHashMap<>();
        for (Target target : named) {
            if (target instanceof Target.Addresses addresses) {
                literal.add(addresses);
            } else if (target instanceof Target.Host host) {
                boolean first = !looked.containsKey(host.name());
                List<InetAddress> found = looked.computeIfAbsent(host.name(), name -> addresses(name, lookUp));
                if (found.isEmpty() && first) {
                    unresolved.add(new Problem(
                            target.toString(),
                            target + ": the name has no address; check it, or name the address",
                            false));
                }
                resolved = resolved.resolved(host.name(), found);
                for (InetAddress address : found) {
                    literal.add(new Target.Addresses(AddressRange.of(address), host.port(), host.transport()));
                }
                if (first) {
                    found.forEach(address -> {
                        lookUps.add(lookUp(host, address, now));
                        names.computeIfAbsent(address, any -> new ArrayList<>(1))
                                .add(host.name());
                    });
                }
            }
        }
        for (Target.Addresses target : literal) {
            ProbeTarget probe = probe(target, ports);
            refusal(probe, resolved, now)
                    .ifPresentOrElse(
                            why -> outside.add(new Problem(
                                    target.toString(),
                                    target + ": outside the scope, nothing was sent: " + why
                                            + "; name it in a scope file (--scope) if you are authorised",
                                    false)),
                            () -> probes.add(probe));
        }
        return new Targets(probes, resolved, outside, unresolved, lookUps, names, chosen(literal));
    }

    private static Map<InetAddress, Integer> chosen(List<Target.Addresses> literal) {
        Map<InetAddress, Integer> chosen = new HashMap<>();
        for (Target.Addresses target : literal) {
            if (target.port().isPresent() && isOne(target.range())) {
                chosen.put(target.range().first(), NOT_CHOSEN);
            }
        }
        for (Target.Addresses target : literal) {
            if (target.port().isEmpty() && isOne(target.range())) {
                chosen.remove(target.range().first());
            } else if (target.port().isEmpty()) {
                chosen.keySet().removeIf(target.range()::contains);
            }
        }
        return chosen;
    }

    private static boolean isOne(AddressRange range) {
        return range.first().equals(range.last());
    }

    private static List<InetAddress> addresses(String name, LookUp lookUp) {
        try {
            return List.of(lookUp.addresses(name));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    private static Attempt lookUp(Target.Host host, InetAddress address, Instant now) {
        Endpoint place = new Endpoint(address, 0, Transport.IP);
        return new Attempt(place, Attempt.RESOLVE, Attempt.Status.ANSWERED, host.name(), now, 0, 0, 0);
    }

    /** What of the probes the scope permits, at some time: nothing else would be sent to. */
    public List<ProbeTarget> permitted() {
        return probes.stream().flatMap(probe -> permitted(probe).stream()).toList();
    }

    private List<ProbeTarget> permitted(ProbeTarget probe) {
        return scope.permitted(probe.addresses()).stream()
                .map(range -> range.first().isLoopbackAddress()
                        ? new ProbeTarget(range, probe.tcp(), probe.udp(), probe.sctp())
                        : new ProbeTarget(
                                range,
                                probe.tcp().shared(scope.ports()),
                                probe.udp().shared(scope.ports()),
                                probe.sctp().shared(scope.ports())))
                .toList();
    }

    /** The ports of SCTP that are visited, wherever. */
    public PortSet sctp() {
        return probes.stream().map(ProbeTarget::sctp).reduce(PortSet.NONE, PortSet::and);
    }

    /** Where names are looked up. */
    interface LookUp {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private static ProbeTarget probe(Target.Addresses target, Ports ports) {
        if (target.port().isEmpty()) {
            return new ProbeTarget(target.range(), ports.tcp(), ports.udp(), ports.sctp());
        }
        PortSet named = PortSet.of(target.port().getAsInt());
        Ports only = target.transport()
                .map(transport ->
                        transport == Transport.UDP ? new Ports(PortSet.NONE, named) : new Ports(named, PortSet.NONE))
                .orElseGet(() -> Ports.of(named));
        return new ProbeTarget(target.range(), only.tcp(), only.udp());
    }

    /** Why nothing of it may be touched; empty where something may. */
    private static Optional<String> refusal(ProbeTarget probe, Scope scope, Instant now) {
        PortSet ports = probe.tcp().and(probe.udp()).and(probe.sctp());
        if (ports.isEmpty()) {
            return Optional.empty();
        }
        List<AddressRange> permitted = scope.permitted(probe.addresses());
        PortSet named = ports.shared(scope.ports());
        int port = named.isEmpty() ? ports.at(0) : named.at(0);
        InetAddress address = (permitted.isEmpty() ? probe.addresses() : permitted.get(0)).first();
        boolean loopback = permitted.stream().anyMatch(range -> range.first().isLoopbackAddress());
        return loopback ? Optional.empty() : scope.refusal(new Endpoint(address, port, Transport.TCP), now);
    }
}
