// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.Assessment;
import io.netgrade.grade.Finding;
import io.netgrade.grade.HighRiskFound;
import io.netgrade.json.JsonWriter;
import io.netgrade.profile.HighRiskCase;
import io.netgrade.profile.HighRiskCases;
import io.netgrade.yaml.Text;
import java.util.List;
import java.util.Optional;

/** The high-risk cases that failed controls make, as the member {@code highRisks} of the JSON report. */
final class HighRisksJson {
    private HighRisksJson() {}

    /** Nothing where the profile knows no such cases. */
    static void write(JsonWriter json, Assessment assessment) {
        HighRiskCases known = assessment.profile().highRisks();
        if (known.cases().isEmpty()) {
            return;
        }
        json.array("highRisks");
        HighRiskFound.of(assessment).forEach(found -> found(json, found, known));
        json.endArray();
    }

    private static void found(JsonWriter json, HighRiskFound found, HighRiskCases known) {
        HighRiskCase highRisk = found.highRisk();
        json.object()
                .field("unit", found.unit())
                .field("case", highRisk.id())
                .field("text", highRisk.finding().en())
                .field("from", highRisk.from())
                .field("controls", found.controls())
                .field("findings", found.failed().stream().map(Finding::id).toList())
                .array("mitigations");
        for (HighRiskCase.Mitigation mitigation : highRisk.mitigations()) {
            json.object()
                    .field("kind", mitigation.kind())
                    .field("text", mitigation.title().en())
                    .field("when", mitigation.when().map(Text::en))
                    .endObject();
        }
        json.endArray().field("except", highRisk.except().map(Text::en));
        Optional<Text> major = highRisk.major().map(known.majorRisks()::get);
        if (major.isPresent()) {
            List<String> conditions = known.conditions().stream().map(Text::en).toList();
            json.object("mayBeMajor")
                    .field("id", highRisk.major())
                    .field("text", major.get().en())
                    .field("conditions", conditions)
                    .endObject();
        }
        json.endObject();
    }
}
