// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Problem;
import io.netgrade.grade.Coverage;
import io.netgrade.json.JsonWriter;
import java.util.TreeMap;

/** What was looked at, as JSON, and what of it could not be. */
final class CoverageJson {
    private final JsonWriter json;

    CoverageJson(JsonWriter json) {
        this.json = json;
    }

    void write(Coverage coverage) {
        json.object("coverage").array("captures");
        coverage.captures().forEach(this::capture);
        json.endArray()
                .field("endpointsTried", coverage.endpointsTried())
                .field("endpointsAnswered", coverage.endpointsAnswered())
                .object("attemptsByStatus");
        new TreeMap<>(coverage.attemptsByStatus()).forEach((status, count) -> json.field(status.id(), count));
        json.endObject();
        unknown(coverage);
        json.array("problems");
        for (Problem problem : coverage.problems()) {
            json.object()
                    .field("input", problem.input())
                    .field("message", problem.message())
                    .field("unreadable", problem.unreadable())
                    .endObject();
        }
        json.endArray().field("unexamined", coverage.unexamined()).endObject();
    }

    /** How much is undecided, by reason. */
    void unknown(Coverage coverage) {
        json.object("unknownByReason");
        new TreeMap<>(coverage.unknownByReason()).forEach((reason, count) -> json.field(reason.id(), count));
        json.endObject();
    }

    private void capture(CaptureCoverage capture) {
        json.object()
                .field("file", capture.file())
                .field("sha256", capture.sha256())
                .field("packets", capture.packets())
                .field("bytes", capture.bytes())
                .field("truncated", capture.truncated())
                .field("problem", capture.problem())
                .field("snapped", capture.snapped())
                .field("malformed", capture.malformed());
        json.object("unsupportedLinkType");
        new TreeMap<>(capture.unsupportedLinkType()).forEach((type, count) -> json.field("" + type, count));
        json.endObject()
                .field("notIp", capture.notIp())
                .field("dropped", capture.dropped())
                .field("flows", capture.flows())
                .field("unrecognised", capture.unrecognised());
        json.object("limits");
        new TreeMap<>(capture.limits()).forEach(json::field);
        json.endObject();
        capture.firstTime().ifPresent(time -> json.field("firstTime", time));
        capture.lastTime().ifPresent(time -> json.field("lastTime", time));
        json.endObject();
    }
}
