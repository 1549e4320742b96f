// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Evidence;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.Assessments;
import io.netgrade.grade.EndpointGrade;
import io.netgrade.grade.Interval;
import io.netgrade.grade.Notice;
import io.netgrade.grade.Score;
import io.netgrade.grade.ServiceSeen;
import io.netgrade.grade.UnitGrade;
import io.netgrade.profile.Attestation;
import io.netgrade.profile.Control;
import io.netgrade.profile.Level;
import io.netgrade.profile.Profile;
import io.netgrade.profile.Severity;
import io.netgrade.yaml.Language;
import io.netgrade.yaml.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the HTML template shows, in one language. Every list is capped and says so, so that a run over thousands of
 * services stays a page that opens; the JSON report holds all. The template escapes for HTML, this makes controls and
 * bidirectional marks visible.
 */
public final class HtmlPage {
    public static final int MOST_UNITS = 200;
    public static final int MOST_SERVICES = 100;
    public static final int MOST_FACTS = 30;
    public static final int MOST_LINES = 50;
    public static final int MOST_SAID = 4;
    private static final int MOST_PLACES = 8;
    private static final int MOST_EVIDENCE = 3;
    private static final int LONGEST_VALUE = 200;

    private final Assessments all;
    private final Assessment assessment;
    private final Labels labels;
    private final Language language;
    private final Remedies remedies;
    private final Map<String, List<EndpointGrade>> endpoints;

    HtmlPage(Assessments all, Language language) {
        this(all, language, new Remedies(all.own().profile()));
        all.own().services().forEach(remedies::saw);
    }

    private HtmlPage(Assessments all, Language language, Remedies remedies) {
        this.remedies = remedies;
        this.all = all;
        this.assessment = all.own();
        this.endpoints = EndpointGrade.of(assessment);
        this.labels = Labels.of(language);
        this.language = language;
    }

    public Assessment assessment() {
        return assessment;
    }

    /** What further profiles say, each as a page of its own would show it. */
    public List<HtmlPage> beside() {
        return all.beside().stream()
                .map(other -> new HtmlPage(Assessments.alone(other), language, remedies.under(other.profile())))
                .toList();
    }

    public List<Profile> profiles() {
        return all.profiles();
    }

    public List<WeaknessGroup> clauseMap() {
        return WeaknessGroup.of(all.clauseMap());
    }

    /** What mends it: settings of the products that were seen, each once. */
    public List<Remedies.OfProduct> settings(ControlFindings one) {
        return one.result() == Result.FAIL ? remedies.of(one) : List.of();
    }

    public String setting(Remedies.OfProduct one) {
        return new SettingWords(labels, language).setting(one);
    }

    /** What more is to be known of a setting, and where its words come from. */
    public String says(Remedies.OfProduct one) {
        return new SettingWords(labels, language).says(one);
    }

    public String letter(Score score) {
        return new ScoreWords(labels, language).letter(score);
    }

    public String part(Score.PartScore part) {
        return new ScoreWords(labels, language).part(part);
    }

    public List<String> held(Score score) {
        return new ScoreWords(labels, language).held(score);
    }

    /** The value of the page's {@code lang}. */
    public String lang() {
        return language == Language.ZH ? "zh-Hans" : "en";
    }

    public String label(String key, Object... values) {
        return labels.of(key, values);
    }

    public String counted(String key, long count) {
        return labels.counted(key, count);
    }

    public String text(Text text) {
        return text.in(language);
    }

    public String safe(String text) {
        return Shown.safe(text);
    }

    public <T> List<T> some(List<T> all, int most) {
        return all.subList(0, Math.min(all.size(), most));
    }

    /** How many are left out; the empty text where none is. */
    public String more(List<?> all, int most) {
        return all.size() > most ? labels.of("more", all.size() - most) : "";
    }

    /** Start and end to the second; nobody reads more of them. */
    public String when() {
        return second(assessment.run().started().toString()) + " – "
                + second(assessment.run().finished().toString());
    }

    public String vantage() {
        return labels.of(
                assessment.run().vantageDeclared() ? "vantage" : "vantage-assumed",
                safe(assessment.run().vantage()));
    }

    public String level(Optional<Level> level) {
        return level.map(Level::id).orElse(labels.of("none"));
    }

    public String outcome(UnitGrade unit) {
        return labels.of("result." + unit.outcome().id());
    }

    public String overall() {
        return OverallWords.of(assessment.operatorResult(), labels);
    }

    public String blockedBy(UnitGrade unit) {
        return controls(unit.blockedBy());
    }

    public String controls(List<String> ids) {
        return listed(ids, MOST_PLACES);
    }

    /** The levels of its endpoints, the weakest first. */
    public List<EndpointGrade> endpoints(UnitGrade unit) {
        return endpoints.getOrDefault(unit.id(), List.of()).stream()
                .sorted(EndpointGrade.WEAKEST_FIRST)
                .toList();
    }

    /** What stands in one cell of a unit's ladder of levels: shown to be held, still possible, or shut out. */
    public String rung(UnitGrade unit, Level level) {
        return rung(unit.interval(), unit, level);
    }

