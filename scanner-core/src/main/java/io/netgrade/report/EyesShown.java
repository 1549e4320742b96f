// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Evidence;
import io.netgrade.grade.Comparison;
import io.netgrade.grade.Comparison.Difference;
import io.netgrade.grade.Comparison.Kind;
import io.netgrade.grade.Comparison.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words in which reports say how the two eyes differ. */
public final class EyesShown {
    private static final int LONGEST_VALUE = 120;

    private final Comparison comparison;
    private final Labels labels;

    EyesShown(Comparison comparison, Labels labels) {
        this.comparison = comparison;
        this.labels = labels;
    }

    public boolean none() {
        return comparison.none();
    }

    /** What is alike, and between which moments the captures lie. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        if (!comparison.both().isEmpty()) {
            long alike = comparison.both().stream()
                    .mapToLong(one -> one.alike().size())
                    .sum();
            long captured = comparison.both().stream()
                    .mapToLong(one -> one.captured().size())
                    .sum();
            long probed = comparison.both().stream()
                    .mapToLong(one -> one.probed().size())
                    .sum();
            lines.add(labels.counted("eyes.both", comparison.both().size())
                    + labels.of("colon")
                    + labels.of("eyes.facts", alike, captured, probed));
        }
        if (comparison.count(Kind.ANSWERING_NOT_USED) > 0
                && comparison.capturedFrom().isPresent()) {
            lines.add(labels.of(
                    "eyes.window",
                    comparison.capturedFrom().get(),
                    comparison.capturedTo().orElse(comparison.capturedFrom().get())));
        }
        return lines;
    }

    /** The kinds of which there are some, disagreement first. */
    public List<Kind> kinds() {
        return List.of(Kind.values()).stream()
                .filter(kind -> comparison.count(kind) > 0)
                .toList();
    }

    public String title(Kind kind) {
        return labels.of("difference." + kind.id());
    }

    public List<Difference> of(Kind kind) {
        return comparison.differences().stream()
                .filter(one -> one.kind() == kind)
                .toList();
    }

    /** Where, and what it is. */
    public String what(Difference one) {
        String where = one.endpoint().map(Endpoint::toString).orElse("");
        return Shown.safe((where + " " + (one.fact().isEmpty() ? one.protocol() : one.fact())).strip());
    }

    /** What each eye tells and where that is found, or how probes ended. */
    public String said(Difference one) {
        List<String> said = new ArrayList<>();
        one.captured().map(side -> side("eyes.capture", side)).ifPresent(said::add);
        one.probed().map(side -> side("eyes.probe", side)).ifPresent(said::add);
        if (!one.said().isEmpty()) {
            said.add(Shown.safe(one.said()));
        }
        return String.join(labels.of("semicolon"), said);
    }

    private String side(String eye, Side side) {
        String value = side.value().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        String place = place(side.evidence());
        return labels.of(eye)
                + labels.of("colon")
                + Optional.of(value)
                        .filter(text -> !text.isEmpty())
                        .map(text -> cut(text) + labels.of("comma"))
                        .orElse("")
                + place;
    }

    private static String cut(String text) {
        String safe = Shown.safe(text);
        return safe.codePointCount(0, safe.length()) > LONGEST_VALUE
                ? safe.substring(0, safe.offsetByCodePoints(0, LONGEST_VALUE)) + "…"
                : safe;
    }

    private static String place(Evidence evidence) {
        return Shown.safe(
                evidence.source() == Evidence.Source.CAPTURE
                        ? evidence.place() + " #" + evidence.frame()
                        : evidence.place() + " " + evidence.time());
    }
}
