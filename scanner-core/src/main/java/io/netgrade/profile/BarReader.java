// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.check.Bar;
import io.netgrade.check.Check;
import io.netgrade.check.Clause;
import io.netgrade.check.Comparator;
import io.netgrade.expression.Expression;
import io.netgrade.expression.ExpressionFault;
import io.netgrade.fact.FactField;
import io.netgrade.fact.FactType;
import io.netgrade.fact.FieldKind;
import io.netgrade.yaml.Spelling;
import io.netgrade.yaml.YamlMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the bar of an ask: a clause or a list of clauses, each held against the check and the fact it speaks of. */
final class BarReader {
    private static final List<String> COMPARATORS =
            Arrays.stream(Comparator.values()).map(Comparator::id).toList();
    private static final List<String> KEYS = Stream.concat(Stream.of("check", "field", "where"), COMPARATORS.stream())
            .toList();
    private static final List<String> WIDER = List.of("expression", "any-of-checks");

    private final Vocabulary vocabulary;
    private final Optional<String> usualCheck;
    private final Map<String, List<Clause>> byCheck = new LinkedHashMap<>();
    private final List<Demand> wider = new ArrayList<>();

    /** @param usualCheck the control's check, for clauses that name none */
    BarReader(Vocabulary vocabulary, Optional<String> usualCheck) {
        this.vocabulary = vocabulary;
        this.usualCheck = usualCheck;
    }

    /**
     * One demand for each check, in the order of the file, behind them the expressions and the choices; empty where nothing
     * in it can be used.
     */
    List<Demand> read(YamlMap ask) {
        ask.require("bar");
        ask.maps("bar").forEach(this::readEntry);
        return Stream.concat(ofChecks().stream(), wider.stream()).toList();
    }

    private List<Demand.OfCheck> ofChecks() {
        return byCheck.entrySet().stream()
                .map(entry -> new Demand.OfCheck(entry.getKey(), new Bar(entry.getValue())))
                .toList();
    }

    private void readEntry(YamlMap entry) {
        Optional<String> alone = WIDER.stream().filter(entry::has).findFirst();
        if (alone.isEmpty()) {
            readClause(entry);
            return;
        }
        for (String key : entry.keys()) {
            if (!key.equals(alone.get())) {
                entry.complain(key, key + " has no place beside " + alone.get() + "; write a clause of its own");
            }
        }
        if (alone.get().equals("expression")) {
            expression(entry);
        } else {
            anyOfChecks(entry);
        }
    }

    private void expression(YamlMap entry) {
        List<ExpressionFault> faults = new ArrayList<>();
        entry.text("expression")
                .flatMap(text -> Expression.of(text, vocabulary.facts(), faults))
                .ifPresent(read -> wider.add(new Demand.OfExpression(read)));
        faults.forEach(fault -> entry.complainWithin("expression", fault.at(), "expression: " + fault.message()));
    }

    /** Each way is a clause, or several that must all hold. */
    private void anyOfChecks(YamlMap entry) {
        List<List<Demand.OfCheck>> ways = new ArrayList<>();
        for (YamlMap way : entry.maps("any-of-checks")) {
            BarReader reader = new BarReader(vocabulary, usualCheck);
            if (way.has("all-of")) {
                way.allow("all-of");
                way.maps("all-of").forEach(reader::readClause);
            } else {
                reader.readClause(way);
            }
            if (!reader.ofChecks().isEmpty()) {
                ways.add(reader.ofChecks());
            }
        }
        if (ways.size() > 1) {
            wider.add(AnyOfChecks.of(ways));
        } else {
            entry.complain("any-of-checks", "any-of-checks needs two ways at least to choose from");
        }
    }

    private void readClause(YamlMap clause) {
        clause.allowAll(KEYS);
        Optional<String> id = clause.has("check") ? clause.text("check") : usualCheck;
        if (id.isEmpty()) {
            clause.complain("check", "the clause names no check, and neither does its control");
            return;
        }
        Check check = vocabulary.checks().get(id.get());
        if (check == null) {
            clause.complain(
                    "check",
                    "check " + Spelling.notOneOf(id.get(), vocabulary.checks().keySet()));
            return;
        }
        List<Clause> clauses = comparisons(clause, check);
        if (!clauses.isEmpty()) {
            byCheck.computeIfAbsent(check.id(), any -> new ArrayList<>()).addAll(clauses);
        }
    }

    private static List<Clause> comparisons(YamlMap clause, Check check) {
        FactType fact = check.fact();
        Optional<String> named = clause.choice("field", fieldNames(fact));
        if (clause.has("field") && named.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> where = where(clause, fact);
        FactField field = fact.field(named.orElse(check.field())).orElseThrow();
        List<Clause> clauses = new ArrayList<>();
        boolean any = false;
        for (String key : clause.keys()) {
            Optional<Comparator> comparator = Comparator.of(key);
            if (comparator.isPresent()) {
                any = true;
                operands(clause, comparator.get(), field)
                        .ifPresent(operands -> clauses.add(new Clause(where, named, comparator.get(), operands)));
            }
        }
        if (!any) {
            clause.complain("bar", "the clause compares nothing: give one of " + String.join(", ", COMPARATORS));
        }
        if (clause.has("present") && named.isEmpty() && where.isEmpty()) {
            clause.complain("present", "present without a field or a where can never fail");
        }
        return clauses;
    }

    private static Map<String, List<String>> where(YamlMap clause, FactType fact) {
        Map<String, List<String>> where = new LinkedHashMap<>();
        clause.map("where").ifPresent(filter -> {
            filter.allowAll(fieldNames(fact));
            for (String name : filter.keys()) {
                fact.field(name).ifPresent(field -> {
                    List<String> values = filter.texts(name);
                    values.forEach(value -> unfit(field, value).ifPresent(why -> filter.complain(name, why)));
                    where.put(name, values);
                });
            }
        });
        return where;
    }

    /** Empty, and a mistake noted, where the operands do not fit. */
    private static Optional<List<String>> operands(YamlMap clause, Comparator comparator, FactField field) {
        String key = comparator.id();
        if (!comparator.fits(field.kind())) {
            clause.complain(key, key + " does not fit " + field.name() + ", which is a " + kind(field) + " field");
            return Optional.empty();
        }
        if (comparator.takesNone()) {
            return clause.choice(key, List.of("true")).map(yes -> List.of());
        }
        List<String> operands = clause.texts(key);
        Optional<String> complaint = comparator
                .complaint(operands)
                .or(() -> comparator == Comparator.EQUALS ? unfit(field, operands.get(0)) : Optional.empty());
        complaint.ifPresent(why -> clause.complain(key, why));
        return complaint.isPresent() ? Optional.empty() : Optional.of(operands);
    }

    private static Optional<String> unfit(FactField field, String value) {
        boolean fits = switch (field.kind()) {
            case FLAG -> value.equals("true") || value.equals("false");
            case INSTANT -> false;
            case NAMES, TEXT -> true;
            case NUMBER -> Comparator.AT_LEAST.complaint(List.of(value)).isEmpty();
        };
        return fits
                ? Optional.empty()
                : Optional.of("\"" + Spelling.shortened(value) + "\" can never be the " + kind(field) + " "
                        + field.name() + (field.kind() == FieldKind.FLAG ? ": write true or false" : ""));
    }

    private static String kind(FactField field) {
        return field.kind().name().toLowerCase(Locale.ROOT);
    }

    private static List<String> fieldNames(FactType fact) {
        return fact.fields().stream().map(FactField::name).toList();
    }
}
