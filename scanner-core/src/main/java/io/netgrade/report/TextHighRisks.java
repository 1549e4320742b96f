// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.Assessment;
import io.netgrade.grade.HighRiskFound;
import io.netgrade.profile.HighRiskCase;
import io.netgrade.profile.HighRiskCases;
import io.netgrade.yaml.Language;
import io.netgrade.yaml.Text;
import java.util.List;
import java.util.stream.Collectors;

/** The high-risk cases that failed controls make, in text. */
final class TextHighRisks {
    private final Page page;
    private final Labels labels;
    private final Language language;
    private final Paint paint;

    TextHighRisks(Page page, Labels labels, Language language, Paint paint) {
        this.page = page;
        this.labels = labels;
        this.language = language;
        this.paint = paint;
    }

    void write(Assessment assessment) {
        HighRiskCases known = HighRiskCases.of(assessment.profile());
        List<HighRiskFound> found = HighRiskFound.of(assessment, known);
        if (found.isEmpty()) {
            return;
        }
        page.blank();
        page.text(0, labels.of("high-risk"), paint::bold);
        found.stream().limit(TextUnit.MOST_LINES).forEach(one -> write(one, known));
        if (found.size() > TextUnit.MOST_LINES) {
            page.text(2, labels.of("more", found.size() - TextUnit.MOST_LINES), paint::dim);
        }
        if (found.stream().anyMatch(one -> one.highRisk().major().isPresent())) {
            String conditions = known.conditions().stream().map(this::in).collect(Collectors.joining(labels.of("semicolon")));
            page.text(2, labels.of("high-risk.conditions", conditions), paint::dim);
        }
    }

    private void write(HighRiskFound found, HighRiskCases known) {
        HighRiskCase highRisk = found.highRisk();
        page.item(
                2,
                Shown.safe(found.unit()) + " " + highRisk.id(),
                paint::bad,
                in(highRisk.finding())
                        + labels.of("in-brackets", String.join(labels.of("comma"), found.controls())));
        if (!highRisk.mitigations().isEmpty()) {
            String kinds = highRisk.mitigations().stream()
                    .map(this::mitigation)
                    .collect(Collectors.joining(labels.of("semicolon")));
            page.text(4, labels.of("high-risk.mitigations", kinds));
        }
        highRisk.except().ifPresent(except -> page.text(4, in(except)));
        highRisk.major()
                .map(known.majorRisks()::get)
                .ifPresent(major -> page.text(
                        4, labels.of("high-risk.major", highRisk.major().orElse(""), in(major))));
    }

    private String mitigation(HighRiskCase.Mitigation mitigation) {
        return in(mitigation.title())
                + mitigation.when().map(when -> labels.of("in-brackets", in(when))).orElse("");
    }

    private String in(Text text) {
        return text.in(language);
    }
}
