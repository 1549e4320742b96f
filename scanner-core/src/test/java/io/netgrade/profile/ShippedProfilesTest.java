// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.yaml.MistakesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every profile that ships: without a mistake, complete in its index, and true to each of its examples. */
class ShippedProfilesTest {
    private static final Path RESOURCES =
            Path.of(System.getProperty("netgrade.root", ".."), "profiles/src/main/resources/profiles");

    private final Vocabulary vocabulary = ProtocolCatalog.vocabulary();

    @Test
    void indexNamesEveryFileAndNoOther() throws IOException {
        List<String> files;
        try (Stream<Path> walk = Files.walk(RESOURCES)) {
            files = walk.filter(Files::isRegularFile)
                    .map(file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.contains("/"))
                    .sorted()
                    .toList();
        }
        assertThat(Files.readAllLines(RESOURCES.resolve("index"))).containsExactlyElementsOf(files);
    }

    @TestFactory
    Stream<DynamicTest> profileHasNoMistake() {
        return ProfileSource.shippedIds().stream()
                .map(id -> DynamicTest.dynamicTest(
                        id,
                        () -> assertThat(new ProfileLint(vocabulary).lint(ProfileSource.shipped(id)))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> exampleComesToWhatItStates() throws MistakesException {
        Stream.Builder<DynamicTest> tests = Stream.builder();
        for (String id : ProfileSource.shippedIds()) {
            for (ProfileExamples.Outcome outcome : new ProfileExamples(vocabulary).run(ProfileSource.shipped(id))) {
                Example example = outcome.example();
                String name =
                        example.control() + " line " + example.line() + " " + example.expected() + " " + example.says();
                tests.add(DynamicTest.dynamicTest(
                        name,
                        () -> assertThat(outcome.asStated())
                                .as(outcome.toString())
                                .isTrue()));
            }
        }
        return tests.build();
    }
}
