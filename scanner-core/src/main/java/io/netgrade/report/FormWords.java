// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.Assessment;
import io.netgrade.grade.FormConclusion;
import io.netgrade.grade.UnitGrade;
import io.netgrade.profile.ResultForm;
import io.netgrade.yaml.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the report templates of a scheme would conclude, in the words of one language. */
public final class FormWords {
    private final List<FormConclusion> conclusions;
    private final List<UnitGrade> notAsked;
    private final Labels labels;
    private final Language language;

    FormWords(Assessment assessment, Labels labels, Language language) {
        this.conclusions = FormConclusion.of(assessment);
        this.notAsked = assessment.profile().forms().isEmpty()
                ? List.of()
                : assessment.units().stream()
                        .filter(unit -> unit.required().isEmpty())
                        .toList();
        this.labels = labels;
        this.language = language;
    }

    /** Whether the profile has no form to conclude in. */
    public boolean none() {
        return conclusions.isEmpty() && notAsked.isEmpty();
    }

    public List<FormConclusion> conclusions() {
        return conclusions;
    }

    /** Which units no form concludes of, as no level is asked of them; the empty text where there are none. */
    public String notAsked() {
        return notAsked.isEmpty()
                ? ""
                : labels.of(
                        "forms.not-asked",
                        notAsked.stream()
                                .limit(TextUnit.MOST_LINES)
                                .map(unit -> Shown.safe(unit.id()))
                                .collect(Collectors.joining(labels.of("comma"))));
    }

    /** The form's title, and that it is unverified where it is. */
    public String title(FormConclusion one) {
        String title = one.form().title().in(language);
        return one.form().verified() ? title : title + labels.of("in-brackets", labels.of("classify.unverified"));
    }

    /** The verdict; where it is open, those that it may be. */
    public String verdict(FormConclusion one) {
        String verdicts = one.verdicts().stream()
                .map(verdict -> verdict.title().in(language))
                .collect(Collectors.joining(labels.of("forms.or")));
        return one.decided() ? verdicts : labels.of("forms.undecided", verdicts);
    }

    /** How it comes to that: a line each. */
    public List<String> because(FormConclusion one) {
        List<String> lines = new ArrayList<>();
        lines.add(labels.of("forms.items", one.level().id(), one.items(), one.met(), one.broken()));
        lines.add(value(one));
        for (FormConclusion.RiskKnown risk : one.risks()) {
            lines.add(labels.of(
                    "risk-known." + risk.known().id(),
                    labels.of("risk." + risk.risk().id())));
        }
        if (!one.majorRisks().isEmpty()) {
            lines.add(labels.of(
                    "forms.major", one.majorRisks().size(), String.join(labels.of("comma"), one.majorRisks())));
        }
        open(one, lines);
        return lines;
    }

    private String value(FormConclusion one) {
        boolean points = one.form().deductions().isPresent();
        String least = one.least().toPlainString();
        return one.least().compareTo(one.most()) == 0
                ? labels.of(points ? "forms.points" : "forms.rate", least)
                : labels.of(
                        points ? "forms.points.between" : "forms.rate.between",
                        least,
                        one.most().toPlainString());
    }

    private void open(FormConclusion one, List<String> lines) {
        int manual = one.unit().manual().size();
        int undecided = one.unit().undecided().size();
        if (!one.decided() && manual + undecided > 0) {
            lines.add(labels.of("forms.open", manual, undecided));
        }
    }

    /** What is to be known of the forms that are shown, each once. */
    public List<String> notes() {
        return conclusions.stream()
                .map(FormConclusion::form)
                .distinct()
                .flatMap(
                        form -> form
                                .note()
                                .map(note -> form.title().in(language) + labels.of("colon") + note.in(language))
                                .stream())
                .toList();
    }

    /** The class that colours a verdict: as a level that is met, missed or undecided. */
    public String mark(FormConclusion one) {
        if (!one.decided()) {
            return "undecided";
        }
        List<ResultForm.Verdict> all = one.form().verdicts();
        int place = all.indexOf(one.verdicts().get(0));
        boolean worst = place == all.size() - 1;
        return worst ? "below" : place == 0 ? "meets" : "";
    }
}
