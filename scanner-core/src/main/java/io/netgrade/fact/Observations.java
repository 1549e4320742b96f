// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything seen at one endpoint, by probes and in captures alike, and how each attempt on it ended. */
public final class Observations {
    private final List<Observation> all;
    private final List<Attempt> attempts;
    private final Map<String, List<Observation>> byType = new HashMap<>();
    private final Set<Sighting> services = new LinkedHashSet<>();

    public Observations(List<Observation> all, List<Attempt> attempts) {
        this.all = List.copyOf(all);
        this.attempts = List.copyOf(attempts);
        for (Observation seen : this.all) {
            byType.computeIfAbsent(seen.fact().type(), any -> new ArrayList<>(2))
                    .add(seen);
            services.add(seen.service());
        }
    }

    public List<Observation> all() {
        return all;
    }

    public List<Attempt> attempts() {
        return attempts;
    }

    /** In the order of {@link #all}; not to be changed. */
    public List<Observation> of(FactType type) {
        return byType.getOrDefault(type.id(), List.of());
    }

    /** The services that were seen there, each once. */
    public Set<Sighting> services() {
        return services;
    }

    public boolean seenBy(Evidence.Source source) {
        return all.stream().anyMatch(seen -> seen.evidence().source() == source);
    }
}
