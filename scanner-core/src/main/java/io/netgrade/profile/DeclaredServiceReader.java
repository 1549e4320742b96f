// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.yaml.YamlMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the services that a plan declares for a unit. An empty list declares that there is none. */
final class DeclaredServiceReader {
    private static final List<String> TRANSPORTS =
            Arrays.stream(Transport.values()).map(Transport::id).toList();

    private final Collection<String> protocols;

    /** @param protocols ids of all that can be named */
    DeclaredServiceReader(Collection<String> protocols) {
        this.protocols = protocols;
    }

    /** Empty where the unit declares nothing of its services, which is not to declare that there are none. */
    Optional<List<DeclaredService>> read(YamlMap unit) {
        return unit.has("services")
                ? Optional.of(unit.maps("services").stream().map(this::service).toList())
                : Optional.empty();
    }

    private DeclaredService service(YamlMap entry) {
        entry.allow("port", "transport", "protocol", "addresses", "peers", "purpose", "owner");
        Transport transport =
                entry.choice("transport", TRANSPORTS).map(Transport::of).orElse(Transport.TCP);
        Optional<String> protocol = entry.choice("protocol", protocols);
        if (transport == Transport.IP) {
            if (entry.has("port")) {
                entry.complain("port", "there are no ports over ip: name the protocol alone");
            }
            entry.require("protocol");
        } else {
            entry.require("port");
        }
        return new DeclaredService(
                entry.each("addresses", AddressRange::of),
                entry.text("port", PortSet::of).orElse(PortSet.NONE),
                transport,
                protocol,
                entry.each("peers", AddressRange::of),
                entry.text("purpose").orElse(""),
                entry.text("owner").orElse(""));
    }
}
