// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.MistakesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ydt-1729-2008|scale: 1/3}|scale: 1/2}|weights sum to 7/6, must sum to 1",
                "ydt-1729-2008|scale: 1/3}|scale: third}|scale: \"third\" is no number such as 0.4 or 1/3",
                "ydt-1729-2008|from: \"2.5\"|from: \"1.5\"|from must be above that of the level before",
                "ydt-1729-2008|decimals: 1|decimals: 12|decimals: must be 0 to 3",
                "ydt-1729-2008|formula: log2-of-weighted-powers|formula: mean|formula \"mean\" is not one of log2-of-weighted-powers",
                "ydt-1729-2008|value: 5, meaning|value: 4, meaning|values must be 1 to 5, in order",
                "ydt-1729-2008|kind: factors|kind: factor|kind \"factor\" is not one of factors, matrix; did you mean \"factors\"?",
                "ydt-1729-2008|months: 24|months: never|months: must be a whole number from 1",
                "ydt-1729-2008|value: \"2.4\", level: \"2\"|value: \"2.5\", level: \"2\"|states value 2.5, but the method gives 2.4",
                "ydt-1729-2008|answers: [\"1\", \"1\", \"1\"]|answers: [\"1\", \"1\"]|scale is missing",
                "gbt-22240-2020|{general: \"1\", serious: \"2\", especially-serious: \"2\"}|{general: \"1\", serious: \"2\"}|especially-serious is missing",
                "gbt-22240-2020|{general: \"1\", serious|{general: \"9\", serious|general \"9\" is not one of 1, 2, 3, 4, 5",
            })
    void tellsEachMistakeWithItsLine(String id, String from, String to, String message) throws IOException {
        String whole = text(id);
        assertThat(whole).contains(from);
        String changed =
                whole.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));

        MistakesException refused = catchThrowableOfType(
                MistakesException.class, () -> MethodReader.read("m.yml", changed.getBytes(StandardCharsets.UTF_8)));

        assertThat(refused).isNotNull();
        List<Mistake> mistakes = refused.mistakes();
        assertThat(mistakes).extracting(Mistake::message).contains(message);
        assertThat(mistakes).allSatisfy(mistake -> assertThat(mistake.line()).isPositive());
    }

    @Test
    void anUnknownMethodIsSaidWithThoseKnown() {
        MistakesException refused = catchThrowableOfType(MistakesException.class, () -> GradingMethods.of("ydt-1729"));

        assertThat(refused).hasMessageContaining("is not one of gbt-22240-2020, ydt-1729-2008");
    }

    private static String text(String id) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(MethodReaderTest.class.getResourceAsStream("/methods/" + id + ".yml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
