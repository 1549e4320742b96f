// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Sighting;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** Where a run writes down what it saw and how each attempt ended. Used on the event loop only. */
final class Notes {
    private final InstantSource clock;
    private final Handover handover;
    private final Map<Attempt.Status, Long> endings = new EnumMap<>(Attempt.Status.class);

    Notes(InstantSource clock, Handover handover) {
        this.clock = clock;
        this.handover = handover;
    }

    void attempt(Attempt attempt) {
        endings.merge(attempt.status(), 1L, Long::sum);
        handover.ended(attempt);
    }

    /** What was noted is handed on together once something has happened. */
    void handOver() {
        handover.pass();
    }

    void recognised(Sighting service, String question) {
        saw(service, CommonFacts.RECOGNISED.complete("server"), question, "");
    }

    void saw(Sighting service, Fact fact, String question, String excerpt) {
        Evidence evidence = new Evidence(Evidence.Source.PROBE, clock.instant(), question, 0, excerpt);
        handover.saw(new Observation(service, fact, evidence));
    }

    InstantSource clock() {
        return clock;
    }

    Map<Attempt.Status, Long> endings() {
        return endings;
    }
}
