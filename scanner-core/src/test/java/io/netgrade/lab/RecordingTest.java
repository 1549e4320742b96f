// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class RecordingTest {
    private static final Path CAPTURES = Path.of(System.getProperty("netgrade.root"), "test-captures");
    private static final int MOST_BYTES = 100_000;

    static List<Path> captures() throws IOException {
        try (Stream<Path> files = Files.walk(CAPTURES)) {
            return files.filter(file -> file.toString().endsWith(".pcap"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyRecordingNamesAServerOfTheLab() throws IOException {
        List<Recording> recordings =
                Recording.readAll(CAPTURES.resolve("recordings.yml"), new PackageVersions(Map.of()));

        assertThat(recordings).hasSizeGreaterThanOrEqualTo(16).allSatisfy(recording -> {
            assertThat(recording.server().name()).isNotBlank();
            assertThat(recording.port()).isBetween(1, 65_535);
            assertThat(recording.facts()).contains(recording.at());
        });
    }

    @ParameterizedTest
    @MethodSource("captures")
    void everyCaptureIsSmallAndSaysHowItWasMade(Path capture) throws IOException {
        assertThat(Files.size(capture)).isBetween(100L, (long) MOST_BYTES);
        Path expected = Path.of(capture.toString().replaceFirst("\\.pcap$", ".expected.yml"));

        Map<?, ?> members =
                (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(expected));

        assertThat(members.get("capture")).isEqualTo(capture.getFileName().toString());
        assertThat(members.get("licence")).isEqualTo("CC0-1.0");
        assertThat(members.get("made")).asString().isNotBlank();
        assertThat(members.get("shows")).asString().isNotBlank();
        assertThat((List<?>) members.get("software")).isNotEmpty();
        assertThat((List<?>) members.get("facts")).isNotEmpty();
    }
}
