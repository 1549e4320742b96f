// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One run in several processes of its own, each killed with SIGKILL while it visits what rings a bell, but the last. */
final class KilledRun {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Doorbell bell;
    private final List<String> command;
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<Long> kills = new ArrayList<>();

    /** @param folder for what the processes print */
    KilledRun(Path folder, Doorbell bell, String... command) {
        this.folder = folder;
        this.bell = bell;
        this.command = List.of(command);
    }

    /** A process that is killed within so many milliseconds after the first that it visits. */
    void killed(int within, String... more) throws Exception {
        int before = visits();
        Process process = begun(more);
        await().atMost(PATIENCE).until(() -> visits() > before);
        TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(within));
        process.destroyForcibly().waitFor();
        kills.add(System.nanoTime());
        assertThat(process.exitValue()).as("killed by signal 9").isEqualTo(137);
    }

    /** A process that comes to its end, which is that of a run that was seen in part. */
    void ended(String... more) throws Exception {
        Process last = begun(more);
        assertThat(last.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(last.exitValue()).as(err()).isEqualTo(2);
    }

    Process begun(String... more) throws IOException {
        List<String> whole = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.netgrade.cli.Main"));
        whole.addAll(command);
        whole.addAll(List.of(more));
        return new ProcessBuilder(whole)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    /** So many addresses were visited, and none again that was done a second before its process was killed. */
    void visitedOnce(int addresses, String... silent) {
        assertThat(bell.rung()).as("seed %d", seed).hasSize(addresses);
        bell.rung().forEach((address, moments) -> {
            if (!Arrays.asList(silent).contains(address)) {
                assertThat(early(moments))
                        .as("seed %d: %s was asked again though it was done", seed, address)
                        .isEmpty();
            }
        });
    }

    /** Visits of before the last second of their process, where a later process visited again. */
    private List<Long> early(List<Long> moments) {
        List<Long> early = new ArrayList<>();
        for (long moment : moments.subList(0, moments.size() - 1)) {
            long kill = kills.stream().filter(at -> at > moment).findFirst().orElse(Long.MAX_VALUE);
            if (moment < kill - TimeUnit.SECONDS.toNanos(1)) {
                early.add(moment);
            }
        }
        return early;
    }

    private int visits() {
        return bell.rung().values().stream().mapToInt(List::size).sum();
    }

    /** The folders of the runs that a state directory keeps, the newest last. */
    static List<Path> runs(Path state) throws IOException {
        try (Stream<Path> runs = Files.list(state.resolve("runs"))) {
            return runs.sorted(Comparator.comparingLong(run -> run.toFile().lastModified()))
                    .toList();
        }
    }

    static Path newest(Path state) throws IOException {
        List<Path> runs = runs(state);
        return runs.get(runs.size() - 1);
    }
}
