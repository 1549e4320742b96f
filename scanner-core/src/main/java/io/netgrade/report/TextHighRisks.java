// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.HighRiskFound;
import java.util.List;

/** The high-risk cases that failed controls make, in text. */
final class TextHighRisks {
    private final Page page;
    private final Labels labels;
    private final Paint paint;

    TextHighRisks(Page page, Labels labels, Paint paint) {
        this.page = page;
        this.labels = labels;
        this.paint = paint;
    }

    void write(HighRiskWords words) {
        List<HighRiskFound> found = words.found();
        if (found.isEmpty()) {
            return;
        }
        page.blank();
        page.text(0, labels.of("high-risk"), paint::bold);
        for (HighRiskFound one : found.subList(0, Math.min(found.size(), TextUnit.MOST_LINES))) {
            String mark = Shown.safe(one.unit()) + " " + one.highRisk().id();
            page.item(2, mark, paint::bad, words.finding(one));
            words.notes(one).forEach(note -> page.text(4, note));
        }
        if (found.size() > TextUnit.MOST_LINES) {
            page.text(2, labels.of("more", found.size() - TextUnit.MOST_LINES), paint::dim);
        }
        if (!words.conditions().isEmpty()) {
            page.text(2, words.conditions(), paint::dim);
        }
    }
}
