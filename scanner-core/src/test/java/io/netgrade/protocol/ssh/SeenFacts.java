// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.ObservationSink;
import java.util.ArrayList;
import java.util.List;

/** Keeps the facts that were stated, and their excerpts. */
final class SeenFacts implements ObservationSink {
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> excerpts = new ArrayList<>();

    @Override
    public void saw(Fact fact, String excerpt) {
        facts.add(fact);
        excerpts.add(excerpt);
    }

    List<Fact> all() {
        return List.copyOf(facts);
    }

    List<String> excerpts() {
        return List.copyOf(excerpts);
    }

    List<Fact> of(FactType type) {
        return facts.stream().filter(fact -> fact.is(type)).toList();
    }

    /** The only one of its type. */
    Fact only(FactType type) {
        List<Fact> found = of(type);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + type.id() + " in " + facts);
        }
        return found.get(0);
    }
}
