// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Sighting;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A service that an operator declares to run in a unit.
 *
 * @param addresses where; empty for any of the unit's
 * @param ports none for {@link Transport#IP}
 * @param protocol its id; empty for whatever is there
 * @param peers who alone it is for; empty for everybody
 * @param purpose free to be empty, as is the owner
 */
public record DeclaredService(
        List<AddressRange> addresses,
        PortSet ports,
        Transport transport,
        Optional<String> protocol,
        List<AddressRange> peers,
        String purpose,
        String owner) {
    /** What may carry a protocol and hide from a look which. */
    private static final Set<String> CARRIERS = Set.of("dtls", "quic", "sctp", "tlcp", "tls");

    public DeclaredService {
        addresses = List.copyOf(addresses);
        peers = List.copyOf(peers);
    }

    /** Whether an endpoint is one of those that it is declared for. */
    public boolean isAt(Endpoint endpoint) {
        return transport == endpoint.transport()
                && (transport == Transport.IP || ports.contains(endpoint.port()))
                && mayBeAt(endpoint.address());
    }

    private boolean mayBeAt(InetAddress address) {
        return addresses.isEmpty() || addresses.stream().anyMatch(range -> range.contains(address));
    }

    /** Whether what was seen is this service: speaks its protocol, or carries what cannot be seen. */
    public boolean is(Sighting seen) {
        return isAt(seen.endpoint())
                && (protocol.isEmpty()
                        || protocol.get().equals(seen.protocol())
                        || seen.layers().contains(protocol.get())
                        || CARRIERS.contains(seen.protocol()));
    }

    /** The same, whatever speaks there. */
    public DeclaredService ofAnyProtocol() {
        return new DeclaredService(addresses, ports, transport, Optional.empty(), peers, purpose, owner);
    }

    /** As a reader knows it: {@code 53,853/tcp dns}. */
    @Override
    public String toString() {
        String where = addresses.isEmpty()
                ? ""
                : addresses.size() == 1 ? addresses.get(0) + " " : addresses.get(0) + " and others ";
        return where
                + (transport == Transport.IP ? "" : ports + "/")
                + transport.id()
                + protocol.map(named -> " " + named).orElse("");
    }
}
