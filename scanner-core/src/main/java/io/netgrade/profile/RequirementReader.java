// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.classify.Answer;
import io.netgrade.classify.Classification;
import io.netgrade.classify.Classifier;
import io.netgrade.classify.Deadline;
import io.netgrade.classify.Fraction;
import io.netgrade.classify.GradingMethod;
import io.netgrade.classify.GradingMethods;
import io.netgrade.classify.MatrixMethod;
import io.netgrade.classify.Question;
import io.netgrade.classify.Review;
import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.MistakesException;
import io.netgrade.yaml.YamlMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads what a plan asks of a unit: a level, or what a grading method computes one from. */
final class RequirementReader {
    private final List<Level> levels;
    private final RequiredUnder beside;
    private final UnaryOperator<String> place;
    private final Map<String, Optional<GradingMethod>> methods = new HashMap<>();

    /**
     * @param levels of the profile; none where the profile could not be read
     * @param beside the profiles beside it, which ask levels of their own
     * @param place gives the place of a file that the plan names
     */
    RequirementReader(List<Level> levels, RequiredUnder beside, UnaryOperator<String> place) {
        this.levels = levels;
        this.beside = beside;
        this.place = place;
    }

    Requirement read(YamlMap unit) {
        if (!unit.isMap("required")) {
            return Requirement.declared(level(unit, "required"));
        }
        return unit.map("required").map(this::stated).orElse(Requirement.NONE);
    }

    /** The levels that profiles beside the plan's own ask. */
    Map<String, Level> under(YamlMap unit) {
        return unit.map("required-under").map(beside::read).orElse(Map.of());
    }

    private Requirement stated(YamlMap said) {
        said.allow("level", "reason", "method", "factors", "weights", "reviewed", "evaluated", "risk-assessed");
        Review review = said.map("reviewed").map(RequirementReader::review).orElse(Review.NONE);
        Deadline.Done done = new Deadline.Done(
                said.text("evaluated", RequirementReader::day), said.text("risk-assessed", RequirementReader::day));
        Optional<Classification> classification =
                said.has("method") || said.has("factors") ? classification(said, review) : Optional.empty();
        String reason = said.text("reason").orElse("");
        if (!said.has("method") && !said.has("factors")) {
            said.require("level");
            review.level()
                    .ifPresent(level -> said.complain(
                            "reviewed", "reviewed.level is for a computed level; declare that level itself"));
            return new Requirement(level(said, "level"), reason, Optional.empty(), review, done);
        }
        if (said.has("level") && reason.isEmpty()) {
            said.complain("level", "level in place of the method's needs a reason");
        }
        Optional<Level> level =
                said.has("level") ? level(said, "level") : classification.flatMap(found -> ofProfile(said, found));
        return new Requirement(level, reason, classification, review, done);
    }

    private Optional<Classification> classification(YamlMap said, Review review) {
        Optional<GradingMethod> method = said.has("method")
                ? said.text("method").flatMap(named -> method(said, named))
                : method(said, GradingMethods.USUAL);
        said.require("factors");
        return method.flatMap(known -> said.map("factors").flatMap(factors -> {
            List<Answer> answers = answers(factors, known);
            try {
                return Optional.of(new Classifier(known, weights(said)).classify(answers, review));
            } catch (IllegalArgumentException unfit) {
                said.complain("factors", String.valueOf(unfit.getMessage()));
                return Optional.empty();
            }
        }));
    }

    private Optional<GradingMethod> method(YamlMap said, String named) {
        boolean path = named.contains("/") || named.endsWith(".yml") || named.endsWith(".yaml");
        return methods.computeIfAbsent(named, name -> {
            try {
                return Optional.of(GradingMethods.of(path ? place.apply(name) : name));
            } catch (MistakesException found) {
                for (Mistake mistake : found.mistakes()) {
                    if (mistake.line() == 0) {
                        said.complain("method", "method " + mistake.message());
                    } else {
                        said.mistakes().add(mistake.file(), mistake.line(), mistake.message());
                    }
                }
                return Optional.empty();
            }
        });
    }

    private static List<Answer> answers(YamlMap factors, GradingMethod method) {
        factors.allowAll(method.questions().stream().map(Question::id).toList());
        List<Answer> answers = new ArrayList<>();
        for (Question question : method.questions()) {
            if (factors.has(question.id())) {
                answers.add(answer(factors, question.id(), method instanceof MatrixMethod));
            }
        }
        return answers;
    }

    private static Answer answer(YamlMap factors, String question, boolean harm) {
        if (!factors.isMap(question)) {
            return new Answer(question, factors.texts(question), "");
        }
        YamlMap said = factors.map(question).orElseThrow();
        String reason = said.text("reason").orElse("");
        if (!harm) {
            said.allow("value", "reason");
            return new Answer(question, said.texts("value"), reason);
        }
        List<String> choices = said.keys().stream()
                .filter(key -> !key.equals("reason"))
                .map(object -> object + ":" + said.text(object).orElse(""))
                .toList();
        return new Answer(question, choices, reason);
    }

    private static Map<String, Fraction> weights(YamlMap said) {
        Map<String, Fraction> weights = new HashMap<>();
        said.map("weights")
                .ifPresent(map -> map.keys()
                        .forEach(key -> map.text(key, Fraction::of).ifPresent(weight -> weights.put(key, weight))));
        return weights;
    }

    private static Review review(YamlMap said) {
        said.allow("on", "by", "level", "reason");
        Optional<String> level = said.text("level");
        String reason = said.text("reason").orElse("");
        if (level.isPresent() && reason.isEmpty()) {
            said.complain("level", "a reviewed level needs a reason");
        }
        return new Review(
                said.text("on", RequirementReader::day), said.text("by").orElse(""), level, reason);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            throw new IllegalArgumentException("\"" + text + "\" is no day such as 2026-11-23", noDay);
        }
    }

    private Optional<Level> ofProfile(YamlMap said, Classification found) {
        Optional<Level> level = levels.stream()
                .filter(known -> known.id().equals(found.level()))
                .findFirst();
        if (level.isEmpty() && !levels.isEmpty()) {
            said.complain(
                    "method",
                    "level " + found.level() + " of method "
                            + found.method().about().id()
                            + " is none of the profile's (" + String.join(", ", ids())
                            + "); say which it is, as level, with a reason");
        }
        return level;
    }

    private Optional<Level> level(YamlMap from, String key) {
        if (levels.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> said = from.choice(key, ids());
        return levels.stream()
                .filter(level -> said.filter(level.id()::equals).isPresent())
                .findFirst();
    }

    private List<String> ids() {
        return levels.stream().map(Level::id).toList();
    }
}
