// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Fact;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One service, all that was seen of it folded together: one entry per address, port, transport and protocol. */
public record ServiceSeen(
        String unit,
        Endpoint endpoint,
        String protocol,
        List<String> layers,
        Confidence confidence,
        Set<Evidence.Source> seen,
        String role,
        Optional<String> product,
        Optional<String> version,
        Optional<String> cpe,
        List<FactSeen> facts) {
    public ServiceSeen {
        layers = List.copyOf(layers);
        seen = Set.copyOf(seen);
        facts = List.copyOf(facts);
    }

    /** One fact, and every piece of evidence kept for it. */
    public record FactSeen(Fact fact, List<Evidence> evidence) {
        public FactSeen {
            evidence = List.copyOf(evidence);
        }
    }
}
