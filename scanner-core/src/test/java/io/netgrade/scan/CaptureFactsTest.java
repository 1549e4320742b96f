// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Collected;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every capture yields the facts that its {@code .expected.yml} states, and is read to its end. */
class CaptureFactsTest {

    @TestFactory
    Stream<DynamicTest> yieldsItsFacts() {
        return TestCaptures.all().stream()
                .map(capture -> DynamicTest.dynamicTest(TestCaptures.name(capture), () -> yieldsItsFacts(capture)));
    }

    private static void yieldsItsFacts(Path capture) throws IOException {
        Map<?, ?> expected = expected(capture);
        assertThat(expected.keySet().stream().map(Object::toString))
                .as("what every capture says of itself")
                .contains("capture", "made", "licence", "shows", "facts");

        Collected collected = TestCaptures.examine(capture);

        assertThat(collected.problems()).isEmpty();
        assertThat(collected.captures()).singleElement().satisfies(read -> {
            assertThat(read.problem()).isEmpty();
            assertThat(read.malformed()).isZero();
            assertThat(read.packets()).isPositive();
        });
        for (Object entry : (List<?>) expected.get("facts")) {
            Map<?, ?> at = (Map<?, ?>) entry;
            at.forEach((fact, fields) -> {
                if (!fact.equals("at")) {
                    holds(collected, String.valueOf(at.get("at")), String.valueOf(fact), (Map<?, ?>) fields);
                }
            });
        }
    }

    private static void holds(Collected collected, String endpoint, String type, Map<?, ?> fields) {
        List<Fact> stated = collected.observations().stream()
                .filter(seen -> seen.service().endpoint().toString().equals(endpoint))
                .map(Observation::fact)
                .filter(fact -> fact.type().equals(type))
                .toList();
        List<Fact> fitting =
                stated.stream().filter(fact -> scalarsFit(fact, fields)).toList();
        assertThat(fitting)
                .as("%s %s %s among %s", endpoint, type, fields, stated)
                .isNotEmpty();
        fields.forEach((name, value) -> {
            if (value instanceof List<?> names) {
                listHolds(fitting, String.valueOf(name), names);
            }
        });
    }

    /** A complete fact holds the list as it is; partial ones hold it together. */
    private static void listHolds(List<Fact> fitting, String field, List<?> names) {
        List<String> wanted = names.stream().map(String::valueOf).toList();
        List<Fact> whole = fitting.stream().filter(Fact::complete).toList();
        if (!whole.isEmpty()) {
            assertThat(whole)
                    .as(field)
                    .anySatisfy(fact -> assertThat(fact.names(field)).startsWith(wanted.toArray(String[]::new)));
            return;
        }
        Set<String> together = new HashSet<>();
        fitting.forEach(fact -> together.addAll(fact.names(field)));
        assertThat(together).as(field).containsAll(wanted);
    }

    private static boolean scalarsFit(Fact fact, Map<?, ?> fields) {
        List<Boolean> fits = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (!(value instanceof List<?>)) {
                fits.add(fact.field(String.valueOf(name))
                        .map(String::valueOf)
                        .filter(String.valueOf(value)::equals)
                        .isPresent());
            }
        });
        return fits.stream().allMatch(Boolean::booleanValue);
    }

    private static Map<?, ?> expected(Path capture) throws IOException {
        String name = capture.getFileName().toString();
        Path file = capture.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".expected.yml");
        assertThat(file).exists();
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }
}
