// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
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
import java.util.List;
import java.util.Optional;

/**
 * Targets made ready to be probed: names looked up once, everything held against the scope.
 *
 * @param probes what may be touched
 * @param scope the scope given, with the addresses of its hosts
 * @param outside one problem for each target of which nothing may be touched
 * @param unresolved one problem for each host without an address
 * @param lookUps one for each address that a host name had
 */
public record Targets(
        List<ProbeTarget> probes, Scope scope, List<Problem> outside, List<Problem> unresolved, List<Attempt> lookUps) {
    /** Addresses of one target that are held against the scope before the probe does it for each. */
    private static final long MOST_LOOKED_AT = 4_096;

    public Targets {
        probes = List.copyOf(probes);
        outside = List.copyOf(outside);
        unresolved = List.copyOf(unresolved);
        lookUps = List.copyOf(lookUps);
    }

    /** The ports to try where a target names none. */
    public record Ports(PortSet tcp, PortSet udp) {
        /** Those on which the known protocols usually live. */
        public static Ports usual() {
            return new Ports(ProtocolCatalog.usualPorts(Transport.TCP), ProtocolCatalog.usualPorts(Transport.UDP));
        }

        /** The same numbers over TCP, and over UDP those that a known protocol usually has there. */
        public static Ports of(PortSet named) {
            PortSet udp = ProtocolCatalog.usualPorts(Transport.UDP);
            return new Ports(
                    named, PortSet.of(named.stream().filter(udp::contains).toArray()));
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
        for (Target target : named) {
            if (target instanceof Target.Addresses addresses) {
                literal.add(addresses);
            } else if (target instanceof Target.Host host) {
                List<InetAddress> found = addresses(host.name(), lookUp);
                if (found.isEmpty()) {
                    unresolved.add(new Problem(
                            target.toString(),
                            target + ": the name has no address; check it, or name the address",
                            false));
                }
                resolved = resolved.resolved(host.name(), found);
                for (InetAddress address : found) {
                    literal.add(new Target.Addresses(AddressRange.of(address), host.port()));
                    lookUps.add(new Attempt(
                            new Endpoint(address, 0, Transport.IP),
                            Attempt.RESOLVE,
                            Attempt.Status.ANSWERED,
                            host.name(),
                            now,
                            0,
                            0,
                            0));
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
        return new Targets(probes, resolved, outside, unresolved, lookUps);
    }

    private static List<InetAddress> addresses(String name, LookUp lookUp) {
        try {
            return List.of(lookUp.addresses(name));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    /** Where names are looked up. */
    interface LookUp {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private static ProbeTarget probe(Target.Addresses target, Ports ports) {
        if (target.port().isEmpty()) {
            return new ProbeTarget(target.range(), ports.tcp(), ports.udp());
        }
        Ports only = Ports.of(PortSet.of(target.port().getAsInt()));
        return new ProbeTarget(target.range(), only.tcp(), only.udp());
    }

    /** Why nothing of it may be touched; empty where something may, or where there is too much to look first. */
    private static Optional<String> refusal(ProbeTarget probe, Scope scope, Instant now) {
        Optional<String> refusal = Optional.empty();
        long looked = 0;
        for (InetAddress address : probe.addresses()) {
            refusal = refusal(address, probe, scope, now);
            if (refusal.isEmpty() || ++looked >= MOST_LOOKED_AT) {
                return Optional.empty();
            }
        }
        return refusal;
    }

    private static Optional<String> refusal(InetAddress address, ProbeTarget probe, Scope scope, Instant now) {
        Optional<String> refusal = Optional.empty();
        PortSet ports = probe.tcp().isEmpty() ? probe.udp() : probe.tcp();
        for (int i = 0; i < ports.size(); i++) {
            refusal = scope.refusal(new Endpoint(address, ports.at(i), Transport.TCP), now);
            if (refusal.isEmpty()) {
                return refusal;
            }
        }
        return refusal;
    }
}
