// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.Assessment;
import io.netgrade.grade.HighRiskFound;
import io.netgrade.profile.HighRiskCase;
import io.netgrade.profile.HighRiskCases;
import io.netgrade.yaml.Language;
import io.netgrade.yaml.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The high-risk cases that failed controls make, in the words of one language. */
public final class HighRiskWords {
    private final HighRiskCases known;
    private final List<HighRiskFound> found;
    private final Labels labels;
    private final Language language;

    HighRiskWords(Assessment assessment, Labels labels, Language language) {
        this.known = assessment.profile().highRisks();
        this.found = HighRiskFound.of(assessment);
        this.labels = labels;
        this.language = language;
    }

    public List<HighRiskFound> found() {
        return found;
    }

    /** What the case says, and the controls that make it. */
    public String finding(HighRiskFound one) {
        return in(one.highRisk().finding()) + labels.of("in-brackets", String.join(labels.of("comma"), one.controls()));
    }

    /** What may lower it, where nothing does, and which major hidden risk it may be: a line each. */
    public List<String> notes(HighRiskFound one) {
        List<String> notes = new ArrayList<>();
        HighRiskCase highRisk = one.highRisk();
        if (!highRisk.mitigations().isEmpty()) {
            String kinds = highRisk.mitigations().stream()
                    .map(this::mitigation)
                    .collect(Collectors.joining(labels.of("semicolon")));
            notes.add(labels.of("high-risk.mitigations", kinds));
        }
        highRisk.except().map(this::in).ifPresent(notes::add);
        highRisk.major()
                .map(known.majorRisks()::get)
                .ifPresent(major ->
                        notes.add(labels.of("high-risk.major", highRisk.major().orElse(""), in(major))));
        return notes;
    }

    /** When a case is a major hidden risk; the empty text where none may be. */
    public String conditions() {
        if (found.stream().allMatch(one -> one.highRisk().major().isEmpty())) {
            return "";
        }
        return labels.of(
                "high-risk.conditions",
                known.conditions().stream().map(this::in).collect(Collectors.joining(labels.of("semicolon"))));
    }

    private String mitigation(HighRiskCase.Mitigation mitigation) {
        return in(mitigation.title())
                + mitigation
                        .when()
                        .map(when -> labels.of("in-brackets", in(when)))
                        .orElse("");
    }

    private String in(Text text) {
        return text.in(language);
    }
}
