// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.grade.Score.PartScore;
import io.netgrade.profile.Rating;
import io.netgrade.profile.Rating.Input;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Scores one part of a rating at one endpoint. What was seen only in part gives no score: the worst may be unseen. */
final class PartScoring {
    private final Rating.Part part;
    private final Observations seen;
    private final List<Integer> scores = new ArrayList<>();
    private final TreeSet<String> doubts = new TreeSet<>();

    private PartScoring(Rating.Part part, Observations seen) {
        this.part = part;
        this.seen = seen;
    }

    static PartScore of(Rating.Part part, Observations seen) {
        return new PartScoring(part, seen).score();
    }

    private PartScore score() {
        part.inputs().forEach(this::take);
        part.inputs().stream().map(Input::fact).distinct().forEach(this::everyKindScores);
        boolean worstThereIs = part.take() == Rating.Take.WORST && scores.contains(0);
        if (!doubts.isEmpty() && !worstThereIs) {
            return new PartScore(part, Optional.empty(), String.join("; ", doubts));
        }
        return scores.isEmpty()
                ? new PartScore(part, Optional.empty(), "nothing seen has a score")
                : new PartScore(part, Optional.of(taken()), "");
    }

    private BigDecimal taken() {
        BigDecimal worst = BigDecimal.valueOf(Collections.min(scores));
        return part.take() == Rating.Take.WORST
                ? worst
                : BigDecimal.valueOf(Collections.max(scores)).add(worst).divide(BigDecimal.valueOf(2));
    }

    private void take(Input input) {
        List<Fact> facts = facts(input.fact());
        if (facts.stream().noneMatch(Fact::complete)) {
            doubts.add(input.fact() + " is not known in full");
        } else {
            input.each().ifPresent(each -> allThere(each, facts, input.fact()));
        }
        for (Fact fact : facts) {
            if (fits(input, fact)) {
                values(input, fact).forEach(value -> take(input, value));
            }
        }
    }

    private void allThere(Rating.Each each, List<Fact> facts, String type) {
        for (Fact all : facts(each.fact())) {
            for (String name : all.names(each.names())) {
                if (facts.stream()
                        .noneMatch(fact -> fact.complete()
                                && fact.text(each.field()).filter(name::equals).isPresent())) {
                    doubts.add(type + " is not known in full for " + name);
                }
            }
        }
        if (facts(each.fact()).stream().noneMatch(Fact::complete)) {
            doubts.add(each.fact() + " is not known in full");
        }
    }

    private void take(Input input, String value) {
        if (input.names().isEmpty()) {
            long number = Long.parseLong(value);
            scores.add(input.steps().stream()
                    .filter(step -> number < step.below())
                    .findFirst()
                    .map(Rating.Step::score)
                    .orElse(input.above()));
            return;
        }
        Integer score = input.names().get(value);
        if (score != null) {
            scores.add(score);
        } else if (!input.ignoresOthers()) {
            doubts.add("the scheme has no score for " + value);
        }
    }

    /** A fact that is there, of which no input that must score it can: such as a key of an algorithm without a scale. */
    private void everyKindScores(String type) {
        List<Input> inputs = part.inputs().stream()
                .filter(input -> input.fact().equals(type) && !input.ignoresOthers())
                .toList();
        List<Fact> told = facts(type).stream()
                .filter(fact -> fact.complete() && !fact.value().isEmpty())
                .toList();
        boolean scored = inputs.stream()
                .anyMatch(input -> told.stream()
                        .anyMatch(fact ->
                                fits(input, fact) && !values(input, fact).isEmpty()));
        if (!inputs.isEmpty() && !told.isEmpty() && !scored) {
            doubts.add("the scheme has no score for what " + type + " says");
        }
    }

    private List<Fact> facts(String type) {
        return seen.all().stream()
                .map(Observation::fact)
                .filter(fact -> fact.type().equals(type))
                .toList();
    }

    private static boolean fits(Input input, Fact fact) {
        return input.where().entrySet().stream()
                .allMatch(wanted -> fact.field(wanted.getKey())
                        .map(Objects::toString)
                        .filter(wanted.getValue()::contains)
                        .isPresent());
    }

    private static List<String> values(Input input, Fact fact) {
        Object value = fact.value().get(input.field());
        if (value instanceof List<?> list) {
            return list.stream().map(Objects::toString).toList();
        }
        boolean wanted = input.names().isEmpty() ? value instanceof Long : value != null;
        return wanted ? List.of(Objects.toString(value)) : List.of();
    }
}
