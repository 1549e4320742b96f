// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where probes may go, and on whose authority. What it does not name is denied; what it denies stays denied, whatever
 * else it names. This machine's own loopback addresses need no scope, but can be denied.
 *
 * @param hosts names, in lower case, whose addresses may be touched once {@link #resolved} was told of them
 * @param ports TCP, UDP and SCTP alike; {@link PortSet#ALL} where any may be touched
 * @param authorisedBy the person or paper that allows it, as written in the scope file
 * @param validUntil the last moment it holds; empty where it has no end
 */
public record Scope(
        List<AddressRange> allow,
        Set<String> hosts,
        List<AddressRange> deny,
        PortSet ports,
        String authorisedBy,
        Optional<Instant> validUntil) {
    /** Names nothing: only loopback may be touched. */
    public static final Scope NOTHING = new Scope(List.of(), Set.of(), List.of(), PortSet.ALL, "", Optional.empty());

    public Scope {
        allow = List.copyOf(allow);
        hosts = Set.copyOf(hosts);
        deny = List.copyOf(deny);
    }

    /** The same, with the addresses of a host allowed too, if the scope names the host; else unchanged. */
    public Scope resolved(String host, List<InetAddress> addresses) {
        if (!hosts.contains(host)) {
            return this;
        }
        List<AddressRange> more = new ArrayList<>(allow);
        addresses.forEach(address -> more.add(AddressRange.of(address)));
        return new Scope(more, hosts, deny, ports, authorisedBy, validUntil);
    }

    /** Why the endpoint must not be touched, in words; empty where it may be. */
    public Optional<String> refusal(Endpoint endpoint, Instant now) {
        InetAddress address = endpoint.address();
        String text = Endpoint.text(address);
        if (address.isMulticastAddress() || address.isAnyLocalAddress() || isBroadcast(address)) {
            return Optional.of(text + " is not the address of one host");
        }
        Optional<AddressRange> denied =
                deny.stream().filter(range -> range.contains(address)).findFirst();
        if (denied.isPresent()) {
            return Optional.of("the scope denies " + denied.get());
        }
        if (address.isLoopbackAddress()) {
            return Optional.empty();
        }
        if (allow.stream().noneMatch(range -> range.contains(address))) {
            return Optional.of("the scope does not name " + text);
        }
        if (validUntil.filter(now::isAfter).isPresent()) {
            return Optional.of("the scope ended at " + validUntil.get());
        }
        boolean hasPort = endpoint.transport() != Transport.IP;
        return hasPort && !ports.contains(endpoint.port())
                ? Optional.of("the scope does not name port " + endpoint.port())
                : Optional.empty();
    }

    private static boolean isBroadcast(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 && (bytes[0] & bytes[1] & bytes[2] & bytes[3]) == -1;
    }
}
