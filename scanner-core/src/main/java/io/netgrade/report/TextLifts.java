// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.LiftDecision;
import io.netgrade.grade.LiftFix;
import io.netgrade.grade.LiftTo;
import io.netgrade.yaml.Language;
import java.util.List;
import java.util.function.Consumer;

/** What lifts a unit, in text: for each level first what to mend, then what to decide. */
final class TextLifts {
    private final Page page;
    private final Labels labels;
    private final LiftWords words;
    private final Paint paint;

    TextLifts(Page page, Labels labels, Language language, Paint paint) {
        this.page = page;
        this.labels = labels;
        this.words = new LiftWords(labels, language);
        this.paint = paint;
    }

    void write(List<LiftTo> lifts) {
        for (LiftTo lift : words.shown(lifts)) {
            page.text(2, words.heading(lift), paint::dim);
            some(lift.fixes(), this::fix);
            some(lift.decisions(), this::decide);
        }
    }

    private <T> void some(List<T> steps, Consumer<T> step) {
        steps.stream().limit(TextUnit.MOST_LINES).forEach(step);
        if (steps.size() > TextUnit.MOST_LINES) {
            page.text(4, labels.of("more", steps.size() - TextUnit.MOST_LINES), paint::dim);
        }
    }

    private void fix(LiftFix fix) {
        page.item(
                4,
                labels.of("lift.fix") + " " + words.controls(fix.controls()),
                text -> text,
                words.remedy(fix) + labels.of("in-brackets", words.effect(fix)));
    }

    private void decide(LiftDecision decision) {
        page.item(
                4,
                labels.of("lift.decide"),
                text -> text,
                words.controls(decision.controls()) + labels.of("colon") + words.how(decision));
    }
}
