// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.fact.Fact;
import io.netgrade.fact.Run;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.Assessments;
import io.netgrade.grade.EndpointGrade;
import io.netgrade.grade.OperatorResult;
import io.netgrade.grade.ServiceSeen;
import io.netgrade.grade.UnitGrade;
import io.netgrade.json.Fragments;
import io.netgrade.json.JsonWriter;
import io.netgrade.profile.Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The assessment as JSON, schema {@code netgrade.assessment/1}. A level that is not reached at all is written
 * {@code none}.
 */
public final class JsonReport {
    public static final String SCHEMA = "netgrade.assessment/1";
    static final String NO_LEVEL = "none";

    private final JsonWriter json;

    private Remedies remedies;

    private final Fragments<Fact> facts;
    private final FindingsJson findings;
    private final CoverageJson coverage;

    private JsonReport(JsonWriter json, Profile own) {
        this.json = json;
        this.remedies = new Remedies(own);
        this.facts = new Fragments<>(json, JsonReport::fact);
        this.findings = new FindingsJson(json);
        this.coverage = new CoverageJson(json);
    }

    /** The stream stays open and unflushed. */
    public static void write(Assessment assessment, OutputStream out) throws IOException {
        write(Assessments.alone(assessment), out);
    }

    /** The same with what further profiles say. The stream stays open and unflushed. */
    public static void write(Assessments all, OutputStream out) throws IOException {
        write(all, JsonWriter.indented(out));
    }

    /** The writer stays open and unflushed. */
    public static void write(Assessment assessment, Writer out) throws IOException {
        write(Assessments.alone(assessment), out);
    }

    /** The same with what further profiles say. The writer stays open and unflushed. */
    public static void write(Assessments all, Writer out) throws IOException {
        write(all, JsonWriter.indented(out));
    }

    private static void write(Assessments all, JsonWriter writer) throws IOException {
        try (JsonWriter json = writer) {
            new JsonReport(json, all.own().profile()).assessment(all);
            json.endLine();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void assessment(Assessments all) {
        Assessment assessment = all.own();
        json.object().field("schema", SCHEMA);
        json.object("tool")
                .field("name", "netgrade")
                .field("version", assessment.run().toolVersion())
                .endObject();
        run(assessment.run(), all.profiles());
        json.array("services");
        assessment.services().forEach(this::service);
        json.endArray();
        judged(assessment);
        new ComparisonJson(json).write(assessment.comparison());
        coverage.write(assessment.coverage());
        json.array("assessments");
        all.beside().forEach(this::beside);
        json.endArray();
        ClauseMapJson.write(json, all.clauseMap());
        json.endObject();
    }

    private void beside(Assessment other) {
        json.object().field("profile", other.profile().id());
        remedies = remedies.under(other.profile());
        judged(other);
        coverage.unknown(other.coverage());
        json.endObject();
    }

    private void judged(Assessment assessment) {
        findings.write(assessment.findings(), remedies);
        json.array("units");
        UnitJson units = new UnitJson(json);
        Map<String, List<EndpointGrade>> endpoints = EndpointGrade.of(assessment);
        assessment.units().forEach(unit -> units.write(unit, endpoints.getOrDefault(unit.id(), List.of())));
        json.endArray();
        overall(assessment.operatorResult());
        HighRisksJson.write(json, assessment);
        FormsJson.write(json, assessment);
        json.array("notices");
        assessment
                .notices()
                .forEach(notice -> json.object()
                        .field("kind", notice.kind().id())
                        .field("of", notice.of())
                        .field("text", notice.text())
                        .endObject());
        json.endArray();
        ScoreJson.write(json, assessment.scores());
    }

    private void run(Run run, List<Profile> profiles) {
        Profile profile = profiles.get(0);
        json.object("run")
                .field("id", run.id())
                .field("started", run.started())
                .field("finished", run.finished())
                .field("command", run.command())
                .object("profile")
                .field("id", profile.id())
                .field("version", profile.version())
                .field("sha256", profile.sha256());
        ProfileJson.origin(json, profile);
        json.endObject()
                .field("vantage", run.vantage())
                .field("vantageDeclared", run.vantageDeclared())
                .array("profiles");
        profiles.forEach(each -> ProfileJson.whole(json, each));
        json.endArray().endObject();
    }

    private void service(ServiceSeen service) {
        remedies.saw(service);
        EvidenceJson.endpoint(json.object(), service.endpoint())
                .field("protocol", service.protocol())
                .field("layers", service.layers())
                .field("confidence", lower(service.confidence()))
                .field(
                        "seen",
                        service.seen().stream().sorted().map(JsonReport::lower).toList())
                .field("role", service.role())
                .field("unit", service.unit())
                .field("product", service.product())
                .field("version", service.version())
                .field("cpe", service.cpe())
                .array("facts");
        for (ServiceSeen.FactSeen seen : service.facts()) {
            json.object();
            facts.write(seen.fact());
            json.array("evidence");
            seen.evidence().forEach(piece -> EvidenceJson.write(json, piece));
            json.endArray().endObject();
        }
        json.endArray().endObject();
    }

    private static void fact(JsonWriter json, Fact fact) {
        json.field("fact", fact.type()).field("complete", fact.complete()).field("value", fact.value());
    }

    private void overall(OperatorResult result) {
        json.object("overall")
                .field("result", result.outcome().id())
                .field("weakestUnit", result.weakest().map(UnitGrade::id))
                .field("confirmed", result.confirmed())
                .endObject();
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
