// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactField;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.fact.Sighting;
import io.netgrade.yaml.Spelling;
import io.netgrade.yaml.YamlMap;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what an example says was seen. Every service that is spoken of is also stated to be recognised, as in a run. */
final class GivenReader {
    /** The moment of observation where an example gives none. */
    static final Instant USUAL_MOMENT = Instant.parse("2026-01-01T00:00:00Z");

    private static final Endpoint ENDPOINT = new Endpoint(exampleAddress(), 1, Transport.TCP);
    private static final List<String> CONFIDENCES = ids(Confidence.values());
    private static final List<String> SOURCES = ids(Evidence.Source.values());
    private static final List<String> STATUSES =
            Arrays.stream(Attempt.Status.values()).map(Attempt.Status::id).toList();
    private static final Set<String> KEYS = Set.of("complete", "layers", "source", "confidence", "protocol");

    private final Vocabulary vocabulary;

    GivenReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Observations read(YamlMap example, Instant at) {
        Set<Observation> all = new LinkedHashSet<>();
        for (YamlMap given : example.maps("given")) {
            observation(given, at).ifPresent(seen -> {
                Fact recognised = CommonFacts.RECOGNISED.complete("server");
                all.add(new Observation(seen.service(), recognised, seen.evidence()));
                all.add(seen);
            });
        }
        List<Attempt> attempts = new ArrayList<>();
        for (YamlMap attempt : example.maps("attempts")) {
            attempt(attempt, at).ifPresent(attempts::add);
        }
        return new Observations(List.copyOf(all), attempts);
    }

    private Optional<Observation> observation(YamlMap given, Instant at) {
        List<String> facts =
                given.keys().stream().filter(key -> !KEYS.contains(key)).toList();
        if (facts.size() != 1) {
            given.complain("given", "each entry holds one fact, not " + facts.size() + " " + facts);
            return Optional.empty();
        }
        String id = facts.get(0);
        FactType type = vocabulary.facts().get(id);
        if (type == null) {
            given.complain(
                    id, "fact " + Spelling.notOneOf(id, vocabulary.facts().keySet()));
            return Optional.empty();
        }
        if (id.startsWith("service.") && !given.has("protocol")) {
            given.complain(id, id + " is a fact of any protocol: say which with protocol:");
        }
        Map<String, Object> values = given.map(id).map(map -> values(map, type)).orElse(Map.of());
        Sighting service = new Sighting(
                ENDPOINT,
                given.choice("protocol", vocabulary.protocols()).orElse(id.substring(0, id.indexOf('.'))),
                given.texts("layers"),
                Confidence.valueOf(
                        constant(given.choice("confidence", CONFIDENCES).orElse("confirmed"))));
        Evidence.Source source =
                Evidence.Source.valueOf(constant(given.choice("source", SOURCES).orElse("probe")));
        return Optional.of(new Observation(
                service,
                new Fact(id, given.flag("complete", true), values),
                new Evidence(source, at, "example", 0, "")));
    }

    private static Map<String, Object> values(YamlMap map, FactType type) {
        map.allowAll(type.fields().stream().map(FactField::name).toList());
        Map<String, Object> values = new LinkedHashMap<>();
        for (FactField field : type.fields()) {
            if (map.has(field.name())) {
                value(map, field).ifPresent(value -> values.put(field.name(), value));
            }
        }
        return values;
    }

    private static Optional<Object> value(YamlMap map, FactField field) {
        String name = field.name();
        return switch (field.kind()) {
            case FLAG -> Optional.of(map.flag(name, false));
            case INSTANT -> instant(map, name).map(Object.class::cast);
            case NAMES -> Optional.of(map.texts(name));
            case NUMBER -> number(map, name).map(Object.class::cast);
            case TEXT -> map.text(name).map(Object.class::cast);
        };
    }

    private static Optional<Long> number(YamlMap map, String key) {
        Optional<String> text = map.text(key);
        try {
            return text.map(Long::valueOf);
        } catch (NumberFormatException notANumber) {
            map.complain(key, key + " \"" + Spelling.shortened(text.orElse("")) + "\" is not a whole number");
            return Optional.empty();
        }
    }

    /** A moment as RFC 3339 writes it. */
    static Optional<Instant> instant(YamlMap map, String key) {
        Optional<String> text = map.text(key);
        try {
            return text.map(Instant::parse);
        } catch (DateTimeParseException notAMoment) {
            map.complain(
                    key,
                    key + " \"" + Spelling.shortened(text.orElse(""))
                            + "\" is not a moment such as 2026-01-31T00:00:00Z");
            return Optional.empty();
        }
    }

    private static Optional<Attempt> attempt(YamlMap map, Instant at) {
        map.allow("question", "status");
        map.require("status");
        Optional<String> question = map.needed("question");
        Optional<String> status = map.choice("status", STATUSES);
        return question.isEmpty() || status.isEmpty()
                ? Optional.empty()
                : Optional.of(new Attempt(ENDPOINT, question.get(), Attempt.Status.of(status.get()), "", at, 0, 0, 0));
    }

    private static List<String> ids(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String constant(String id) {
        return id.toUpperCase(Locale.ROOT);
    }

    private static InetAddress exampleAddress() {
        try {
            return InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }
}
