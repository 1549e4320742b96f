// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where probes may go, and on whose authority. What it does not name is denied; what it denies stays denied, whatever
 * else it names. This machine's own loopback addresses need no scope, but can be denied.
 *
 * @param hosts names, in lower case, whose addresses may be touched once {@link #resolved} was told of them
 * @param ports TCP, UDP and SCTP alike; {@link PortSet#ALL} where any may be touched
 * @param authorisedBy the person or paper that allows it, as written in the scope file
 * @param validUntil the last moment it holds; empty where it has no end
 * @param vantage from where it may be touched, in the word of plans; empty where from anywhere
 * @param times when it may be touched
 */
public record Scope(
        List<AddressRange> allow,
        Set<String> hosts,
        List<AddressRange> deny,
        PortSet ports,
        String authorisedBy,
        Optional<Instant> validUntil,
        String vantage,
        OpeningTimes times) {
    /** Names nothing: only loopback may be touched. */
    public static final Scope NOTHING = new Scope(List.of(), Set.of(), List.of(), PortSet.ALL, "", Optional.empty());

    public Scope {
        allow = List.copyOf(allow);
        hosts = Set.copyOf(hosts);
        deny = List.copyOf(deny);
    }

    /** One that holds at any time, and from anywhere. */
    public Scope(
            List<AddressRange> allow,
            Set<String> hosts,
            List<AddressRange> deny,
            PortSet ports,
            String authorisedBy,
            Optional<Instant> validUntil) {
        this(allow, hosts, deny, ports, authorisedBy, validUntil, "", OpeningTimes.ALWAYS);
    }

    /** The same, with the addresses of a host allowed too, if the scope names the host; else unchanged. */
    public Scope resolved(String host, List<InetAddress> addresses) {
        if (!hosts.contains(host)) {
            return this;
        }
        List<AddressRange> more = new ArrayList<>(allow);
        addresses.forEach(address -> more.add(AddressRange.of(address)));
        return new Scope(more, hosts, deny, ports, authorisedBy, validUntil, vantage, times);
    }

    /** The addresses of the range that may be touched at some time; some perhaps in more than one of the answer's ranges. */
    public List<AddressRange> permitted(AddressRange range) {
        List<AddressRange> named = Stream.concat(allow.stream(), Addresses.LOOPBACK.stream())
                .flatMap(allowed -> Addresses.shared(range, allowed).stream())
                .toList();
        return Addresses.without(Addresses.without(named, deny), Addresses.OF_MANY_HOSTS);
    }

    /** The same at any time, whatever its windows and its end. */
    public Scope atAnyTime() {
        return new Scope(allow, hosts, deny, ports, authorisedBy, Optional.empty(), vantage, OpeningTimes.ALWAYS);
    }

    /** Why the endpoint must not be touched now, in words; empty where it may be. */
    public Optional<String> refusal(Endpoint endpoint, Instant now) {
        Optional<String> place = addressRefusal(endpoint.address());
        if (place.isPresent() || endpoint.address().isLoopbackAddress()) {
            return place;
        }
        if (expired(now)) {
            return validUntil.map(end -> "the scope ended at " + end);
        }
        if (!times.open(now)) {
            return Optional.of("the scope's window is closed"
                    + times.opens(now).map(opening -> " until " + opening).orElse(""));
        }
        return portRefusal(endpoint);
    }

    /** Why the endpoint must not be touched at any time, in words; empty where it may be at some. */
    public Optional<String> refusal(Endpoint endpoint) {
        Optional<String> place = addressRefusal(endpoint.address());
        return place.isPresent() || endpoint.address().isLoopbackAddress() ? place : portRefusal(endpoint);
    }

    /** Whether the authorisation has run out. */
    public boolean expired(Instant now) {
        return validUntil.filter(now::isAfter).isPresent();
    }

    private Optional<String> addressRefusal(InetAddress address) {
        if (address.isMulticastAddress() || address.isAnyLocalAddress() || isBroadcast(address)) {
            return Optional.of(Endpoint.text(address) + " is not the address of one host");
        }
        for (AddressRange range : deny) {
            if (range.contains(address)) {
                return Optional.of("the scope denies " + range);
            }
        }
        return address.isLoopbackAddress() || allows(address)
                ? Optional.empty()
                : Optional.of("the scope does not name " + Endpoint.text(address));
    }

    private boolean allows(InetAddress address) {
        for (AddressRange range : allow) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> portRefusal(Endpoint endpoint) {
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
