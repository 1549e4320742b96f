// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Factors valued 1 to 5, joined as {@code log2(Σ weight · 2^value)}, rounded half up, and cut into levels.
 *
 * @param factors in the order of the formula
 * @param weights by factor; they sum to one
 * @param decimals to which the result is rounded
 * @param cuts lowest first
 */
public record FactorMethod(
        About about, Duties duties, List<Question> factors, Map<String, Fraction> weights, int decimals, List<Cut> cuts)
        implements GradingMethod {
    public FactorMethod {
        factors = List.copyOf(factors);
        weights = Map.copyOf(weights);
        cuts = List.copyOf(cuts);
    }

    /** @param from the lowest result that reaches the level */
    public record Cut(String level, BigDecimal from) {}

    @Override
    public List<String> levels() {
        return cuts.stream().map(Cut::level).toList();
    }

    @Override
    public List<Question> questions() {
        return factors;
    }
}
