// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import io.netgrade.fact.Fact;
import io.netgrade.fact.FactField;
import io.netgrade.fact.FactType;
import io.netgrade.fact.FieldKind;
import io.netgrade.fact.Observation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One plain sentence on what was measured and what the bar asks, such as {@code RSA: bits 1024, at least 2048 asked}. */
record Wording(FactType type, Measure measure) {
    private static final int MOST_NAMES = 6;

    String breaking(List<Observation> seen) {
        return each(seen, this::breaking) + asked();
    }

    String within(List<Observation> seen) {
        return each(seen, this::measured) + asked();
    }

    String seen(List<Observation> found) {
        return each(found, this::sighting) + " seen";
    }

    String notSeen() {
        return thing() + " not there";
    }

    String none() {
        return "asked for in full, and there is no " + thing();
    }

    String partly() {
        return "what was seen of " + thing() + " is not all there is";
    }

    private String thing() {
        return measure.clause().field().map(field -> type.id() + " " + field).orElse(type.id()) + filter();
    }

    private String filter() {
        Map<String, List<String>> where = measure.clause().where();
        return where.isEmpty()
                ? ""
                : where.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> entry.getKey() + " " + String.join(" or ", entry.getValue()))
                        .collect(Collectors.joining(", ", " of ", ""));
    }

    private String sighting(Fact fact) {
        return fact.field(measure.field())
                .map(held -> subject(fact) + measure.field() + " " + shortened(Measure.texts(held)))
                .orElseGet(this::thing);
    }

    private String measured(Fact fact) {
        Object held = fact.field(measure.field()).orElseThrow();
        return subject(fact) + measure.field() + " " + shortened(Measure.texts(held));
    }

    private String breaking(Fact fact) {
        Object held = fact.field(measure.field()).orElseThrow();
        return switch (measure.clause().comparator()) {
            case NONE_OF, ONLY -> subject(fact) + measure.field() + " " + shortened(measure.offenders(held));
            default -> measured(fact);
        };
    }

    private String asked() {
        List<String> operands = measure.clause().operands();
        return switch (measure.clause().comparator()) {
            case ABSENT -> ", none asked";
            case AFTER_OBSERVED -> ", later than the look" + days() + " asked";
            case ANY_OF -> ", any of " + shortened(operands) + " asked";
            case AT_LEAST -> ", at least " + operands.get(0) + " asked";
            case AT_MOST -> ", at most " + operands.get(0) + " asked";
            case BEFORE_OBSERVED -> ", not later than the look" + days() + " asked";
            case EQUALS -> ", " + operands.get(0) + " asked";
            case NONE_OF -> operands.size() == 1 ? ", not " + operands.get(0) + " asked" : ", none of the weak asked";
            case ONLY -> ", only " + shortened(operands) + " asked";
            case PRESENT -> ", one asked";
        };
    }

    private String days() {
        String days = measure.clause().operands().get(0);
        return days.equals("0") ? "" : " plus " + days + " days";
    }

    /** What tells this fact from others of its type: its first text, where another field is measured. */
    private String subject(Fact fact) {
        Optional<FactField> first = type.fields().stream()
                .filter(field -> field.kind() == FieldKind.TEXT)
                .findFirst()
                .filter(field -> !field.name().equals(measure.field()));
        return first.flatMap(field -> fact.text(field.name()))
                .filter(text -> !text.isEmpty())
                .map(text -> text + ": ")
                .orElse("");
    }

    private static String each(List<Observation> seen, Function<Fact, String> words) {
        return shortened(
                seen.stream().map(Observation::fact).map(words).distinct().toList());
    }

    private static String shortened(List<String> texts) {
        if (texts.isEmpty()) {
            return "empty";
        }
        String shown = texts.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return texts.size() > MOST_NAMES ? shown + " and " + (texts.size() - MOST_NAMES) + " more" : shown;
    }
}