    /** The same of the ladder of one of its endpoints. */
    public String rung(Interval interval, UnitGrade unit, Level level) {
        String state = reaches(interval.achieved(), level)
                ? "held"
                : reaches(interval.possible(), level) ? "possible" : "shut";
        return unit.required().filter(level::equals).isPresent() ? state + " asked" : state;
    }

    /** One entry a control, worst first. */
    public List<ControlFindings> findings(UnitGrade unit) {
        return ControlFindings.of(unit.id(), assessment.findings());
    }

    public List<ControlFindings> open(List<ControlFindings> findings) {
        return findings.stream()
                .filter(one -> one.result() == Result.FAIL || one.result() == Result.UNKNOWN)
                .toList();
    }

    public List<ControlFindings> passes(List<ControlFindings> findings) {
        return with(findings, Result.PASS);
    }

    public List<ControlFindings> notApplicable(List<ControlFindings> findings) {
        return with(findings, Result.NOT_APPLICABLE);
    }

    public String result(ControlFindings one) {
        return labels.of("verdict." + one.result().id());
    }

    /** Level, severity and confidence, and whether it counts. */
    public String weight(ControlFindings one) {
        return labels.of("level-from", one.level().id())
                + labels.of("comma")
                + labels.of("severity." + one.severity().id())
                + one.confidence()
                        .map(sure -> labels.of("comma")
                                + labels.of("confidence." + sure.name().toLowerCase(Locale.ROOT)))
                        .orElse("")
                + (one.advisory() ? labels.of("comma") + labels.of("advice") : "")
                + (one.waived() ? labels.of("comma") + labels.of("waived") : "");
    }

    public String detail(ControlFindings.Said said) {
        String reason = said.reason().map(this::reason).orElse("");
        return reason + (reason.isEmpty() || said.detail().isEmpty() ? "" : labels.of("colon")) + safe(said.detail());
    }

    public String places(List<Endpoint> endpoints) {
        return listed(endpoints.stream().map(Endpoint::toString).toList(), MOST_PLACES);
    }

    public String evidence(List<Evidence> evidence) {
        return listed(evidence.stream().map(HtmlPage::place).distinct().toList(), MOST_EVIDENCE);
    }

    public String clauses(Control control) {
        return String.join(labels.of("semicolon"), control.clauses());
    }

    public List<Control> manual(UnitGrade unit) {
        return unit.manual().stream()
                .flatMap(id -> assessment.profile().control(id).stream())
                .toList();
    }

    public String attestation(Attestation attestation) {
        return new AttestationWords(labels).of(attestation);
    }

    public LiftWords liftWords() {
        return new LiftWords(labels, language);
    }

    public HighRiskWords highRiskWords() {
        return new HighRiskWords(assessment, labels, language);
    }

    public String notice(Notice notice) {
        return new NoticeWords(labels).of(notice);
    }

    public FormWords formWords() {
        return new FormWords(assessment, labels, language);
    }

    public String severity(Severity severity) {
        return labels.of("severity." + severity.id());
    }

    public String protocol(ServiceSeen service) {
        return String.join("/", service.layers()) + (service.layers().isEmpty() ? "" : "/") + service.protocol();
    }

    public String software(ServiceSeen service) {
        return safe((service.product().orElse("") + " " + service.version().orElse("")).strip());
    }

    public String seen(ServiceSeen service) {
        return service.seen().stream()
                .map(source -> source.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    public String value(ServiceSeen.FactSeen fact) {
        String text = fact.fact().value().entrySet().stream()
                .map(entry -> entry.getKey() + ": "
                        + (entry.getValue() instanceof List<?> list
                                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                : entry.getValue()))
                .collect(Collectors.joining("; "));
        return safe(
                text.codePointCount(0, text.length()) > LONGEST_VALUE
                        ? text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "…"
                        : text);
    }

    public EyesShown eyes() {
        return new EyesShown(assessment.comparison(), labels);
    }

    public String counts() {
        return TextCoverage.counts(assessment.coverage().captures(), labels);
    }

    public String tried() {
        return TextCoverage.tried(assessment.coverage(), labels);
    }

    public String gaps(CaptureCoverage capture) {
        return safe(String.join(labels.of("semicolon"), CaptureGaps.of(capture, labels)));
    }

    public String unknownByReason() {
        return TextCoverage.unknown(assessment.coverage(), labels);
    }

    private String reason(UnknownReason reason) {
        return labels.of("unknown." + reason.id());
    }

    private String listed(List<String> all, int most) {
        String shown = some(all, most).stream().map(Shown::safe).collect(Collectors.joining(", "));
        return all.size() > most ? shown + " " + labels.of("more", all.size() - most) : shown;
    }

    private static List<ControlFindings> with(List<ControlFindings> findings, Result result) {
        return findings.stream().filter(one -> one.result() == result).toList();
    }

    private static boolean reaches(Optional<Level> held, Level level) {
        return held.filter(one -> one.compareTo(level) >= 0).isPresent();
    }

    private static String second(String moment) {
        return moment.replaceFirst("\\..*", "").replace("Z", "").replace('T', ' ') + " UTC";
    }

    private static String place(Evidence evidence) {
        return evidence.source() == Evidence.Source.CAPTURE
                ? evidence.place() + " #" + evidence.frame()
                : evidence.place() + " " + second(evidence.time().toString());
    }
}
