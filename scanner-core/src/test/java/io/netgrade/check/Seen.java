// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.fact.Sighting;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;

/** Observations and attempts for tests of judging. */
public final class Seen {
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    public static final Endpoint ENDPOINT = endpoint(1, 22);

    private Seen() {}

    /** {@code 192.0.2.host:port/tcp}. */
    public static Endpoint endpoint(int host, int port) {
        try {
            byte[] bytes = {(byte) 192, 0, (byte) (2 + (host >> 8)), (byte) host};
            return new Endpoint(InetAddress.getByAddress(bytes), port, Transport.TCP);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** By a probe, for sure. */
    public static Observation probed(Fact fact) {
        return seen(ENDPOINT, fact, Confidence.CONFIRMED, Source.PROBE);
    }

    public static Observation captured(Fact fact) {
        return seen(ENDPOINT, fact, Confidence.CONFIRMED, Source.CAPTURE);
    }

    public static Observation guessed(Fact fact) {
        return seen(ENDPOINT, fact, Confidence.LIKELY, Source.CAPTURE);
    }

    public static Observation seen(Endpoint endpoint, Fact fact, Confidence confidence, Source source) {
        String protocol = fact.type().substring(0, fact.type().indexOf('.'));
        return new Observation(
                new Sighting(endpoint, protocol, List.of(), confidence),
                fact,
                new Evidence(source, NOW, "place", 0, ""));
    }

    public static Observation recognised(Endpoint endpoint, String protocol, String... layers) {
        return new Observation(
                new Sighting(endpoint, protocol, List.of(layers), Confidence.CONFIRMED),
                CommonFacts.RECOGNISED.complete("server"),
                new Evidence(Source.PROBE, NOW, "connect", 0, ""));
    }

    public static Attempt attempt(Endpoint endpoint, String question, Attempt.Status status) {
        return new Attempt(endpoint, question, status, "", NOW, 1, 0, 0);
    }

    public static Observations of(Observation... all) {
        return new Observations(List.of(all), List.of());
    }
}
