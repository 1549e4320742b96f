// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Scope;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Observation;
import io.netgrade.protocol.Protocol;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a prober handed out. */
final class Recorded {
    static final ProbeLimits QUICK = ProbeLimits.GENTLE
            .withConnectionsPerSecond(1_000)
            .withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMillis(700))
            .withBannerWait(Duration.ofMillis(200));

    private final List<Observation> observations = new CopyOnWriteArrayList<>();
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();

    Prober prober(ProbeLimits limits, Protocol... protocols) {
        return prober(Scope.NOTHING, limits, protocols);
    }

    Prober prober(Scope scope, ProbeLimits limits, Protocol... protocols) {
        return new Prober(List.of(protocols), scope, limits, InstantSource.system(), observations::add, attempts::add);
    }

    List<Observation> observations() {
        return observations;
    }

    List<Attempt> attempts() {
        return attempts;
    }

    /** Each attempt as {@code question status}, in order. */
    List<String> endings() {
        return attempts.stream()
                .map(attempt -> attempt.question() + " " + attempt.status().id())
                .toList();
    }

    Attempt attempt(String question) {
        return attempts.stream()
                .filter(attempt -> attempt.question().equals(question))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no attempt " + question + " among " + endings()));
    }

    /** Each observation as {@code layers/protocol fact}, in order. */
    List<String> seen() {
        return observations.stream()
                .map(seen -> String.join("/", seen.service().layers())
                        + (seen.service().layers().isEmpty() ? "" : "/")
                        + seen.service().protocol() + " " + seen.fact().type())
                .toList();
    }
}
