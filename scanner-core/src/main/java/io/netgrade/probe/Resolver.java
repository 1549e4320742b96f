// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.fact.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns what an operator named into addresses and ports, looking each host name up once. A host that the scope names
 * brings its addresses into the scope; the addresses of any other must be in it already.
 */
public final class Resolver {
    private final Lookup lookup;

    /** Asks this machine's own resolver. */
    public Resolver() {
        this(InetAddress::getAllByName);
    }

    Resolver(Lookup lookup) {
        this.lookup = lookup;
    }

    /**
     * @param tcp the ports of targets that name none
     * @param udp likewise; a target that names a port keeps of these that one
     */
    public Resolution resolve(List<Target> targets, PortSet tcp, PortSet udp, Scope scope) {
        List<ProbeTarget> resolved = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Scope widened = scope;
        for (Target target : targets) {
            PortSet named = target.port().isPresent() ? PortSet.of(target.port().getAsInt()) : tcp;
            PortSet datagrams =
                    target.port().isEmpty() ? udp : both(udp, target.port().getAsInt());
            if (target instanceof Target.Addresses addresses) {
                resolved.add(new ProbeTarget(addresses.range(), named, datagrams));
            } else if (target instanceof Target.Host host) {
                List<InetAddress> found = addresses(host, problems);
                widened = widened.resolved(host.name(), found);
                found.forEach(address -> resolved.add(new ProbeTarget(AddressRange.of(address), named, datagrams)));
            }
        }
        return new Resolution(resolved, widened, problems);
    }

    private List<InetAddress> addresses(Target.Host host, List<Problem> problems) {
        try {
            return List.of(lookup.addresses(host.name()));
        } catch (UnknownHostException e) {
            problems.add(new Problem(
                    host.toString(),
                    "the name " + host.name() + " does not resolve; write its address, or mend the DNS",
                    false));
            return List.of();
        }
    }

    private static PortSet both(PortSet ports, int port) {
        return ports.contains(port) ? PortSet.of(port) : PortSet.NONE;
    }

    /** @param scope the one given, widened by the addresses of the hosts that it names */
    public record Resolution(List<ProbeTarget> targets, Scope scope, List<Problem> problems) {
        public Resolution {
            targets = List.copyOf(targets);
            problems = List.copyOf(problems);
        }
    }

    /** Where names are looked up. */
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }
}
