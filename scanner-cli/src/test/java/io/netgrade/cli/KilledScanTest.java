// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netgrade.evidence.EvidenceReader;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempts;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.scan.RunPlace;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan in a process of its own, killed with SIGKILL wherever it is, and taken up again. */
class KilledScanTest {
    private static final String TARGETS = "127.9.0.0/22";
    private static final int ENDPOINTS = 1_024;
    private static final int KILLS = 3;
    /** These hold their first connection open, so that whoever asks them is long under way. */
    private static final String[] SILENT = {"127.9.0.7", "127.9.1.9", "127.9.2.11"};

    @TempDir
    Path folder;

    @Test
    void nothingIsLostAndNothingIsSentTwiceButOfTheLastSecond() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Long> kills = new ArrayList<>();
        try (Doorbell bell = new Doorbell(SILENT)) {
            Path first = killed(bell, random, kills);
            for (int i = 1; i < KILLS; i++) {
                killed(bell, random, kills, "--resume", first.toString());
            }
            Process last = scan(bell, "--resume", first.toString());

            assertThat(last.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(last.exitValue())
                    .as(Files.readString(folder.resolve("err")))
                    .isEqualTo(2);
            assertThat(bell.rung()).as("seed %d", seed).hasSize(ENDPOINTS);
            bell.rung().forEach((address, moments) -> {
                if (!Arrays.asList(SILENT).contains(address)) {
                    assertThat(early(moments, kills))
                            .as("seed %d: %s was asked again though it was done", seed, address)
                            .isEmpty();
                }
            });
            theEvidenceIsOfAllRuns();
        }
    }

    /** Visits of before the last second of their process, where a later process visited again. */
    private static List<Long> early(List<Long> moments, List<Long> kills) {
        List<Long> early = new ArrayList<>();
        for (long moment : moments.subList(0, moments.size() - 1)) {
            long kill = kills.stream().filter(at -> at > moment).findFirst().orElse(Long.MAX_VALUE);
            if (moment < kill - TimeUnit.SECONDS.toNanos(1)) {
                early.add(moment);
            }
        }
        return early;
    }

    private void theEvidenceIsOfAllRuns() throws Exception {
        Path newest = runs().get(runs().size() - 1);
        Attempts attempts = EvidenceReader.read(newest.resolve("evidence.ndjson"), ProtocolCatalog.facts())
                .attempts();

        assertThat(attempts.stream()
                        .filter(attempt -> attempt.question().equals("connect"))
                        .map(Attempt::endpoint)
                        .distinct())
                .hasSize(ENDPOINTS);
        assertThat(RunPlace.read(newest).over()).isTrue();
        assertThat(RunPlace.read(newest).standing().next()).isEqualTo(ENDPOINTS);
    }

    @Test
    void whatDiffersIsRefusedInOneLine() throws Exception {
        try (Doorbell bell = new Doorbell()) {
            Process process = scan(bell);
            await().atMost(Duration.ofSeconds(60)).until(() -> bell.rung().size() > 20);
            Path run = runs().get(0);

            Ran goingOn = resumed(run, TARGETS, "-p", "T:" + bell.port());
            process.destroyForcibly().waitFor();

            assertThat(goingOn.code()).isEqualTo(4);
            assertThat(goingOn.said()).containsExactly("netgrade: --resume: " + run + ": that run is still going on");
            String mend = "; to go on, name the same targets, ports, seed and shard";
            assertThat(resumed(run, "127.9.0.0/23", "-p", "T:" + bell.port()).said())
                    .containsExactly("netgrade: --resume: " + run
                            + ": that run was of other targets, or their names have other addresses now" + mend);
            assertThat(resumed(run, TARGETS, "-p", "T:9").said())
                    .containsExactly("netgrade: --resume: " + run + ": that run was of other ports" + mend);
            assertThat(resumed(run, TARGETS, "-p", "T:" + bell.port(), "--seed", "8")
                            .said())
                    .containsExactly("netgrade: --resume: " + run + ": that run was with --seed 0" + mend);
            Ran other = resumed(run, TARGETS, "-p", "T:" + bell.port(), "--shard", "1/2");
            assertThat(other.code()).isEqualTo(64);
            assertThat(other.said())
                    .containsExactly("netgrade: --resume: " + run + ": that run was with --shard 1/1" + mend);
            assertThat(resumed(folder.resolve("nowhere"), TARGETS).code()).isEqualTo(64);
        }
    }

    private Ran resumed(Path run, String... more) {
        List<String> args = new ArrayList<>(List.of("scan", "--state", folder.toString(), "--resume", run.toString()));
        args.addAll(List.of(more));
        return Ran.netgrade(args.toArray(String[]::new));
    }

    /** A scan that is killed somewhere in its first seconds; its folder. */
    private Path killed(Doorbell bell, Random random, List<Long> kills, String... more) throws Exception {
        int before = visits(bell);
        Process process = scan(bell, more);
        await().atMost(Duration.ofSeconds(60)).until(() -> visits(bell) > before);
        TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(2_200));
        process.destroyForcibly().waitFor();
        kills.add(System.nanoTime());
        assertThat(process.exitValue()).as("killed by signal 9").isEqualTo(137);
        return runs().get(runs().size() - 1);
    }

    private static int visits(Doorbell bell) {
        return bell.rung().values().stream().mapToInt(List::size).sum();
    }

    private List<Path> runs() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            return runs.sorted(Comparator.comparingLong(run -> run.toFile().lastModified()))
                    .toList();
        }
    }

    private Process scan(Doorbell bell, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.netgrade.cli.Main",
                "scan",
                TARGETS,
                "-p",
                "T:" + bell.port(),
                "--rate",
                "120",
                "-q",
                "--state",
                folder.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }
}
