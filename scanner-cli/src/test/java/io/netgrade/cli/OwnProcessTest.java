// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, where libraries' logs and standard streams are what a user gets. */
class OwnProcessTest {
    @TempDir
    Path folder;

    @Test
    void standardOutputHoldsTheJsonAndNothingElse() throws IOException, InterruptedException {
        int code = run(
                "scan",
                "127.0.0.1:1",
                "--format",
                "json",
                "--state",
                folder.resolve("state").toString());

        assertThat(code).as("nothing answers there").isEqualTo(2);
        assertThat(Files.readString(folder.resolve("out"))).startsWith("{\n").endsWith("}\n");
        assertThat(Files.readAllLines(folder.resolve("err")))
                .as("a newer JVM may warn of native libraries; nothing below a warning is said")
                .noneMatch(line -> line.contains("DEBUG") || line.contains("INFO") || line.contains("Exception"));
    }

    @Test
    void aMistakeIsOneLineOnStandardError() throws IOException, InterruptedException {
        int code = run("analyze", "no-such.pcap");

        assertThat(code).isEqualTo(65);
        assertThat(Files.readAllLines(folder.resolve("err")))
                .containsExactly("netgrade: no-such.pcap: no such file or directory");
    }

    private int run(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                "io.netgrade.cli.Main"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
