// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.testing;

import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.ObservationSink;
import java.util.ArrayList;
import java.util.List;

/** The facts that were stated, in their order, and what was shown for them. */
public final class FactList implements ObservationSink {
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> excerpts = new ArrayList<>();

    @Override
    public void saw(Fact fact, String excerpt) {
        facts.add(fact);
        excerpts.add(excerpt);
    }

    public List<Fact> all() {
        return List.copyOf(facts);
    }

    public List<Fact> of(FactType type) {
        return facts.stream().filter(fact -> fact.is(type)).toList();
    }

    /** All that would leave the reader: to look for secrets in. */
    public String written() {
        return facts + "\n" + excerpts;
    }
}
