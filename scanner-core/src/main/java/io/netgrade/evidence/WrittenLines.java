// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import static io.netgrade.evidence.LineCut.ascii;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.evidence.AttemptLines.Ending;
import io.netgrade.evidence.ObservationLine.Service;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Sighting;
import io.netgrade.json.JsonFault;
import io.netgrade.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the lines that make up most of a large file, those of observations and attempts, as {@link EvidenceWriter} writes
 * them: cuts each at the names that it writes between the groups of members, and reads of each group only what no line before
 * had. A name in quotes behind a comma ends no text of JSON, so that a cut is wrong only where a member within a group has such
 * a name as well; such a group is no JSON, and the line is left to {@link JsonObject} as is everything else of another form.
 * For one thread.
 */
final class WrittenLines {
    private static final byte[] OBSERVATION = ascii("{\"kind\":\"observation\",");
    private static final byte[] ATTEMPT = ascii("{\"kind\":\"attempt\",");
    private static final byte[] COMMA = ascii(",");
    private static final byte[] BRACKET = ascii("}");
    private static final byte[] BEFORE_PROTOCOL = ascii(",\"protocol\":");
    private static final byte[] BEFORE_FACT = ascii(",\"fact\":");
    private static final byte[] BEFORE_SOURCE = ascii(",\"source\":");
    private static final byte[] BEFORE_QUESTION = ascii(",\"question\":");
    private static final byte[] TIME = ascii(",\"time\":\"");
    private static final byte[] FRAME = ascii(",\"frame\":");
    private static final byte[] MILLIS = ascii(",\"millis\":");
    private static final byte[] SENT = ascii(",\"sent\":");
    private static final byte[] RECEIVED = ascii(",\"received\":");

    private final LineCut cut = new LineCut();
    private final Recurring<Endpoint> endpoints =
            new Recurring<>(List.of("address", "port", "transport"), EndpointMembers::read);
    private final Recurring<Service> services =
            new Recurring<>(List.of("protocol", "layers", "confidence"), Service::of);
    private final Recurring<Fact> facts;
    private final Recurring<Evidence.Source> sources = new Recurring<>(List.of("source"), ObservationLine::source);
    private final Recurring<String> places = new Recurring<>(List.of("place"), json -> json.text("place"));
    private final Recurring<String> excerpts = new Recurring<>(List.of("excerpt"), json -> json.text("excerpt"));
    private final Recurring<Ending> endings = new Recurring<>(List.of("question", "status", "detail"), Ending::of);
    /** Those of the endpoint that the last line was about. */
    private final List<Sighting> sightings = new ArrayList<>();

    WrittenLines(ObservationLine reader) {
        facts = new Recurring<>(List.of("fact", "complete", "value"), reader::fact);
    }

    /** Empty where the line is not of this form. */
    Optional<Line> read(byte[] bytes, int from, int to) {
        cut.begin(bytes, from, to);
        try {
            if (cut.skip(OBSERVATION)) {
                return observation().map(seen -> Line.of("observation", gathered -> gathered.observed(seen)));
            }
            return cut.skip(ATTEMPT)
                    ? attempt().map(attempt -> Line.of("attempt", gathered -> gathered.attempted(attempt)))
                    : Optional.empty();
        } catch (JsonFault | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Observation> observation() throws JsonFault {
        if (!cut.until(BEFORE_PROTOCOL)) {
            return Optional.empty();
        }
        Endpoint endpoint = endpoints.of(cut.piece());
        if (!cut.skip(COMMA) || !cut.until(BEFORE_FACT)) {
            return Optional.empty();
        }
        Sighting sighting = sighting(endpoint, services.of(cut.piece()));
        if (!cut.skip(COMMA) || !cut.until(BEFORE_SOURCE)) {
            return Optional.empty();
        }
        Fact fact = facts.of(cut.piece());
        return cut.skip(COMMA)
                ? evidence().map(evidence -> new Observation(sighting, fact, evidence))
                : Optional.empty();
    }

    private Sighting sighting(Endpoint endpoint, Service service) {
        if (!sightings.isEmpty() && !sightings.get(0).endpoint().equals(endpoint)) {
            sightings.clear();
        }
        for (Sighting before : sightings) {
            if (service.isOf(before)) {
                return before;
            }
        }
        Sighting sighting = service.at(endpoint);
        sightings.add(sighting);
        return sighting;
    }

    private Optional<Evidence> evidence() throws JsonFault {
        if (!cut.until(TIME)) {
            return Optional.empty();
        }
        Evidence.Source source = sources.of(cut.piece());
        cut.skip(TIME);
        Instant time = cut.moment();
        if (time == null || !cut.skip(COMMA) || !cut.until(FRAME)) {
            return Optional.empty();
        }
        String place = places.of(cut.piece());
        cut.skip(FRAME);
        long frame = cut.number();
        if (frame < 0 || !cut.skip(COMMA) || !cut.rest()) {
            return Optional.empty();
        }
        return Optional.of(new Evidence(source, time, place, frame, excerpts.of(cut.piece())));
    }

    private Optional<Attempt> attempt() throws JsonFault {
        if (!cut.until(BEFORE_QUESTION)) {
            return Optional.empty();
        }
        Endpoint endpoint = endpoints.of(cut.piece());
        if (!cut.skip(COMMA) || !cut.until(TIME)) {
            return Optional.empty();
        }
        Ending ending = endings.of(cut.piece());
        cut.skip(TIME);
        Instant time = cut.moment();
        long millis = cut.skip(MILLIS) ? cut.number() : -1;
        long sent = cut.skip(SENT) ? cut.number() : -1;
        long received = cut.skip(RECEIVED) ? cut.number() : -1;
        return time == null || millis < 0 || sent < 0 || received < 0 || !cut.skip(BRACKET) || !cut.atEnd()
                ? Optional.empty()
                : Optional.of(new Attempt(
                        endpoint, ending.question(), ending.status(), ending.detail(), time, millis, sent, received));
    }
}
