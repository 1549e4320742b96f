// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Problem;
import io.netgrade.fact.Run;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.Assessments;
import io.netgrade.grade.Coverage;
import io.netgrade.grade.EndpointGrade;
import io.netgrade.grade.Finding;
import io.netgrade.grade.Lift;
import io.netgrade.grade.OperatorResult;
import io.netgrade.grade.ServiceSeen;
import io.netgrade.grade.UnexpectedService;
import io.netgrade.grade.UnitGrade;
import io.netgrade.json.Fragments;
import io.netgrade.json.JsonWriter;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Attestation;
import io.netgrade.profile.Control;
import io.netgrade.profile.Level;
import io.netgrade.profile.Profile;
import io.netgrade.profile.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    private JsonReport(JsonWriter json, Profile own) {
        this.json = json;
        this.remedies = new Remedies(own);
        this.facts = new Fragments<>(json, JsonReport::fact);
        this.heads = new Fragments<>(json, JsonReport::head);
        this.tails = new Fragments<>(json, JsonReport::tail);
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
        new ComparisonJson(json, this::evidence).write(assessment.comparison());
        coverage(assessment.coverage());
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
        unknown(other.coverage());
        json.endObject();
    }

    private void judged(Assessment assessment) {
        json.array("findings");
        assessment.findings().forEach(this::finding);
        json.endArray().array("units");
        Map<String, List<EndpointGrade>> endpoints = EndpointGrade.of(assessment);
        assessment.units().forEach(unit -> unit(unit, endpoints.getOrDefault(unit.id(), List.of())));
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
        endpoint(json.object(), service.endpoint())
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
            seen.evidence().forEach(this::evidence);
            json.endArray().endObject();
        }
        json.endArray().endObject();
    }

    private static void fact(JsonWriter json, Fact fact) {
        json.field("fact", fact.type()).field("complete", fact.complete()).field("value", fact.value());
    }

    private void finding(Finding finding) {
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
            evidence(one.evidence());
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

    private void evidence(Evidence piece) {
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

    private void unit(UnitGrade unit, List<EndpointGrade> endpoints) {
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
            endpoint(json.object(), service.endpoint())
                    .field("protocol", service.protocol())
                    .endObject();
        }
        json.endArray().field("result", unit.outcome().id()).endObject();
    }

    private void overall(OperatorResult result) {
        json.object("overall")
                .field("result", result.outcome().id())
                .field("weakestUnit", result.weakest().map(UnitGrade::id))
                .field("confirmed", result.confirmed())
                .endObject();
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

    private void coverage(Coverage coverage) {
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

    private void unknown(Coverage coverage) {
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

    private static JsonWriter endpoint(JsonWriter json, Endpoint endpoint) {
        return json.field("address", Endpoint.text(endpoint.address()))
                .field("port", endpoint.port())
                .field("transport", endpoint.transport().id());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
