// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.classify.Answer;
import io.netgrade.classify.Classification;
import io.netgrade.classify.Deadline;
import io.netgrade.classify.Duties;
import io.netgrade.classify.Question;
import io.netgrade.yaml.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sheet to file a grading with the regulator (定级备案): one row a unit, with what MIIT Order 11, articles 7, 8, 11
 * and 12, wants to be known of it. Not the form of any authority, but what its forms are filled from.
 */
public final class FilingSheet {
    private final Classified classified;
    private final Language language;
    private final Labels labels;

    private FilingSheet(Classified classified, Language language) {
        this.classified = classified;
        this.language = language;
        this.labels = Labels.of(language);
    }

    /** The heading and then the units, every row as long as the heading. */
    public static List<List<String>> rows(Classified classified, Language language) {
        return new FilingSheet(classified, language).rows();
    }

    private List<List<String>> rows() {
        List<Column> columns = columns();
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(Column::heading).toList());
        for (ClassifiedUnit unit : classified.units()) {
            rows.add(columns.stream().map(column -> column.cell().apply(unit)).toList());
        }
        return rows;
    }

    private record Column(String heading, Function<ClassifiedUnit, String> cell) {}

    private List<Column> columns() {
        return List.of(
                column("filing.operator", unit -> classified.operator()),
                column("filing.unit", ClassifiedUnit::id),
                column("filing.title", ClassifiedUnit::title),
                column(
                        "filing.type",
                        unit -> unit.type()
                                .map(type -> type.title().in(language))
                                .orElse("")),
                column("filing.standard", this::standard),
                column("filing.level", unit -> unit.level().orElse("")),
                column(
                        "filing.method",
                        unit -> found(
                                unit,
                                found -> found.method().about().id() + " "
                                        + found.method().about().version())),
                column("filing.factors", unit -> found(unit, this::factors)),
                column("filing.weights", unit -> found(unit, FilingSheet::weights)),
                column("filing.arithmetic", unit -> found(unit, this::arithmetic)),
                column(
                        "filing.value",
                        unit -> found(
                                unit,
                                found -> found.value().map(BigDecimal::toString).orElse(""))),
                column("filing.computed", unit -> found(unit, Classification::computed)),
                column(
                        "filing.settled",
                        unit -> unit.requirement().review().level().orElse("")),
                column("filing.reason", FilingSheet::reason),
                column(
                        "filing.reviewed",
                        unit -> day(unit.requirement().review().on())),
                column("filing.reviewer", unit -> unit.requirement().review().by()),
                column("filing.file-by", unit -> day(unit.filingDue())),
                column("filing.evaluation-last", unit -> last(unit, Duties.Kind.EVALUATION)),
                column("filing.evaluation-next", unit -> next(unit, Duties.Kind.EVALUATION)),
                column("filing.risk-last", unit -> last(unit, Duties.Kind.RISK_ASSESSMENT)),
                column("filing.risk-next", unit -> next(unit, Duties.Kind.RISK_ASSESSMENT)),
                column("filing.unverified", unit -> found(unit, this::unverified)));
    }

    private Column column(String label, Function<ClassifiedUnit, String> cell) {
        return new Column(labels.of(label), cell);
    }

    private String standard(ClassifiedUnit unit) {
        return unit.type()
                .filter(type -> !type.standard().isEmpty())
                .map(type -> type.standard() + (type.verified() ? "" : " (" + labels.of("classify.unverified") + ")"))
                .orElse("");
    }

    private static String found(ClassifiedUnit unit, Function<Classification, String> cell) {
        return unit.requirement().classification().map(cell).orElse("");
    }

    private String factors(Classification found) {
        List<String> factors = new ArrayList<>();
        for (int i = 0; i < found.answers().size(); i++) {
            Question question = found.method().questions().get(i);
            Answer answer = found.answers().get(i);
            factors.add(question.title().in(language) + " = " + String.join(" + ", answer.choices())
                    + (answer.reason().isEmpty() ? "" : " (" + answer.reason() + ")"));
        }
        return String.join("; ", factors);
    }

    private static String weights(Classification found) {
        return found.weights().stream().map(Object::toString).collect(Collectors.joining("; "));
    }

    private String arithmetic(Classification found) {
        return found.steps().stream().map(step -> step.text().in(language)).collect(Collectors.joining("; "));
    }

    private String unverified(Classification found) {
        return found.method().about().unverified().stream()
                .map(text -> text.in(language))
                .collect(Collectors.joining(" "));
    }

    private static String reason(ClassifiedUnit unit) {
        String reviewed = unit.requirement().review().reason();
        return reviewed.isEmpty() ? unit.requirement().reason() : reviewed;
    }

    private static String last(ClassifiedUnit unit, Duties.Kind kind) {
        return deadline(unit, kind, Deadline::last);
    }

    private static String next(ClassifiedUnit unit, Duties.Kind kind) {
        return deadline(unit, kind, Deadline::next);
    }

    private static String deadline(
            ClassifiedUnit unit, Duties.Kind kind, Function<Deadline, Optional<LocalDate>> which) {
        return unit.deadlines().stream()
                .filter(deadline -> deadline.cycle().kind() == kind)
                .map(deadline -> day(which.apply(deadline)))
                .findFirst()
                .orElse("");
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(Object::toString).orElse("");
    }
}
