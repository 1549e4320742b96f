// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.grade.Weakness;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The clause map in text: the weaknesses that several profiles see, each with what they make of it. */
final class TextClauseMap {
    private static final int MOST_ENDPOINTS = 3;

    private final Page page;
    private final Labels labels;
    private final Paint paint;

    TextClauseMap(Page page, Labels labels, Paint paint) {
        this.page = page;
        this.labels = labels;
        this.paint = paint;
    }

    void write(List<Weakness> weaknesses) {
        List<WeaknessGroup> groups = WeaknessGroup.of(weaknesses).stream()
                .filter(group -> profiles(group.first()) > 1)
                .toList();
        if (groups.isEmpty()) {
            return;
        }
        page.blank();
        page.text(0, labels.of("clause-map"), paint::bold);
        groups.stream().limit(TextUnit.MOST_LINES).forEach(this::group);
        if (groups.size() > TextUnit.MOST_LINES) {
            page.text(2, labels.of("more", groups.size() - TextUnit.MOST_LINES), paint::dim);
        }
    }

    private static long profiles(Weakness weakness) {
        return weakness.under().stream()
                .map(under -> under.profile().id())
                .distinct()
                .count();
    }

    private void group(WeaknessGroup group) {
        String unit = Shown.safe(group.first().unit());
        page.item(2, group.first().check(), UnaryOperator.identity(), unit + labels.of("comma") + places(group));
        group.first().under().forEach(this::under);
    }

    private String places(WeaknessGroup group) {
        String first = group.endpoints().stream()
                .limit(MOST_ENDPOINTS)
                .map(Endpoint::toString)
                .collect(Collectors.joining(", "));
        int rest = group.endpoints().size() - MOST_ENDPOINTS;
        return rest > 0 ? labels.of("at.more", first, rest) : labels.of("at", first);
    }

    private void under(Weakness.Under under) {
        String mark = under.profile().id() + " " + under.finding().control().id();
        page.item(
                4,
                mark,
                text -> painted(under.result(), text),
                labels.of("verdict." + under.result().id())
                        + labels.of("comma")
                        + labels.of("level-from", under.finding().level().id())
                        + (under.finding().waived() ? labels.of("comma") + labels.of("waived") : "")
                        + labels.of("colon")
                        + String.join(
                                labels.of("semicolon"),
                                under.finding().control().clauses()));
    }

    private String painted(Result result, String text) {
        return switch (result) {
            case FAIL -> paint.bad(text);
            case UNKNOWN -> paint.unsure(text);
            case PASS, NOT_APPLICABLE -> text;
        };
    }
}
