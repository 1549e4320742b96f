// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import java.util.HashSet;
import java.util.Set;

/**
 * Hands on each fact of a connection once: a thousand answers of one server say the same. Where more facts differ than it
 * remembers, it hands on repetitions rather than lose anything.
 */
final class FirstSightings implements ObservationSink {
    private static final int REMEMBERED = 256;

    private final Set<Fact> seen = new HashSet<>();
    private ObservationSink sink = (fact, excerpt) -> {};

    /** @return this, which hands on to {@code current} until the next call */
    FirstSightings to(ObservationSink current) {
        sink = current;
        return this;
    }

    @Override
    public void saw(Fact fact, String excerpt) {
        if (seen.contains(fact)) {
            return;
        }
        if (seen.size() < REMEMBERED) {
            seen.add(fact);
        }
        sink.saw(fact, excerpt);
    }
}
