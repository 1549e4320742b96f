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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        try (Doorbell bell = new Doorbell(SILENT)) {
            KilledRun run = scan(bell);
            run.killed(2_200);
            String first = KilledRun.newest(folder).toString();
            for (int i = 1; i < KILLS; i++) {
                run.killed(2_200, "--resume", first);
            }
            run.ended("--resume", first);

            run.visitedOnce(ENDPOINTS, SILENT);
            theEvidenceIsOfAllRuns();
        }
    }

    private void theEvidenceIsOfAllRuns() throws Exception {
        Path newest = KilledRun.newest(folder);
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
            Process process = scan(bell).begun();
            await().atMost(Duration.ofSeconds(60)).until(() -> bell.rung().size() > 20);
            Path run = KilledRun.newest(folder);

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

    private KilledRun scan(Doorbell bell) {
        return new KilledRun(
                folder,
                bell,
                "scan",
                TARGETS,
                "-p",
                "T:" + bell.port(),
                "--rate",
                "120",
                "-q",
                "--state",
                folder.toString());
    }
}
