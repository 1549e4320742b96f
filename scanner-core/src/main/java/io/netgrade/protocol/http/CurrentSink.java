// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;

/** Hands on to whichever sink the reader was called with last. */
final class CurrentSink implements ObservationSink {
    private ObservationSink current = (fact, excerpt) -> {};

    void to(ObservationSink sink) {
        current = sink;
    }

    @Override
    public void saw(Fact fact, String excerpt) {
        current.saw(fact, excerpt);
    }

    @Override
    public void sawInside(String protocol, Fact fact, String excerpt) {
        current.sawInside(protocol, fact, excerpt);
    }
}
