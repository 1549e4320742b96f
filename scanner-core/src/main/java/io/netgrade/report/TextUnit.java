// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.EndpointGrade;
import io.netgrade.grade.UnexpectedService;
import io.netgrade.grade.UnitGrade;
import io.netgrade.profile.Level;
import io.netgrade.yaml.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One unit in text: what blocks it, what is open, what lifts it, why it is provisional. */
final class TextUnit {
    static final int MOST_LINES = 10;
    private static final int MOST_ENDPOINTS = 3;
    private static final int MOST_SETTINGS = 4;

    private final Page page;
    private final Labels labels;
    private final Language language;
    private final Paint paint;
    private final Optional<Remedies> remedies;

    /** @param remedies what mends failures by product; empty where that is not wanted, nor the levels of endpoints */
    TextUnit(Page page, Labels labels, Language language, Paint paint, Optional<Remedies> remedies) {
        this.page = page;
        this.labels = labels;
        this.language = language;
        this.paint = paint;
        this.remedies = remedies;
    }

    /** @param endpoints the levels of its endpoints, to be shown; empty where they are not wanted */
    void write(UnitGrade unit, Assessment assessment, List<EndpointGrade> endpoints) {
        page.blank();
        page.item(0, Shown.safe(unit.id()), paint::bold, " " + Shown.safe(unit.title()));
        List<ControlFindings> findings = ControlFindings.of(unit.id(), assessment.findings());
        if (findings.stream().anyMatch(ControlFindings::anyWaived)) {
            page.item(
                    2,
                    labels.of("without-waivers"),
                    paint::dim,
                    labels.of(
                            "interval",
                            level(unit.withoutWaivers().achieved()),
                            level(unit.withoutWaivers().possible())));
        }
        new TextEndpoints(page, labels, paint).write(endpoints);
        list("blocked-by", among(findings, Result.FAIL, unit.blockedBy()), this::blocking);
        list("undecided", among(findings, Result.UNKNOWN, unit.undecided()), this::undecided);
        new TextLifts(page, labels, language, paint).write(unit.lifts());
        unexpected(unit.unexpected());
        line("manual", unit.manual(), "comma");
        AttestationWords words = new AttestationWords(labels);
        list("attested", unit.attested(), one -> page.item(4, one.control(), paint::dim, words.of(one)));
        line("because", unit.provisionalBecause(), "semicolon");
    }

    private String level(Optional<Level> level) {
        return level.map(Level::id).orElse(labels.of("none"));
    }

    private <T> void list(String label, List<T> entries, Consumer<T> entry) {
        if (entries.isEmpty()) {
            return;
        }
        page.text(2, labels.of(label), paint::dim);
        some(entries, entry);
    }

    private void line(String label, List<String> entries, String between) {
        if (!entries.isEmpty()) {
            String words = entries.stream().map(Shown::safe).collect(Collectors.joining(labels.of(between)));
            page.item(2, labels.of(label), paint::dim, words);
        }
    }

    private <T> void some(List<T> entries, Consumer<T> entry) {
        entries.stream().limit(MOST_LINES).forEach(entry);
        if (entries.size() > MOST_LINES) {
            page.text(4, labels.of("more", entries.size() - MOST_LINES), paint::dim);
        }
    }

    private static List<ControlFindings> among(List<ControlFindings> findings, Result result, List<String> controls) {
        return findings.stream()
                .filter(one -> one.result() == result
                        && controls.contains(one.control().id()))
                .toList();
    }

    private void blocking(ControlFindings blocking) {
        String id = blocking.control().id();
        page.item(4, id, paint::bad, blocking.control().title().in(language) + weight(blocking));
        ControlFindings.Said most = blocking.said().get(0);
        page.text(
                5 + Shown.columns(id),
                Shown.safe(most.detail())
                        + places(most.endpoints(), blocking.endpoints().size()));
        remedies.ifPresent(known -> settings(known.of(blocking), 5 + Shown.columns(id)));
    }

    private void settings(List<Remedies.OfProduct> settings, int indent) {
        SettingWords words = new SettingWords(labels, language);
        settings.stream()
                .limit(MOST_SETTINGS)
                .forEach(one -> page.item(
                        indent,
                        labels.of("lift.fix"),
                        paint::dim,
                        words.product(one) + labels.of("colon") + words.setting(one) + " " + words.says(one)));
        if (settings.size() > MOST_SETTINGS) {
            page.text(indent, labels.of("more", settings.size() - MOST_SETTINGS), paint::dim);
        }
    }

    /** How bad it is, and how sure: never one for the other. */
    private String weight(ControlFindings blocking) {
        String severity = labels.of("severity." + blocking.severity().id());
        return labels.of(
                "in-brackets",
                blocking.confidence()
                        .map(sure -> severity
                                + labels.of("comma")
                                + labels.of("confidence." + sure.name().toLowerCase(Locale.ROOT)))
                        .orElse(severity));
    }

    private void undecided(ControlFindings open) {
        String reasons = open.reasons().stream()
                .map(reason -> labels.of("unknown." + reason.id()))
                .collect(Collectors.joining(labels.of("comma")));
        int endpoints = open.endpoints().size();
        String where = endpoints == 1
                ? places(open.endpoints(), 1)
                : labels.of("comma") + labels.counted("endpoints", endpoints);
        page.item(
                4,
                open.control().id(),
                paint::unsure,
                open.control().title().in(language)
                        + labels.of("in-brackets", reasons + (endpoints == 0 ? "" : where)));
    }

    private void unexpected(List<UnexpectedService> services) {
        Map<String, List<Endpoint>> byProtocol = new LinkedHashMap<>();
        services.forEach(one -> byProtocol
                .computeIfAbsent(one.protocol(), any -> new ArrayList<>())
                .add(one.endpoint()));
        list(
                "unexpected",
                List.copyOf(byProtocol.entrySet()),
                entry -> page.item(
                        4,
                        entry.getKey(),
                        paint::unsure,
                        at(entry.getValue(), entry.getValue().size())));
    }

    private String places(List<Endpoint> at, int all) {
        return at.isEmpty() ? "" : labels.of("comma") + at(at, all);
    }

    private String at(List<Endpoint> at, int all) {
        String first = at.stream().limit(MOST_ENDPOINTS).map(Endpoint::toString).collect(Collectors.joining(", "));
        int rest = all - Math.min(at.size(), MOST_ENDPOINTS);
        return rest > 0 ? labels.of("at.more", first, rest) : labels.of("at", first);
    }
}
