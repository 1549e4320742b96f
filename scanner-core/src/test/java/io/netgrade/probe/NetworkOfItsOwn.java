// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A network namespace with nothing but a loopback device in it, where a test may drop and reject as it likes. */
final class NetworkOfItsOwn {
    private NetworkOfItsOwn() {}

    /**
     * Runs a class's main method in one, after some commands that prepare it; skips the test where this machine gives no
     * rights to make one or a command does not work.
     *
     * @return what it wrote
     */
    static List<String> run(Path folder, String prepare, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        String needs = "set -e\nip link set lo up\n" + prepare;
        Path said = folder.resolve("said");
        int ready = process(folder, said, List.of("sh", "-c", needs));
        assumeTrue(ready == 0, () -> "no network namespace with: " + prepare + ": " + read(said));
        List<String> command = new ArrayList<>(List.of("sh", "-c", needs + "\nexec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx128m", "-cp", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        assertThat(process(folder, said, command)).as(() -> read(said)).isZero();
        return read(said).lines().toList();
    }

    private static int process(Path folder, Path said, List<String> command) throws IOException, InterruptedException {
        boolean root = "root".equals(System.getProperty("user.name"));
        List<String> all = new ArrayList<>(List.of("unshare", root ? "-n" : "-rn"));
        all.addAll(command);
        Process process;
        try {
            process = new ProcessBuilder(all)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException e) {
            Files.writeString(said, "no unshare: " + e.getMessage());
            return -1;
        }
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("not over after 90 s: " + read(said));
        }
        return process.exitValue();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "nothing was said: " + e.getMessage();
        }
    }
}
