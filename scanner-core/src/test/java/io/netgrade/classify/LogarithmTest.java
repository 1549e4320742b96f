// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogarithmTest {

    @ParameterizedTest
    @CsvSource({"1,1,0.0", "2,1,1.0", "8,1,3.0", "32/3,1,3.4", "14/3,1,2.2", "8,0,3", "3,3,1.585", "6,2,2.58"})
    void roundsToTheDecimalsAskedFor(String number, int decimals, String rounded) {
        assertThat(Logarithm.rounded(Fraction.of(number), decimals)).isEqualTo(new BigDecimal(rounded));
    }

    @Test
    void agreesWithFloatingPointWhereThatIsSure() {
        for (int number = 1; number <= 3_000; number++) {
            double exact = Math.log(number) / Math.log(2);
            double tenths = exact * 10 - Math.floor(exact * 10);
            if (Math.abs(tenths - 0.5) > 1e-9) {
                assertThat(Logarithm.rounded(Fraction.of(number), 1))
                        .as("log2 of " + number)
                        .isEqualTo(BigDecimal.valueOf(exact).setScale(1, RoundingMode.HALF_UP));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1/2,1", "2,4"})
    void refusesWhatHasNone(String number, int decimals) {
        Fraction fraction = Fraction.of(number);
        assertThatThrownBy(() -> Logarithm.rounded(fraction, decimals)).isInstanceOf(IllegalArgumentException.class);
    }
}
