// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import io.netgrade.endpoint.Endpoint;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which service a fact is about.
 *
 * @param protocol the id of the protocol that stated it, such as {@code http}
 * @param layers what carried it, outermost first, such as {@code [tls]}; empty in clear
 */
public record Sighting(Endpoint endpoint, String protocol, List<String> layers, Confidence confidence) {
    /** Protocols inside of which nobody else reads along. */
    private static final Set<String> ENCRYPTING = Set.of("dtls", "quic", "ssh", "tlcp", "tls");

    public Sighting {
        layers = List.copyOf(layers);
    }

    /** Whether nothing encrypts it: what only carries it, such as HTTP or SOCKS, hides nothing. */
    public boolean inClear() {
        return layers.stream().noneMatch(ENCRYPTING::contains);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Sighting service
                        && confidence == service.confidence
                        && endpoint.equals(service.endpoint)
                        && protocol.equals(service.protocol)
                        && layers.equals(service.layers));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * endpoint.hashCode() + protocol.hashCode()) + layers.hashCode()) + confidence.hashCode();
    }
}
