// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Run;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.Coverage;
import io.netgrade.grade.Finding;
import io.netgrade.grade.Interval;
import io.netgrade.grade.Lift;
import io.netgrade.grade.UnitGrade;
import io.netgrade.profile.Control;
import io.netgrade.profile.Language;
import io.netgrade.profile.Level;
import io.netgrade.profile.Profile;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The assessment on one screen: units, levels, what blocks them, what was not seen. */
public final class TextReport {
    private static final int MOST_LINES_PER_LIST = 12;
    private static final int MOST_ENDPOINTS_PER_LINE = 3;

    private final PrintWriter out;
    private final Labels labels;
    private final Language language;
    private final Paint paint;

    private TextReport(PrintWriter out, Language language, Paint paint) {
        this.out = out;
        this.labels = Labels.of(language);
        this.language = language;
        this.paint = paint;
    }

    public static void write(Assessment assessment, Language language, Paint paint, PrintWriter out) {
        new TextReport(out, language, paint).assessment(assessment);
        out.flush();
    }

    private void assessment(Assessment assessment) {
        head(assessment.run(), assessment.profile());
        table(assessment.units());
        for (UnitGrade unit : assessment.units()) {
            unit(unit, assessment);
        }
        coverage(assessment.coverage());
    }

    private void head(Run run, Profile profile) {
        out.println(paint.bold("netgrade " + run.toolVersion()) + "  " + Shown.safe(run.command()) + "  "
                + labels.of("profile", profile.id(), profile.version(), start(profile.sha256(), 12)) + "  "
                + labels.of(run.vantageDeclared() ? "vantage" : "vantage-assumed", run.vantage()));
        out.println();
    }

