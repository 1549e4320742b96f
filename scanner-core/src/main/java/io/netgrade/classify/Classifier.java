// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import io.netgrade.yaml.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Applies a grading method to what was said of one unit. */
public final class Classifier {
    private final GradingMethod method;
    private final Map<String, Fraction> weights;

    /**
     * @param weights by factor in place of the method's own; none for the method's
     * @throws IllegalArgumentException where weights do not fit the method
     */
    public Classifier(GradingMethod method, Map<String, Fraction> weights) {
        this.method = method;
        this.weights = Map.copyOf(weights);
        if (!weights.isEmpty()) {
            if (!(method instanceof FactorMethod factors)) {
                throw new IllegalArgumentException("method " + method.about().id() + " has no weights");
            }
            Weights.check(weights, factors.factors());
        }
    }

    /**
     * @param answers to every question of the method, in any order
     * @throws IllegalArgumentException naming the first answer that is missing, double or none of the choices
     */
    public Classification classify(List<Answer> answers, Review review) {
        List<Answer> ordered = ordered(answers);
        review.level().ifPresent(level -> {
            if (!method.levels().contains(level)) {
                throw new IllegalArgumentException("level " + Spelling.notOneOf(level, method.levels()));
            }
        });
        return method instanceof FactorMethod factors
                ? new FactorReckoning(factors, weights).classification(ordered, review)
                : new MatrixReckoning((MatrixMethod) method).classification(ordered, review);
    }

    private List<Answer> ordered(List<Answer> answers) {
        List<String> asked = method.questions().stream().map(Question::id).toList();
        for (Answer answer : answers) {
            if (!asked.contains(answer.question())) {
                throw new IllegalArgumentException(Spelling.notOneOf(answer.question(), asked));
            }
        }
        List<Answer> ordered = new ArrayList<>();
        for (Question question : method.questions()) {
            List<Answer> given = answers.stream()
                    .filter(answer -> answer.question().equals(question.id()))
                    .toList();
            if (given.size() != 1) {
                throw new IllegalArgumentException(
                        question.id() + (given.isEmpty() ? " is missing" : " is there twice"));
            }
            ordered.add(checked(question, given.get(0)));
        }
        return ordered;
    }

    private Answer checked(Question question, Answer answer) {
        List<String> choices =
                question.choices().stream().map(Question.Choice::id).toList();
        if (answer.choices().isEmpty() || (answer.choices().size() > 1 && method instanceof FactorMethod)) {
            throw new IllegalArgumentException(question.id() + " must be one of " + String.join(", ", choices));
        }
        for (String choice : answer.choices()) {
            if (!choices.contains(choice)) {
                throw new IllegalArgumentException(question.id() + " " + Spelling.notOneOf(choice, choices));
            }
        }
        return answer;
    }
}
