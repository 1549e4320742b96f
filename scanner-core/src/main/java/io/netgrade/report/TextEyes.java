// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.Comparison;
import io.netgrade.grade.Comparison.Difference;
import io.netgrade.grade.Comparison.Kind;
import java.util.List;

/** The section of the text report on what probe and capture tell together. */
final class TextEyes {
    private static final int MOST_LINES = 10;

    private final Page page;
    private final Labels labels;
    private final Paint paint;

    TextEyes(Page page, Labels labels, Paint paint) {
        this.page = page;
        this.labels = labels;
        this.paint = paint;
    }

    void write(Comparison comparison) {
        EyesShown eyes = new EyesShown(comparison, labels);
        if (eyes.none()) {
            return;
        }
        page.blank();
        page.text(0, labels.of("eyes"), paint::bold);
        eyes.summary().forEach(line -> page.text(2, line));
        for (Kind kind : eyes.kinds()) {
            List<Difference> all = eyes.of(kind);
            page.text(2, eyes.title(kind));
            for (Difference one : all.subList(0, Math.min(all.size(), MOST_LINES))) {
                page.item(4, eyes.what(one), paint::unsure, eyes.said(one));
            }
            if (all.size() > MOST_LINES) {
                page.text(4, labels.of("more", all.size() - MOST_LINES), paint::dim);
            }
        }
    }
}
