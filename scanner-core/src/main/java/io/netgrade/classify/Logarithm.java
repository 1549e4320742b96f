// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Logarithms to the base of two, rounded half up without any floating point: what is shown is what is so. */
final class Logarithm {
    private static final int MOST_DECIMALS = 3;

    private Logarithm() {}

    /**
     * Log2 of a number of one or more, rounded half up.
     *
     * <p>{@code log2(x) >= (2n-1) / (2·10^d)} is the same as {@code x^(2·10^d) >= 2^(2n-1)}, which whole numbers decide.
     *
     * @param decimals kept, at most three
     * @throws IllegalArgumentException for a number below one, or more decimals
     */
    static BigDecimal rounded(Fraction number, int decimals) {
        if (number.compareTo(Fraction.ONE) < 0 || decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("no logarithm of " + number + " to " + decimals + " decimals");
        }
        int scale = BigInteger.TEN.pow(decimals).intValueExact();
        BigInteger above = number.numerator().pow(2 * scale);
        BigInteger below = number.denominator().pow(2 * scale);
        int steps = 0;
        while (above.compareTo(below.shiftLeft(2 * steps + 1)) >= 0) {
            steps++;
        }
        return BigDecimal.valueOf(steps, decimals);
    }
}
