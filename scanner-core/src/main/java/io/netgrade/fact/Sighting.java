// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import io.netgrade.endpoint.Endpoint;
import java.util.List;

/**
 * Which service a fact is about.
 *
 * @param protocol the id of the protocol that stated it, such as {@code http}
 * @param layers what carried it, outermost first, such as {@code [tls]}; empty in clear
 */
public record Sighting(Endpoint endpoint, String protocol, List<String> layers, Confidence confidence) {
    public Sighting {
        layers = List.copyOf(layers);
    }
}
