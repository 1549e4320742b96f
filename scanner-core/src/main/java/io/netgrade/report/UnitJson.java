// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.grade.EndpointGrade;
import io.netgrade.grade.Lift;
import io.netgrade.grade.UnexpectedService;
import io.netgrade.grade.UnitGrade;
import io.netgrade.json.JsonWriter;
import io.netgrade.profile.Attestation;
import io.netgrade.profile.Level;
import java.util.List;

/** A unit's level as JSON: where it stops, what lifts it, and what of it rests on a person's word. */
final class UnitJson {
    private final JsonWriter json;

    UnitJson(JsonWriter json) {
        this.json = json;
    }

    void write(UnitGrade unit, List<EndpointGrade> endpoints) {
        json.object()
                .field("id", unit.id())
                .field("title", unit.title())
                .field("type", unit.type())
                .field("required", unit.required().map(Level::id));
        EndpointsJson.interval(json, unit.interval());
        json.field("confirmed", unit.confirmed()).field("provisionalBecause", unit.provisionalBecause());
        json.object("withoutWaivers");
        EndpointsJson.interval(json, unit.withoutWaivers());
        json.endObject()
                .field("blockedBy", unit.blockedBy())
                .field("undecided", unit.undecided())
                .field("manual", unit.manual())
                .array("attested");
        unit.attested().forEach(this::attestation);
        json.endArray().field("nextLevel", unit.nextLevel().map(Level::id)).array("toNextLevel");
        unit.toNextLevel().forEach(this::lift);
        json.endArray();
        LiftsJson.write(json, unit.lifts());
        EndpointsJson.write(json, endpoints);
        json.array("unexpected");
        for (UnexpectedService service : unit.unexpected()) {
            EvidenceJson.endpoint(json.object(), service.endpoint())
                    .field("protocol", service.protocol())
                    .endObject();
        }
        json.endArray().field("result", unit.outcome().id()).endObject();
    }

    private void lift(Lift lift) {
        json.object()
                .field("control", lift.control().id())
                .field("action", lift.fix() ? "fix" : "decide")
                .field(
                        "endpoints",
                        lift.endpoints().stream().map(Endpoint::toString).toList())
                .field("how", lift.how())
                .endObject();
    }

    private void attestation(Attestation attestation) {
        json.object()
                .field("id", attestation.id())
                .field("control", attestation.control())
                .field("met", attestation.met())
                .field("by", attestation.by())
                .field("inspected", attestation.inspected())
                .field("on", attestation.on().toString())
                .field("validUntil", attestation.validUntil().toString())
                .endObject();
    }
}
