// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.grade.Comparison;
import io.netgrade.grade.Comparison.BothSeen;
import io.netgrade.grade.Comparison.Difference;
import io.netgrade.grade.Comparison.Kind;
import io.netgrade.grade.Comparison.Side;
import io.netgrade.json.JsonWriter;
import java.util.Optional;

/** The member {@code comparison} of an assessment as JSON. */
final class ComparisonJson {
    private final JsonWriter json;

    ComparisonJson(JsonWriter json) {
        this.json = json;
    }

    void write(Comparison comparison) {
        json.object("comparison");
        comparison.capturedFrom().ifPresent(time -> json.field("capturedFrom", time));
        comparison.capturedTo().ifPresent(time -> json.field("capturedTo", time));
        json.object("counts");
        for (Kind kind : Kind.values()) {
            json.field(kind.id(), comparison.count(kind));
        }
        json.endObject().array("both");
        comparison.both().forEach(this::both);
        json.endArray().array("differences");
        comparison.differences().forEach(this::difference);
        json.endArray().endObject();
    }

    private void both(BothSeen one) {
        json.object()
                .field("unit", one.unit())
                .field("endpoint", one.endpoint().toString())
                .field("protocol", one.protocol())
                .field("alike", one.alike())
                .field("captureOnly", one.captured())
                .field("probeOnly", one.probed())
                .endObject();
    }

    private void difference(Difference one) {
        json.object()
                .field("kind", one.kind().id())
                .field("unit", one.unit())
                .field("endpoint", one.endpoint().map(Endpoint::toString))
                .field("protocol", filled(one.protocol()))
                .field("fact", filled(one.fact()))
                .field("said", filled(one.said()));
        one.captured().ifPresent(side -> side("captured", side));
        one.probed().ifPresent(side -> side("probed", side));
        json.endObject();
    }

    private void side(String name, Side side) {
        json.object(name);
        if (!side.value().isEmpty()) {
            json.field("value", side.value());
        }
        json.array("evidence");
        EvidenceJson.write(json, side.evidence());
        json.endArray().endObject();
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(said -> !said.isEmpty());
    }
}
