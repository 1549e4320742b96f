// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The same endpoints as targets that may overlap, named by targets of which no two have an address in common: in the order
 * of addresses, each with all the ports that any of the given ones has there.
 */
public final class DisjointTargets {
    private final List<ProbeTarget> parts = new ArrayList<>();
    private final Map<Ports, Integer> open = new HashMap<>();
    private @Nullable InetAddress from;

    private DisjointTargets() {}

    public static List<ProbeTarget> of(List<ProbeTarget> targets) {
        List<Edge> edges = new ArrayList<>(2 * targets.size());
        for (ProbeTarget target : targets) {
            Ports ports = new Ports(target.tcp(), target.udp(), target.sctp());
            if (!ports.tcp().isEmpty()
                    || !ports.udp().isEmpty()
                    || !ports.sctp().isEmpty()) {
                edges.add(new Edge(target.addresses().first(), true, ports));
                edges.add(new Edge(target.addresses().last(), false, ports));
            }
        }
        edges.sort(Comparator.comparing(Edge::address, Endpoint::compareAddresses)
                .thenComparing(Edge::begins, Comparator.reverseOrder()));
        DisjointTargets disjoint = new DisjointTargets();
        edges.forEach(disjoint::pass);
        return List.copyOf(disjoint.parts);
    }

    private void pass(Edge edge) {
        InetAddress address = edge.address();
        if (edge.begins()) {
            if (from != null && Endpoint.compareAddresses(from, address) < 0) {
                AddressRange.before(address).ifPresent(this::close);
            }
            open.merge(edge.ports(), 1, Integer::sum);
            from = address;
        } else {
            if (from != null && Endpoint.compareAddresses(from, address) <= 0) {
                close(address);
            }
            open.computeIfPresent(edge.ports(), (ports, times) -> times == 1 ? null : times - 1);
            Optional<InetAddress> next = AddressRange.after(address);
            from = open.isEmpty() ? null : next.orElse(null);
        }
    }

    /** Ends the part that is under way with this address. */
    private void close(InetAddress last) {
        if (from != null) {
            Ports ports = union();
            parts.add(new ProbeTarget(new AddressRange(from, last), ports.tcp(), ports.udp(), ports.sctp()));
        }
    }

    private Ports union() {
        if (open.size() == 1) {
            return open.keySet().iterator().next();
        }
        List<PortSet.Span> tcp = new ArrayList<>();
        List<PortSet.Span> udp = new ArrayList<>();
        List<PortSet.Span> sctp = new ArrayList<>();
        for (Ports ports : open.keySet()) {
            tcp.addAll(ports.tcp().spans());
            udp.addAll(ports.udp().spans());
            sctp.addAll(ports.sctp().spans());
        }
        return new Ports(new PortSet(tcp), new PortSet(udp), new PortSet(sctp));
    }

    private record Ports(PortSet tcp, PortSet udp, PortSet sctp) {}

    /** The first or the last address of a target. */
    private record Edge(InetAddress address, boolean begins, Ports ports) {}
}
