// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.classify.About;
import io.netgrade.classify.Answer;
import io.netgrade.classify.Classification;
import io.netgrade.classify.Deadline;
import io.netgrade.classify.Duties;
import io.netgrade.classify.Effect;
import io.netgrade.classify.Question;
import io.netgrade.classify.Step;
import io.netgrade.yaml.Language;
import io.netgrade.yaml.Text;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Required levels in text: factors, arithmetic step by step, what other answers would make, duties and their days. */
public final class ClassifiedText {
    private final Page page;
    private final Labels labels;
    private final Language language;
    private final Paint paint;

    private ClassifiedText(Page page, Language language, Paint paint) {
        this.page = page;
        this.labels = Labels.of(language);
        this.language = language;
        this.paint = paint;
    }

    public static void write(Classified classified, Language language, Paint paint, PrintWriter out) {
        ClassifiedText text = new ClassifiedText(new Page(out, Page.width(System::getenv)), language, paint);
        classified.units().forEach(text::unit);
        classified.methods().forEach(text::unverified);
        out.flush();
    }

    private void unit(ClassifiedUnit unit) {
        String type = unit.type()
                .map(known -> "  " + known.title().in(language)
                        + (known.standard().isEmpty()
                                ? ""
                                : " (" + known.standard()
                                        + (known.verified() ? "" : ", " + labels.of("classify.unverified")) + ")"))
                .orElse("");
        String title = unit.title().equals(unit.id()) ? "" : Shown.safe(unit.title());
        page.item(0, Shown.safe(unit.id()), paint::bold, title + type);
        page.item(
                2,
                labels.of("classify.level"),
                paint::dim,
                unit.level().orElse(labels.of("not-said")) + "  " + origin(unit));
        unit.requirement().classification().ifPresent(this::classification);
        reviewed(unit);
        filing(unit);
        unit.deadlines().forEach(this::deadline);
        page.blank();
    }

    private String origin(ClassifiedUnit unit) {
        String reason = Shown.safe(unit.requirement().reason());
        String said = reason.isEmpty() ? "" : labels.of("colon") + reason;
        return unit.requirement()
                .classification()
                .map(found -> labels.of(
                                "classify.by",
                                found.method().about().id(),
                                found.method().about().version(),
                                found.computed())
                        + said)
                .orElseGet(() -> unit.level().isEmpty() ? "" : labels.of("classify.declared") + said);
    }

    private void classification(Classification found) {
        List<Question> questions = found.method().questions();
        for (int i = 0; i < questions.size(); i++) {
            answer(questions.get(i), found.answers().get(i));
        }
        for (Step step : found.steps()) {
            page.text(4, step.text().in(language));
        }
        page.text(2, labels.of("classify.effects"), paint::dim);
        for (Question question : questions) {
            page.item(4, question.symbol(), paint::bold, effects(question, found));
        }
    }

    private void answer(Question question, Answer answer) {
        String meaning = question.choices().stream()
                .filter(choice -> answer.choices().contains(choice.id()))
                .map(choice -> choice.id() + ", " + choice.meaning().in(language))
                .collect(Collectors.joining(labels.of("semicolon")));
        String reason = answer.reason().isEmpty() ? "" : " (" + Shown.safe(answer.reason()) + ")";
        page.item(
                4,
                question.title().in(language) + (question.symbol().equals(question.id()) ? "" : " " + question.symbol())
                        + " =",
                paint::bold,
                meaning + reason);
    }

    private String effects(Question question, Classification found) {
        return question.choices().stream()
                .map(choice -> found.effects().stream()
                        .filter(effect -> effect.question().equals(question.id())
                                && effect.choice().equals(choice.id()))
                        .map(Effect::level)
                        .findFirst()
                        .map(level -> choice.id() + "→" + level)
                        .orElse("[" + choice.id() + "→" + found.computed() + "]"))
                .collect(Collectors.joining("  "));
    }

    private void reviewed(ClassifiedUnit unit) {
        unit.requirement().review().on().ifPresent(on -> {
            String by = unit.requirement().review().by();
            page.item(2, labels.of("classify.reviewed"), paint::dim, on + (by.isEmpty() ? "" : "  " + Shown.safe(by)));
        });
        unit.requirement()
                .review()
                .level()
                .ifPresent(level -> page.item(
                        2,
                        labels.of("classify.settled"),
                        paint::dim,
                        level
                                + labels.of("colon")
                                + Shown.safe(unit.requirement().review().reason())));
    }

    private void filing(ClassifiedUnit unit) {
        if (unit.level().isEmpty()) {
            return;
        }
        unit.duties()
                .filingDays()
                .ifPresent(days -> page.item(
                        2,
                        labels.of("classify.filing"),
                        paint::dim,
                        labels.of("classify.within-days", days)
                                + unit.filingDue()
                                        .map(due -> labels.of("classify.by-day", due))
                                        .orElse("")
                                + "  " + unit.duties().filingClause()));
    }

    private void deadline(Deadline deadline) {
        String label = labels.of(
                deadline.cycle().kind() == Duties.Kind.EVALUATION ? "classify.evaluation" : "classify.risk-assessment");
        String last =
                deadline.last().map(day -> labels.of("classify.last", day)).orElse(labels.of("classify.never"));
        String next =
                deadline.next().map(day -> labels.of("classify.next", day)).orElse("");
        String line = labels.of("classify.every", deadline.cycle().months()) + labels.of("semicolon") + last + next
                + "  " + deadline.cycle().clause();
        page.item(2, label, paint::dim, line);
        if (deadline.overdue()) {
            page.text(4, labels.of("classify.overdue"), paint::bad);
        }
    }

    private void unverified(About method) {
        for (Text text : method.unverified()) {
            page.item(0, labels.of("classify.unverified-of", method.id()), paint::unsure, text.in(language));
        }
    }
}
