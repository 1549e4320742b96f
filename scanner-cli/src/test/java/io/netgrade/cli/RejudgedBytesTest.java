// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same evidence gives the same reports, byte for byte, on whichever machine it is judged. */
class RejudgedBytesTest {
    private static final List<String> FORMS = List.of("json", "text");

    @TempDir
    Path folder;

    @Test
    void zoneLanguageEncodingAndOrderOfTheLinesSayNothing() throws IOException, InterruptedException {
        Path evidence = folder.resolve("evidence.ndjson");
        Ran.netgrade(
                "analyze",
                Ran.captures().resolve("telnet").toString(),
                Ran.captures().resolve("ssh").toString(),
                "--evidence",
                evidence.toString(),
                "--quiet");
        Path shuffled = Files.createDirectory(folder.resolve("other")).resolve("evidence.ndjson");
        Files.write(shuffled, reversed(Files.readAllLines(evidence)));

        Path here = judged("here", evidence, "-Duser.timezone=UTC", "-Duser.language=en", "-Duser.country=US");
        Path there = judged(
                "there",
                shuffled,
                "-Duser.timezone=Asia/Kathmandu",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Dfile.encoding=ISO-8859-9",
                "-Dline.separator=\r\n");

        assertThat(Files.size(here.resolve("report.json"))).isGreaterThan(10_000);
        for (String form : FORMS) {
            assertThat(there.resolve("report." + form)).hasSameBinaryContentAs(here.resolve("report." + form));
        }
    }

    /** The observations in the opposite order; the evidence's first and last lines stay where they are. */
    private static List<String> reversed(List<String> lines) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("\"observation\"")) {
                places.add(i);
            }
        }
        assertThat(places).hasSizeGreaterThan(10);
        List<String> other = new ArrayList<>(lines);
        for (int i = 0; i < places.size() / 2; i++) {
            Collections.swap(other, places.get(i), places.get(places.size() - 1 - i));
        }
        return other;
    }

    private Path judged(String machine, Path evidence, String... properties) throws IOException, InterruptedException {
        Path out = Files.createDirectory(folder.resolve(machine));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        Collections.addAll(command, properties);
        command.addAll(List.of(
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                "io.netgrade.cli.Main",
                "judge",
                evidence.toString(),
                "--level",
                "3.1",
                "--as-of",
                "2026-03-01"));
        FORMS.forEach(form -> {
            command.add("--format");
            command.add(form + "=" + out.resolve("report." + form));
        });
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.resolve("said").toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(out.resolve("said")))
                    .isIn(1, 2);
            return out;
        } finally {
            process.destroyForcibly();
        }
    }
}
