// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.grade.FindingMove;
import io.netgrade.grade.UnitMove;
import io.netgrade.profile.Level;
import io.netgrade.profile.Profile;
import io.netgrade.yaml.Language;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What profiles would make of runs, in text: a table for each, and what moves in each unit. */
public final class SuppositionText {
    private static final int SHORT_DIGEST = 12;
    private static final int MOST_ENDPOINTS = 3;

    private final Page page;
    private final Labels labels;
    private final Paint paint;

    private SuppositionText(Page page, Language language, Paint paint) {
        this.page = page;
        this.labels = Labels.of(language);
        this.paint = paint;
    }

    /**
     * @param columns no line but a unit's row is wider
     */
    public static void write(Supposition supposition, Language language, Paint paint, int columns, PrintWriter out) {
        SuppositionText text = new SuppositionText(new Page(out, columns), language, paint);
        supposition.profiles().forEach(text::supposed);
        out.flush();
    }

    /** As wide as {@code COLUMNS} says, else 100 columns. */
    public static void write(Supposition supposition, Language language, Paint paint, PrintWriter out) {
        write(supposition, language, paint, Page.width(System::getenv), out);
    }

    private void supposed(Supposition.Supposed supposed) {
        page.item(0, labels.of("what-if"), paint::bold, name(supposed.profile()));
        supposed.units().stream()
                .map(Supposition.Unit::now)
                .map(this::name)
                .distinct()
                .forEach(now -> page.item(0, labels.of("what-if.now"), paint::dim, now));
        page.blank();
        table(supposed.units());
        for (Supposition.Unit unit : supposed.units()) {
            moved(unit.move());
        }
        page.blank();
    }

    private String name(Profile profile) {
        return labels.of(
                "profile",
                profile.id(),
                profile.version(),
                profile.sha256().substring(0, Math.min(profile.sha256().length(), SHORT_DIGEST)));
    }

    private void table(List<Supposition.Unit> units) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                labels.of("what-if.run"),
                labels.of("unit"),
                labels.of("asked"),
                labels.of("held"),
                labels.of("possible"),
                labels.of("result"),
                labels.of("what-if.moved")));
        units.forEach(unit -> rows.add(cells(unit.move())));
        List<String> lines = Columns.aligned(rows);
        page.row(paint.dim(lines.get(0).stripTrailing()));
        for (int i = 0; i < units.size(); i++) {
            page.row(paint.of(
                    units.get(i).move().then().outcome(), lines.get(i + 1).stripTrailing()));
        }
    }

    private List<String> cells(UnitMove move) {
        return List.of(
                Shown.safe(move.run()),
                Shown.safe(move.unit()),
                change(asked(move.now()), asked(move.then())),
                change(
                        level(move.now().interval().achieved()),
                        level(move.then().interval().achieved())),
                change(
                        level(move.now().interval().possible()),
                        level(move.then().interval().possible())),
                change(outcome(move.now()), outcome(move.then())),
                String.valueOf(move.moved().size()));
    }

    private void moved(UnitMove move) {
        if (move.moved().isEmpty()) {
            return;
        }
        page.blank();
        page.item(0, Shown.safe(move.unit()), paint::bold, Shown.safe(move.run()));
        Map<String, List<FindingMove>> alike = new LinkedHashMap<>();
        for (FindingMove finding : move.moved()) {
            alike.computeIfAbsent(
                            finding.control() + " " + change(said(finding.now()), said(finding.then())),
                            any -> new ArrayList<>())
                    .add(finding);
        }
        alike.entrySet().stream()
                .limit(TextUnit.MOST_LINES)
                .forEach(entry -> page.text(2, entry.getKey() + places(entry.getValue())));
        if (alike.size() > TextUnit.MOST_LINES) {
            page.text(2, labels.of("more", alike.size() - TextUnit.MOST_LINES), paint::dim);
        }
    }

    private String places(List<FindingMove> findings) {
        List<Endpoint> all = findings.stream()
                .flatMap(finding -> finding.endpoint().stream())
                .toList();
        if (all.isEmpty()) {
            return "";
        }
        String first =
                all.stream().limit(MOST_ENDPOINTS).map(Endpoint::toString).collect(Collectors.joining(", "));
        int rest = all.size() - MOST_ENDPOINTS;
        return labels.of("comma") + (rest > 0 ? labels.of("at.more", first, rest) : labels.of("at", first));
    }

    private String said(Optional<FindingMove.Said> said) {
        return said.map(one -> labels.of("verdict." + one.result().id())
                        + labels.of(
                                "in-brackets",
                                labels.of("level-from", one.level().id())
                                        + (one.waived() ? labels.of("comma") + labels.of("waived") : "")))
                .orElseGet(() -> labels.of("result.not-asked"));
    }

    private static String change(String now, String then) {
        return now.equals(then) ? now : now + " → " + then;
    }

    private String outcome(UnitMove.Standing standing) {
        return labels.of("result." + standing.outcome().id());
    }

    private String asked(UnitMove.Standing standing) {
        return standing.asked().map(Level::id).orElse(labels.of("not-said"));
    }

    private String level(Optional<Level> level) {
        return level.map(Level::id).orElse(labels.of("none"));
    }
}