    private void table(List<UnitGrade> units) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                labels.of("unit"), labels.of("type"), labels.of("asked"), labels.of("level"), labels.of("result")));
        for (UnitGrade unit : units) {
            rows.add(List.of(
                    Shown.safe(unit.id()),
                    unit.type().isEmpty() ? labels.of("not-said") : unit.type(),
                    unit.required().map(Level::id).orElse(labels.of("not-said")),
                    interval(unit.interval()),
                    labels.of("result." + unit.outcome().id())));
        }
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Shown.columns(row.get(i)));
            }
        }
        out.println(paint.dim(row(rows.get(0), widths)));
        for (int i = 0; i < units.size(); i++) {
            UnitGrade unit = units.get(i);
            String sure = labels.of(unit.confirmed() ? "confirmed" : "provisional");
            out.println(paint.of(unit.outcome(), row(rows.get(i + 1), widths)) + "  " + paint.dim(sure));
        }
    }

    private static String row(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : "  ").append(Shown.padded(cells.get(i), widths[i]));
        }
        return line.toString();
    }

    private void unit(UnitGrade unit, Assessment assessment) {
        List<Finding> findings = assessment.findings().stream()
                .filter(finding -> finding.unit().equals(unit.id()))
                .toList();
        out.println();
        out.println(
                paint.bold(Shown.safe(unit.id())) + (unit.title().isEmpty() ? "" : "  " + Shown.safe(unit.title())));
        findings("blocked-by", unit.blockedBy(), Result.FAIL, findings);
        findings("undecided", unit.undecided(), Result.UNKNOWN, findings);
        manual(unit, assessment.profile());
        lift(unit);
        because(unit);
    }

    private void findings(String label, List<String> controls, Result result, List<Finding> findings) {
        if (controls.isEmpty()) {
            return;
        }
        out.println("  " + paint.dim(labels.of(label)));
        for (String id : controls.subList(0, Math.min(controls.size(), MOST_LINES_PER_LIST))) {
            findings.stream()
                    .filter(finding -> finding.control().id().equals(id)
                            && finding.verdict().result() == result)
                    .findFirst()
                    .ifPresent(first -> finding(first, endpoints(id, result, findings)));
        }
        more(controls.size());
    }

    private void finding(Finding finding, List<Endpoint> at) {
        String reason = finding.verdict()
                .unknown()
                .map(unknown -> "(" + unknown.id() + ") ")
                .orElse("");
        String id = finding.verdict().result() == Result.FAIL
                ? paint.bad(finding.control().id())
                : paint.unsure(finding.control().id());
        out.println("    " + id + " " + finding.control().title().in(language));
        out.println("           " + reason + Shown.safe(finding.verdict().detail()) + places(at));
    }

    private static List<Endpoint> endpoints(String control, Result result, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.control().id().equals(control)
                        && finding.verdict().result() == result)
                .flatMap(finding -> finding.endpoint().stream())
                .distinct()
                .toList();
    }

    private String places(List<Endpoint> at) {
        if (at.isEmpty()) {
            return "";
        }
        String first = at.stream()
                .limit(MOST_ENDPOINTS_PER_LINE)
                .map(Endpoint::toString)
                .collect(Collectors.joining(", "));
        String rest = at.size() > MOST_ENDPOINTS_PER_LINE ? " +" + (at.size() - MOST_ENDPOINTS_PER_LINE) : "";
        return "  " + paint.dim(labels.of("at", first + rest));
    }

    private void manual(UnitGrade unit, Profile profile) {
        if (unit.manual().isEmpty()) {
            return;
        }
        out.println("  " + paint.dim(labels.of("manual")));
        for (String id : unit.manual().subList(0, Math.min(unit.manual().size(), MOST_LINES_PER_LIST))) {
            String title = profile.control(id)
                    .map(Control::title)
                    .map(text -> text.in(language))
                    .orElse("");
            out.println("    " + id + " " + title);
        }
        more(unit.manual().size());
    }

    private void lift(UnitGrade unit) {
        if (unit.toNextLevel().isEmpty()) {
            return;
        }
        out.println("  "
                + paint.dim(labels.of("lift", unit.nextLevel().map(Level::id).orElse("?"))));
        for (Lift lift :
                unit.toNextLevel().subList(0, Math.min(unit.toNextLevel().size(), MOST_LINES_PER_LIST))) {
            String how = lift.fix() ? lift.control().remedy().in(language) : lift.how();
            out.println("    " + labels.of(lift.fix() ? "lift.fix" : "lift.decide") + " "
                    + lift.control().id() + " " + Shown.safe(how) + places(lift.endpoints()));
        }
        more(unit.toNextLevel().size());
    }

    private void because(UnitGrade unit) {
        if (unit.provisionalBecause().isEmpty()) {
            return;
        }
        out.println("  " + paint.dim(labels.of("because")));
        for (String reason : unit.provisionalBecause()) {
            out.println("    " + Shown.safe(reason));
        }
    }

    private void more(int all) {
        if (all > MOST_LINES_PER_LIST) {
            out.println("    " + paint.dim(labels.of("more", all - MOST_LINES_PER_LIST)));
        }
    }

    private void coverage(Coverage coverage) {
        out.println();
        out.println(paint.dim(labels.of("coverage")));
        captures(coverage.captures());
        if (coverage.endpointsTried() > 0) {
            out.println(
                    "  " + labels.of("coverage.endpoints", coverage.endpointsTried(), coverage.endpointsAnswered()));
        }
        if (!coverage.unknownByReason().isEmpty()) {
            out.println("  "
                    + labels.of(
                            "coverage.unknown",
                            new TreeMap<>(coverage.unknownByReason())
                                    .entrySet().stream()
                                            .map(entry -> entry.getKey().id() + " " + entry.getValue())
                                            .collect(Collectors.joining(", "))));
        }
        if (!coverage.unexamined().isEmpty()) {
            out.println(paint.unsure(labels.of("unexamined")));
            coverage.unexamined().stream()
                    .limit(MOST_LINES_PER_LIST)
                    .forEach(line -> out.println("  " + Shown.safe(line)));
            more(coverage.unexamined().size());
        }
    }

    private void captures(List<CaptureCoverage> captures) {
        if (captures.isEmpty()) {
            return;
        }
        out.println("  "
                + labels.of(
                        "coverage.captures",
                        captures.size(),
                        grouped(captures.stream()
                                .mapToLong(CaptureCoverage::packets)
                                .sum()),
                        grouped(captures.stream()
                                .mapToLong(CaptureCoverage::bytes)
                                .sum()),
                        grouped(captures.stream()
                                .mapToLong(CaptureCoverage::flows)
                                .sum()),
                        grouped(captures.stream()
                                .mapToLong(CaptureCoverage::unrecognised)
                                .sum())));
        Map<String, List<String>> gaps = new LinkedHashMap<>();
        captures.forEach(capture -> {
            List<String> lines = CaptureGaps.of(capture, labels);
            if (!lines.isEmpty()) {
                gaps.put(capture.file(), lines);
            }
        });
        gaps.entrySet().stream()
                .limit(MOST_LINES_PER_LIST)
                .forEach(entry -> out.println("  "
                        + labels.of(
                                "coverage.capture-gaps",
                                Shown.safe(entry.getKey()),
                                Shown.safe(String.join("; ", entry.getValue())))));
        more(gaps.size());
    }

    private String interval(Interval interval) {
        String floor = level(interval.achieved());
        String ceiling = level(interval.possible());
        return floor.equals(ceiling) ? floor : floor + " .. " + ceiling;
    }

    private String level(Optional<Level> level) {
        return level.map(Level::id).orElse(labels.of("none"));
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String start(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }
}
