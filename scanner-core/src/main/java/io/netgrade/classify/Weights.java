// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import io.netgrade.yaml.Spelling;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How much each factor of a method counts. */
final class Weights {
    private Weights() {}

    /** @throws IllegalArgumentException unless each factor has one and they sum to one */
    static void check(Map<String, Fraction> weights, Collection<Question> factors) {
        List<String> ids = factors.stream().map(Question::id).toList();
        for (String named : weights.keySet()) {
            if (!ids.contains(named)) {
                throw new IllegalArgumentException("weights: " + Spelling.notOneOf(named, ids));
            }
        }
        Fraction sum = Fraction.ZERO;
        for (String id : ids) {
            Fraction weight = weights.get(id);
            if (weight == null) {
                throw new IllegalArgumentException("weights: " + id + " is missing");
            }
            sum = sum.plus(weight);
        }
        if (!sum.equals(Fraction.ONE)) {
            throw new IllegalArgumentException("weights sum to " + sum + ", must sum to 1");
        }
    }
}
