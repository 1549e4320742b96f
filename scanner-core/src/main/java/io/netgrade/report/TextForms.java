// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.FormConclusion;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the report templates of a scheme would conclude, in text. */
final class TextForms {
    private final Page page;
    private final Labels labels;
    private final Paint paint;

    TextForms(Page page, Labels labels, Paint paint) {
        this.page = page;
        this.labels = labels;
        this.paint = paint;
    }

    void write(FormWords words) {
        if (words.none()) {
            return;
        }
        page.blank();
        page.text(0, labels.of("forms"), paint::bold);
        List<FormConclusion> all = words.conclusions();
        for (FormConclusion one : all.subList(0, Math.min(all.size(), TextUnit.MOST_LINES))) {
            page.item(
                    2,
                    Shown.safe(one.unit().id()),
                    UnaryOperator.identity(),
                    words.title(one) + labels.of("colon") + words.verdict(one));
            words.because(one).forEach(line -> page.text(4, line));
        }
        if (all.size() > TextUnit.MOST_LINES) {
            page.text(2, labels.of("more", all.size() - TextUnit.MOST_LINES), paint::dim);
        }
        if (!words.notAsked().isEmpty()) {
            page.text(2, words.notAsked());
        }
        words.notes().forEach(note -> page.text(2, note, paint::dim));
    }
}
