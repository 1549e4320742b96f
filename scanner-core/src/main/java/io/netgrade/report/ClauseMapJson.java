// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.Finding;
import io.netgrade.grade.Weakness;
import io.netgrade.json.JsonWriter;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Severity;
import java.util.List;

/** The clause map as JSON: one entry a check and endpoint. */
final class ClauseMapJson {
    private ClauseMapJson() {}

    static void write(JsonWriter json, List<Weakness> weaknesses) {
        json.array("clauseMap");
        for (Weakness weakness : weaknesses) {
            json.object()
                    .field("unit", weakness.unit())
                    .field("endpoint", weakness.endpoint().toString())
                    .field("check", weakness.check())
                    .array("under");
            weakness.under().forEach(under -> write(json, under));
            json.endArray().endObject();
        }
        json.endArray();
    }

    private static void write(JsonWriter json, Weakness.Under under) {
        Finding finding = under.finding();
        json.object()
                .field("profile", under.profile().id())
                .field("control", finding.control().id())
                .field("finding", finding.id())
                .field("level", finding.level().id())
                .field("result", under.result().id())
                .field(
                        "severity",
                        finding.ask().map(Ask::severity).orElse(Severity.INFO).id())
                .field("advisory", finding.advisory())
                .field("waived", finding.waived())
                .field("clauses", finding.control().clauses())
                .endObject();
    }
}
