// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import java.util.List;

/** Everything seen at one endpoint, by probes and in captures alike, and how each attempt on it ended. */
public record Observations(List<Observation> all, List<Attempt> attempts) {
    public Observations {
        all = List.copyOf(all);
        attempts = List.copyOf(attempts);
    }

    public List<Observation> of(FactType type) {
        return all.stream().filter(seen -> seen.fact().is(type)).toList();
    }

    public boolean seenBy(Evidence.Source source) {
        return all.stream().anyMatch(seen -> seen.evidence().source() == source);
    }
}
