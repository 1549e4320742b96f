// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The arithmetic of a {@link FactorMethod}. */
final class FactorReckoning {
    private final FactorMethod method;
    private final List<Fraction> weights;

    FactorReckoning(FactorMethod method, Map<String, Fraction> otherWeights) {
        this.method = method;
        Map<String, Fraction> taken = otherWeights.isEmpty() ? method.weights() : otherWeights;
        this.weights = method.factors().stream()
                .map(factor -> taken.getOrDefault(factor.id(), Fraction.ZERO))
                .toList();
    }

    Classification classification(List<Answer> answers, Review review) {
        List<Integer> values = answers.stream()
                .map(answer -> Integer.valueOf(answer.choices().get(0)))
                .toList();
        Fraction sum = sum(values);
        BigDecimal value = Logarithm.rounded(sum, method.decimals());
        String level = level(value);
        return new Classification(
                method,
                answers,
                weights,
                List.of(summing(values, sum), rounding(sum, value), cutting(value, level)),
                Optional.of(value),
                level,
                effects(values),
                review);
    }

    private Fraction sum(List<Integer> values) {
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < values.size(); i++) {
            sum = sum.plus(weights.get(i).times(power(values.get(i))));
        }
        return sum;
    }

    private static Fraction power(int exponent) {
        return new Fraction(BigInteger.ONE.shiftLeft(exponent), BigInteger.ONE);
    }

    /** Values below the first cut hold the lowest level: a unit in service has one. */
    private String level(BigDecimal value) {
        return method.cuts().stream()
                .filter(cut -> value.compareTo(cut.from()) >= 0)
                .reduce((lower, higher) -> higher)
                .orElse(method.cuts().get(0))
                .level();
    }

    private Step summing(List<Integer> values, Fraction sum) {
        String symbols = joined(i -> "w" + symbol(i) + "·2^" + symbol(i));
        String figures = joined(i -> weights.get(i) + "·2^" + values.get(i));
        return Step.of(symbols + " = " + figures + " = " + sum, symbols + " = " + figures + " = " + sum);
    }

    private Step rounding(Fraction sum, BigDecimal value) {
        int decimals = method.decimals();
        return Step.of(
                "log2(" + sum + "), rounded half up to " + decimals + (decimals == 1 ? " decimal" : " decimals") + " = "
                        + value,
                "log2(" + sum + ")，四舍五入保留 " + decimals + " 位小数 = " + value);
    }

    private Step cutting(BigDecimal value, String level) {
        List<FactorMethod.Cut> cuts = method.cuts();
        int index = method.levels().indexOf(level);
        String from = index == 0 ? "" : cuts.get(index).from() + " ≤ ";
        String to = index + 1 < cuts.size() ? " < " + cuts.get(index + 1).from() : "";
        return Step.of(from + value + to + ": level " + level, from + value + to + "：" + level + " 级");
    }

    private String joined(java.util.function.IntFunction<String> term) {
        return IntStream.range(0, weights.size()).mapToObj(term).collect(Collectors.joining(" + "));
    }

    private String symbol(int factor) {
        return method.factors().get(factor).symbol();
    }

    private List<Effect> effects(List<Integer> values) {
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Question factor = method.factors().get(i);
            for (Question.Choice choice : factor.choices()) {
                int other = Integer.parseInt(choice.id());
                if (other != values.get(i)) {
                    List<Integer> changed = new ArrayList<>(values);
                    changed.set(i, other);
                    effects.add(new Effect(
                            factor.id(), choice.id(), level(Logarithm.rounded(sum(changed), method.decimals()))));
                }
            }
        }
        return effects;
    }
}
