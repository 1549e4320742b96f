// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact number of zero or more, such as the weight 1/3; in lowest terms. */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
    public static final Fraction ZERO = of(0);
    public static final Fraction ONE = of(1);
    private static final int LONGEST = 40;

    /** @throws IllegalArgumentException where it is below zero or the denominator is not above it */
    public Fraction {
        if (numerator.signum() < 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("must not be below zero");
        }
        BigInteger common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    public static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    /**
     * Reads {@code 1/3}, {@code 0.4} or {@code 2}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Fraction of(String text) {
        if (text.length() > LONGEST || !text.matches("[0-9]+(\\.[0-9]+|/[0-9]*[1-9][0-9]*)?")) {
            throw new IllegalArgumentException(
                    "\"" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text)
                            + "\" is no number such as 0.4 or 1/3");
        }
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return new Fraction(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
        }
        BigDecimal decimal = new BigDecimal(text);
        return new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** {@code 1/3}, or {@code 8} where it is whole. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
