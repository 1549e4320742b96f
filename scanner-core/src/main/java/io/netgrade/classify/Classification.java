// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The level that a unit must hold, and how it came about.
 *
 * @param answers in the order of the method's questions
 * @param weights as they were taken, in the same order; none where the method has none
 * @param steps of the arithmetic, in order
 * @param value before it is cut into levels; none where the method has no such number
 * @param computed the level that the arithmetic gives
 * @param effects of every other answer to a single question
 */
public record Classification(
        GradingMethod method,
        List<Answer> answers,
        List<Fraction> weights,
        List<Step> steps,
        Optional<BigDecimal> value,
        String computed,
        List<Effect> effects,
        Review review) {
    public Classification {
        answers = List.copyOf(answers);
        weights = List.copyOf(weights);
        steps = List.copyOf(steps);
        effects = List.copyOf(effects);
    }

    /** What counts: the review's level where it settled on another one. */
    public String level() {
        return review.level().orElse(computed);
    }
}
