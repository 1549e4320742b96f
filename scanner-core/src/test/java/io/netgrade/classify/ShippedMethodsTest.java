// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.yaml.MistakesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedMethodsTest {
    static Stream<String> ids() {
        return GradingMethods.shippedIds().stream();
    }

    @Test
    void theIndexNamesEveryFile() throws IOException {
        Path folder = Path.of(System.getProperty("netgrade.root", ".."), "profiles/src/main/resources/methods");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".yml"))
                            .sorted())
                    .isEqualTo(ids().map(id -> id + ".yml").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void eachIsReadAndComesToWhatItsExamplesState(String id) throws MistakesException {
        GradingMethod method = GradingMethods.of(id);

        assertThat(method.about().id()).isEqualTo(id);
        assertThat(method.about().sha256()).hasSize(64);
        assertThat(method.about().unverified()).isNotEmpty();
    }

    @Test
    void allHundredAndTwentyFiveCombinationsFallAsComputedByHand() throws MistakesException {
        Classifier classifier = new Classifier(GradingMethods.of("ydt-1729-2008"), Map.of());
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < 125; i++) {
            List<Answer> answers = List.of(
                    new Answer("social-influence", List.of(String.valueOf(1 + i / 25)), ""),
                    new Answer("service-importance", List.of(String.valueOf(1 + i / 5 % 5)), ""),
                    new Answer("scale", List.of(String.valueOf(1 + i % 5)), ""));
            counts.merge(classifier.classify(answers, Review.NONE).level(), 1, Integer::sum);
        }

        assertThat(counts).isEqualTo(Map.of("1", 4, "2", 16, "3.1", 15, "3.2", 19, "4", 58, "5", 13));
    }
}
