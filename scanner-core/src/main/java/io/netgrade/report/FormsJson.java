// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.Assessment;
import io.netgrade.grade.FormConclusion;
import io.netgrade.json.JsonWriter;
import io.netgrade.profile.ResultForm;

/** What the report templates of a scheme would conclude, as the member {@code resultForms} of the JSON report. */
final class FormsJson {
    private FormsJson() {}

    /** Nothing where the profile has no such form. */
    static void write(JsonWriter json, Assessment assessment) {
        if (assessment.profile().forms().isEmpty()) {
            return;
        }
        json.array("resultForms");
        FormConclusion.of(assessment).forEach(one -> conclusion(json, one));
        json.endArray();
    }

    private static void conclusion(JsonWriter json, FormConclusion one) {
        ResultForm form = one.form();
        json.object()
                .field("unit", one.unit().id())
                .field("level", one.level().id())
                .field("form", form.id())
                .field("title", form.title().en())
                .field("verified", form.verified());
        form.note().ifPresent(note -> json.field("note", note.en()));
        form.mandatoryAfter().ifPresent(day -> json.field("mandatoryAfter", day.toString()));
        json.field("decided", one.decided());
        if (one.decided()) {
            json.field("verdict", one.verdicts().get(0).id());
        }
        json.array("verdicts");
        one.verdicts()
                .forEach(verdict -> json.object()
                        .field("id", verdict.id())
                        .field("en", verdict.title().en())
                        .field("zh", verdict.title().zh())
                        .endObject());
        json.endArray()
                .object("items")
                .field("all", one.items())
                .field("met", one.met())
                .field("notMetAtLeast", one.broken())
                .endObject()
                .object(form.deductions().isPresent() ? "points" : "conformityRate")
                .field("least", one.least())
                .field("most", one.most())
                .endObject()
                .object("risks");
        one.risks().forEach(risk -> json.field(risk.risk().id(), risk.known().id()));
        json.endObject()
                .field("majorHiddenRisks", one.majorRisks())
                .object("open")
                .field("manual", one.unit().manual())
                .field("undecided", one.unit().undecided())
                .endObject()
                .endObject();
    }
}
