// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.fact.Run;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.Assessments;
import io.netgrade.grade.EndpointGrade;
import io.netgrade.grade.Notice;
import io.netgrade.grade.OperatorResult;
import io.netgrade.grade.UnitGrade;
import io.netgrade.profile.Level;
import io.netgrade.profile.Profile;
import io.netgrade.yaml.Language;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The assessment on one screen: units, levels, what blocks them, what was not seen. */
public final class TextReport {
    private static final int SHORT_DIGEST = 12;

    private final Page page;
    private final Labels labels;
    private final Language language;
    private final Paint paint;

    private final Optional<Remedies> remedies;

    /** @param remedies by product; empty where no more is wanted than the report says of its own */
    private TextReport(Page page, Language language, Paint paint, Optional<Remedies> remedies) {
        this.page = page;
        this.labels = Labels.of(language);
        this.language = language;
        this.paint = paint;
        this.remedies = remedies;
    }

    /** As wide as {@code COLUMNS} says, else 100 columns. */
    public static void write(Assessment assessment, Language language, Paint paint, PrintWriter out) {
        write(Assessments.alone(assessment), language, paint, out);
    }

    /** The same, and after it what further profiles say; as wide as {@code COLUMNS} says. */
    public static void write(Assessments all, Language language, Paint paint, PrintWriter out) {
        write(all, language, paint, Page.width(System::getenv), out);
    }

    /**
     * The same, and where more is wanted the level of each endpoint and settings of the products that were seen; as wide as
     * {@code COLUMNS} says.
     */
    public static void write(Assessments all, Language language, Paint paint, boolean more, PrintWriter out) {
        write(all, language, paint, more, Page.width(System::getenv), out);
    }

    /**
     * @param columns no line but a unit's row is wider
     */
    public static void write(Assessment assessment, Language language, Paint paint, int columns, PrintWriter out) {
        write(Assessments.alone(assessment), language, paint, columns, out);
    }

    /**
     * @param columns no line but a unit's row is wider
     */
    public static void write(Assessments all, Language language, Paint paint, int columns, PrintWriter out) {
        write(all, language, paint, false, columns, out);
    }

    static void write(Assessments all, Language language, Paint paint, boolean more, int columns, PrintWriter out) {
        new TextReport(new Page(out, columns), language, paint, remedies(all.own(), more)).assessments(all);
        out.flush();
    }

    private static Optional<Remedies> remedies(Assessment own, boolean wanted) {
        if (!wanted) {
            return Optional.empty();
        }
        Remedies remedies = new Remedies(own.profile());
        own.services().forEach(remedies::saw);
        return Optional.of(remedies);
    }

    private void assessments(Assessments all) {
        Assessment own = all.own();
        head(own.run(), own.profile());
        judged(own);
        for (Assessment other : all.beside()) {
            page.blank();
            page.text(
                    0, labels.of("under", other.profile().id(), other.profile().version()), paint::bold);
            page.blank();
            judged(other);
        }
        new TextClauseMap(page, labels, paint).write(all.clauseMap());
        new TextEyes(page, labels, paint).write(own.comparison());
        new TextCoverage(page, labels, paint).write(own.coverage());
        new TextProfiles(page, labels, language, paint).write(all.profiles());
    }

    private void judged(Assessment assessment) {
        table(assessment.units());
        operator(assessment.operatorResult());
        Optional<Remedies> own = remedies.map(known -> known.under(assessment.profile()));
        Map<String, List<EndpointGrade>> endpoints = remedies.isPresent() ? EndpointGrade.of(assessment) : Map.of();
        for (UnitGrade unit : assessment.units()) {
            new TextUnit(page, labels, language, paint, own)
                    .write(unit, assessment, endpoints.getOrDefault(unit.id(), List.of()));
        }
        new TextHighRisks(page, labels, paint).write(new HighRiskWords(assessment, labels, language));
        new TextForms(page, labels, paint).write(new FormWords(assessment, labels, language));
        new TextScores(page, labels, language, paint).write(assessment.scores());
        notices(assessment.notices());
    }

    private void notices(List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        page.blank();
        page.text(0, labels.of("notices"), paint::bold);
        NoticeWords words = new NoticeWords(labels);
        notices.stream().limit(TextUnit.MOST_LINES).forEach(notice -> page.text(2, words.of(notice), paint::unsure));
        if (notices.size() > TextUnit.MOST_LINES) {
            page.text(2, labels.of("more", notices.size() - TextUnit.MOST_LINES), paint::dim);
        }
    }

    private void head(Run run, Profile profile) {
        String digest = profile.sha256();
        String rest = Shown.safe(run.command()) + "  "
                + labels.of(
                        "profile",
                        profile.id(),
                        profile.version(),
                        digest.substring(0, Math.min(digest.length(), SHORT_DIGEST)))
                + "  "
                + labels.of(run.vantageDeclared() ? "vantage" : "vantage-assumed", Shown.safe(run.vantage()));
        page.item(0, "netgrade " + run.toolVersion(), paint::bold, " " + rest);
        page.blank();
    }

    private void table(List<UnitGrade> units) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                labels.of("unit"),
                labels.of("type"),
                labels.of("asked"),
                labels.of("held"),
                labels.of("possible"),
                labels.of("result")));
        units.forEach(unit -> rows.add(cells(unit)));
        List<String> lines = Columns.aligned(rows);
        page.row(paint.dim(lines.get(0).stripTrailing()));
        for (int i = 0; i < units.size(); i++) {
            UnitGrade unit = units.get(i);
            String sure = labels.of(unit.confirmed() ? "confirmed" : "provisional");
            page.row(paint.of(unit.outcome(), lines.get(i + 1)) + "  " + paint.dim(sure));
        }
    }

    private void operator(OperatorResult result) {
        page.blank();
        page.item(0, labels.of("overall"), paint::dim, OverallWords.of(result, labels));
    }

    private List<String> cells(UnitGrade unit) {
        return List.of(
                Shown.safe(unit.id()),
                unit.type().isEmpty() ? labels.of("not-said") : Shown.safe(unit.type()),
                unit.required().map(Level::id).orElse(labels.of("not-said")),
                level(unit.interval().achieved()),
                level(unit.interval().possible()),
                labels.of("result." + unit.outcome().id()));
    }

    private String level(Optional<Level> level) {
        return level.map(Level::id).orElse(labels.of("none"));
    }
}
