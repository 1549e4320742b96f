// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import java.util.ArrayList;
import java.util.List;

/** Everything seen at one endpoint, by probes and in captures alike, and how each attempt on it ended. */
public final class Observations {
    private final List<Observation> all;
    private final List<Attempt> attempts;

    public Observations(List<Observation> all, List<Attempt> attempts) {
        this.all = List.copyOf(all);
        this.attempts = List.copyOf(attempts);
    }

    public List<Observation> all() {
        return all;
    }

    public List<Attempt> attempts() {
        return attempts;
    }

    /** In the order of {@link #all}; not to be changed. */
    public List<Observation> of(FactType type) {
        List<Observation> found = List.of();
        for (Observation seen : all) {
            if (seen.fact().is(type)) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(seen);
            }
        }
        return found;
    }

    public boolean seenBy(Evidence.Source source) {
        for (Observation seen : all) {
            if (seen.evidence().source() == source) {
                return true;
            }
        }
        return false;
    }
}
