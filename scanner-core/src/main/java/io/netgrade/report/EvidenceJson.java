// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Evidence;
import io.netgrade.json.JsonWriter;

/** Where something was seen, as JSON: the endpoint, and the piece of evidence. */
final class EvidenceJson {
    private EvidenceJson() {}

    static void write(JsonWriter json, Evidence piece) {
        boolean captured = piece.source() == Evidence.Source.CAPTURE;
        json.object().field("source", captured ? "capture" : "probe");
        json.field(captured ? "file" : "question", piece.place());
        if (captured) {
            json.field("frame", piece.frame());
        }
        json.field("time", piece.time());
        if (!piece.excerpt().isEmpty()) {
            json.field("excerpt", piece.excerpt());
        }
        json.endObject();
    }

    /** Its members, within an object that is open. */
    static JsonWriter endpoint(JsonWriter json, Endpoint endpoint) {
        return json.field("address", Endpoint.text(endpoint.address()))
                .field("port", endpoint.port())
                .field("transport", endpoint.transport().id());
    }
}
