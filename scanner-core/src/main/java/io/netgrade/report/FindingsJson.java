// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict;
import io.netgrade.fact.Observation;
import io.netgrade.grade.Finding;
import io.netgrade.json.Fragments;
import io.netgrade.json.JsonWriter;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Control;
import io.netgrade.profile.Level;
import io.netgrade.profile.Severity;
import java.util.List;
import java.util.Optional;

/** Findings as JSON; what many of them say alike is written once and copied. */
final class FindingsJson {
    private final JsonWriter json;
    private final Fragments<Told> heads;
    private final Fragments<Told> tails;

    /** What many findings say alike. */
    private record Told(
            String unit,
            Control control,
            Level level,
            Optional<Ask> ask,
            Optional<String> check,
            Verdict.Result result,
            Optional<UnknownReason> unknown,
            String detail,
            Optional<String> waiver) {
        @Override
        public int hashCode() {
            return 31 * (31 * control.id().hashCode() + level.rank()) + detail.hashCode();
        }
    }

    FindingsJson(JsonWriter json) {
        this.json = json;
        this.heads = new Fragments<>(json, FindingsJson::head);
        this.tails = new Fragments<>(json, FindingsJson::tail);
    }

    void write(List<Finding> findings, Remedies remedies) {
        json.array("findings");
        findings.forEach(finding -> finding(finding, remedies));
        json.endArray();
    }

    private void finding(Finding finding, Remedies remedies) {
        Verdict verdict = finding.verdict();
        Told told = new Told(
                finding.unit(),
                finding.control(),
                finding.level(),
                finding.ask(),
                finding.check(),
                verdict.result(),
                verdict.unknown(),
                verdict.detail(),
                finding.waiver());
        json.object().field("id", finding.id());
        heads.write(told);
        if (finding.endpoint().isPresent()) {
            json.field("endpoint", finding.endpoint().get().toString());
        }
        tails.write(told);
        json.field("confidence", finding.confidence().map(JsonReport::lower));
        if (verdict.result() == Verdict.Result.FAIL) {
            RemedyJson.write(json, finding.control().remedy(), remedies.of(finding));
        }
        json.array("evidence");
        for (Observation one : verdict.because()) {
            EvidenceJson.write(json, one.evidence());
        }
        json.endArray().endObject();
    }

    private static void head(JsonWriter json, Told told) {
        json.field("control", told.control().id())
                .field("check", told.check())
                .field("level", told.level().id())
                .field("result", told.result().id())
                .field("unknownReason", told.unknown().map(UnknownReason::id))
                .field(
                        "severity",
                        told.ask().map(Ask::severity).orElse(Severity.INFO).id())
                .field("advisory", told.ask().map(Ask::advisory).orElse(false))
                .field("unit", told.unit());
    }

    private static void tail(JsonWriter json, Told told) {
        json.field("reason", told.detail())
                .field("waived", told.waiver().isPresent())
                .field("waiver", told.waiver())
                .field("clauses", told.control().clauses());
    }
}
