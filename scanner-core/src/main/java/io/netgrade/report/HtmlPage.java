// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Observation;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.Finding;
import io.netgrade.grade.Lift;
import io.netgrade.grade.ServiceSeen;
import io.netgrade.grade.UnitGrade;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Control;
import io.netgrade.profile.Language;
import io.netgrade.profile.Level;
import io.netgrade.profile.Severity;
import io.netgrade.profile.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the HTML template shows, in one language. */
public final class HtmlPage {
    private static final List<Result> WORST_FIRST =
            List.of(Result.FAIL, Result.UNKNOWN, Result.PASS, Result.NOT_APPLICABLE);

    private final Assessment assessment;
    private final Labels labels;
    private final Language language;

    HtmlPage(Assessment assessment, Language language) {
        this.assessment = assessment;
        this.labels = Labels.of(language);
        this.language = language;
    }

    public Assessment assessment() {
        return assessment;
    }

    /** The value of the page's {@code lang}. */
    public String lang() {
        return language == Language.ZH ? "zh-Hans" : "en";
    }

    public String label(String key, Object... values) {
        return labels.of(key, values);
    }

    public String text(Text text) {
        return text.in(language);
    }

    public String vantage() {
        return labels.of(
                assessment.run().vantageDeclared() ? "vantage" : "vantage-assumed",
                assessment.run().vantage());
    }

    public String level(Optional<Level> level) {
        return level.map(Level::id).orElse(labels.of("none"));
    }

    public String outcome(UnitGrade unit) {
        return labels.of("result." + unit.outcome().id());
    }

    /** What stands in one cell of a unit's ladder of levels: shown to be held, still possible, or shut out. */
    public String rung(UnitGrade unit, Level level) {
        if (unit.interval()
                .achieved()
                .filter(held -> held.compareTo(level) >= 0)
                .isPresent()) {
            return "held";
        }
        boolean possible = unit.interval()
                .possible()
                .filter(top -> top.compareTo(level) >= 0)
                .isPresent();
        return possible ? "possible" : "shut";
    }

    /** The findings of a unit that say something, worst first. */
    public List<Finding> findings(UnitGrade unit) {
        return assessment.findings().stream()
                .filter(finding -> finding.unit().equals(unit.id()))
                .filter(finding -> !finding.control().manual())
                .sorted(Comparator.comparingInt((Finding finding) ->
                                WORST_FIRST.indexOf(finding.verdict().result()))
                        .thenComparing(HtmlPage::severityOf))
                .toList();
    }

    public String severity(Finding finding) {
        return severityOf(finding).id();
    }

    public String result(Finding finding) {
        return finding.verdict().result().id();
    }

    public String endpoint(Finding finding) {
        return finding.endpoint().map(Endpoint::toString).orElse("");
    }

    public String unknown(Finding finding) {
        return finding.verdict().unknown().map(reason -> reason.id()).orElse("");
    }

    public String evidence(Finding finding) {
        return finding.verdict().because().stream()
                .map(Observation::evidence)
                .map(HtmlPage::place)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    public List<Control> manual(UnitGrade unit) {
        return unit.manual().stream()
                .flatMap(id -> assessment.profile().control(id).stream())
                .toList();
    }

    public String how(Lift lift) {
        return lift.fix() ? text(lift.control().remedy()) : lift.how();
    }

    public String endpoints(Lift lift) {
        return lift.endpoints().stream().map(Endpoint::toString).collect(Collectors.joining(", "));
    }

    public String protocol(ServiceSeen service) {
        return String.join("/", service.layers()) + (service.layers().isEmpty() ? "" : "/") + service.protocol();
    }

    public String software(ServiceSeen service) {
        return (service.product().orElse("") + " " + service.version().orElse("")).strip();
    }

    public String seen(ServiceSeen service) {
        return service.seen().stream()
                .map(source -> source.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    public String value(ServiceSeen.FactSeen fact) {
        return fact.fact().value().entrySet().stream()
                .map(entry -> entry.getKey() + ": "
                        + (entry.getValue() instanceof List<?> list
                                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                : entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    public String evidence(ServiceSeen.FactSeen fact) {
        return fact.evidence().stream().map(HtmlPage::place).distinct().collect(Collectors.joining(", "));
    }

    public List<String> gaps(CaptureCoverage capture) {
        return CaptureGaps.of(capture, labels);
    }

    public String unknownByReason() {
        return new TreeMap<>(assessment.coverage().unknownByReason())
                .entrySet().stream()
                        .map(entry -> entry.getKey().id() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static Severity severityOf(Finding finding) {
        return finding.ask().map(Ask::severity).orElse(Severity.INFO);
    }

    private static String place(Evidence evidence) {
        return evidence.source() == Evidence.Source.CAPTURE
                ? evidence.place() + " #" + evidence.frame()
                : evidence.place() + " " + evidence.time();
    }
}
