// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactField;
import io.netgrade.fact.FactType;
import io.netgrade.fact.FieldKind;
import io.netgrade.fact.Observation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One plain sentence on what was measured, naming only what breaks the bar: {@code ciphers offered: 3des-cbc, arcfour},
 * {@code host key (ssh-rsa) bits: 1024, at least 2048 asked}. Short whatever a service says of itself; escaped by
 * whoever shows it.
 */
record Wording(FactType type, Measure measure) {
    private static final int MOST_NAMES = 6;
    private static final int MOST_ALTERNATIVES = 3;
    private static final int LONGEST_NAME = 80;

    String breaking(List<Observation> seen) {
        boolean namesOffenders = measure.clause().comparator() == Comparator.NONE_OF;
        return each(seen, this::offenders) + (namesOffenders || isFlag() ? "" : asked());
    }

    String within(List<Observation> seen) {
        return each(seen, this::values) + (isFlag() ? "" : asked());
    }

    String seen(List<Observation> found) {
        if (type.equals(CommonFacts.RECOGNISED)) {
            return alternatives(found.stream().map(Wording::service).distinct().toList(), MOST_NAMES, " and ")
                    + " seen";
        }
        return each(found, this::values) + " seen";
    }

    String notSeen() {
        return "no " + thing() + filter() + " there";
    }

    String none() {
        return "asked for in full, and there is no " + thing() + filter();
    }

    String partly() {
        return "only part of " + thing() + filter() + " was seen";
    }

    String outside(List<Observation> seen) {
        return each(seen, this::values) + " was seen, which is not within what was seen whole of " + thing();
    }

    /** One entry for each thing of the type, with all that was seen of it. */
    private String each(List<Observation> seen, Function<Fact, List<String>> words) {
        String kind = subjectType();
        String field = fieldWords();
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (Observation one : seen) {
            values.computeIfAbsent(kind + which(one.fact()) + field, any -> new LinkedHashSet<>())
                    .addAll(words.apply(one.fact()));
        }
        List<String> entries = new ArrayList<>(values.size());
        values.forEach((label, held) -> entries.add(label + (held.isEmpty() ? "" : ": " + names(held))));
        return listed(entries, MOST_NAMES, "; ");
    }

    private List<String> offenders(Fact fact) {
        Object held = fact.field(measure.field()).orElseThrow();
        return switch (measure.clause().comparator()) {
            case NONE_OF, ONLY -> measure.offenders(held);
            default -> values(fact);
        };
    }

    private List<String> values(Fact fact) {
        List<String> texts = fact.field(measure.field()).map(Measure::texts).orElse(List.of());
        if (fact.field(measure.field()).isPresent() && texts.isEmpty()) {
            return List.of("none");
        }
        return isFlag()
                ? texts.stream().map(text -> text.equals("true") ? "yes" : "no").toList()
                : texts;
    }

    private String asked() {
        List<String> operands = measure.clause().operands();
        return switch (measure.clause().comparator()) {
            case ABSENT -> ", none asked";
            case AFTER_OBSERVED -> ", later than the look" + days() + " asked";
            case ANY_OF -> ", " + alternatives(operands, MOST_NAMES, " or ") + " asked";
            case AT_LEAST -> ", at least " + operands.get(0) + " asked";
            case AT_MOST -> ", at most " + operands.get(0) + " asked";
            case BEFORE_OBSERVED -> ", not later than the look" + days() + " asked";
            case EQUALS -> ", " + operands.get(0) + " asked";
            case NONE_OF -> ", nothing ruled out";
            case ONLY -> ", only " + alternatives(operands, MOST_NAMES, " and ") + " asked";
            case PRESENT -> ", one asked";
        };
    }

    private String days() {
        String days = measure.clause().operands().get(0);
        return days.equals("0") ? "" : " plus " + days + " days";
    }

    /** Which one of its kind it is: the {@code  (ssh-rsa)} of {@code host key (ssh-rsa) bits}. */
    private String which(Fact fact) {
        for (FactField field : type.fields()) {
            if (field.kind() == FieldKind.TEXT) {
                boolean told = !field.name().equals(measure.field())
                        && fact.value().get(field.name()) instanceof String text
                        && !text.isEmpty();
                return told ? " (" + cut(fact.text(field.name()).orElse("")) + ")" : "";
            }
        }
        return "";
    }

    private String thing() {
        return subjectType() + fieldWords();
    }

    /** The fact's id in words, without its protocol: {@code host key}. */
    private String subjectType() {
        return words(type.id().substring(type.id().indexOf('.') + 1));
    }

    /** The field in words; nothing where the fact's own name says it, as a list's does. */
    private String fieldWords() {
        FactField first = type.fields().get(0);
        boolean said = subjectType().endsWith(words(measure.field()))
                || (first.kind() == FieldKind.NAMES && first.name().equals(measure.field()));
        return said ? "" : " " + words(measure.field());
    }

    private String filter() {
        return measure.clause().where().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> words(entry.getKey()) + " " + alternatives(entry.getValue(), MOST_ALTERNATIVES, " or "))
                .collect(Collectors.joining(", ", measure.clause().where().isEmpty() ? "" : " of ", ""));
    }

    private boolean isFlag() {
        return type.field(measure.field())
                .filter(field -> field.kind() == FieldKind.FLAG)
                .isPresent();
    }

    private static String service(Observation seen) {
        return seen.service().protocol() + " " + cut(seen.fact().text("role").orElse("service"));
    }

    private static String words(String id) {
        return id.replace('-', ' ');
    }

    private static String names(Collection<String> texts) {
        List<String> cut = new ArrayList<>(texts.size());
        texts.forEach(text -> cut.add(cut(text)));
        return listed(cut, MOST_NAMES, ", ");
    }

    private static String listed(List<String> texts, int most, String between) {
        String shown = String.join(between, texts.subList(0, Math.min(texts.size(), most)));
        return texts.size() > most ? shown + " and " + (texts.size() - most) + " more" : shown;
    }

    /** {@code a, b or c}; {@code a, b, c or 4 more}. */
    private static String alternatives(List<String> texts, int most, String last) {
        if (texts.size() > most) {
            return String.join(", ", texts.subList(0, most)) + last + (texts.size() - most) + " more";
        }
        int end = texts.size() - 1;
        return end < 1 ? String.join("", texts) : String.join(", ", texts.subList(0, end)) + last + texts.get(end);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_NAME || text.codePointCount(0, text.length()) <= LONGEST_NAME
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}
