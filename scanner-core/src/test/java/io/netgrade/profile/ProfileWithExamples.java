// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A small profile of two controls, with the examples that a test gives it. */
final class ProfileWithExamples {
    static final FactType STRENGTH = FactType.of("x.strength", "").number("bits", "");
    static final Vocabulary VOCABULARY =
            Vocabulary.of(List.of(FieldCheck.of(STRENGTH.id(), "", STRENGTH, "bits")), List.of(), List.of("x", "y"));

    static final String HEAD = """
            schema: netgrade.profile/1
            id: own
            version: "1"
            title: {en: Own, zh: 自有}
            source: none
            levels:
              - {id: "1", meaning: {en: low, zh: 低}}
              - {id: "2", meaning: {en: high, zh: 高}}
            """;
    private static final String CONTROLS = """
            schema: netgrade.controls/1
            chapter: own
            controls:
              - id: OWN-01
                title: {en: Strong, zh: 强}
                clauses: [none]
                automation: full
                applies: {protocols: [x], vantages: [untrusted, internal], unit-types: [epc, 5gc]}
                check: x.strength
                asks:
                  - {level: "1", severity: high, bar: {at-least: 10}}
                  - {level: "2", severity: high, bar: {at-least: 20}}
                rationale: {en: Why, zh: 因}
                remedy: {en: How, zh: 法}
              - id: OWN-02
                title: {en: Written down, zh: 成文}
                from: "2"
                clauses: [none]
                automation: none
                applies: {protocols: [x]}
                rationale: {en: Why, zh: 因}
                remedy: {en: How, zh: 法}
            """;

    private ProfileWithExamples() {}

    static ProfileSource source(SoundFile examples) {
        Map<String, String> files =
                Map.of("profile.yml", HEAD, "controls/own.yml", CONTROLS, "examples/own.yml", examples.text());
        return new ProfileSource(
                "own",
                List.copyOf(files.keySet()),
                name -> new ByteArrayInputStream(
                        Objects.requireNonNull(files.get(name)).getBytes(StandardCharsets.UTF_8)));
    }
}
