// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netgrade.evidence.EvidenceReader;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Evidence;
import io.netgrade.scan.PlanPlace;
import io.netgrade.scan.ProtocolCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run of a plan in a process of its own, killed with SIGKILL wherever it is, and taken up again. */
class KilledPlanTest {
    private static final int ENDPOINTS = 256 + 512 + 64;
    private static final int KILLS = 4;
    private static final String CAPTURE = "openssh-9.2p1-strong.pcap";
    /** These hold their first connection open, so that whoever asks them is long under way. */
    private static final String[] SILENT = {"127.11.0.7", "127.12.1.9"};

    @TempDir
    Path folder;

    @Test
    void nothingIsLostAndNothingIsSentTwiceButOfTheLastSecond() throws Exception {
        try (Doorbell bell = new Doorbell(SILENT)) {
            plan(bell, "127.12.0.0/23");
            KilledRun run = assess(bell);
            run.killed(1_500);
            for (int i = 1; i < KILLS; i++) {
                run.killed(1_500, "--resume");
            }
            run.ended("--resume");

            run.visitedOnce(ENDPOINTS, SILENT);
            theEvidenceIsOfAllRuns();
            Ran again = Ran.netgrade(command("--resume"));
            assertThat(again.code()).isEqualTo(64);
            assertThat(again.said())
                    .singleElement()
                    .asString()
                    .contains("that run examined everything; netgrade judge ");
        }
    }

    private void theEvidenceIsOfAllRuns() throws Exception {
        Collected all = evidence(newest());

        assertThat(all.attempts().stream()
                        .filter(attempt -> attempt.question().equals("connect"))
                        .map(Attempt::endpoint)
                        .distinct())
                .hasSize(ENDPOINTS);
        assertThat(all.captures()).extracting(CaptureCoverage::file).containsExactly(CAPTURE);
        Path alone = folder.resolve("alone.ndjson");
        Ran.netgrade("analyze", folder.resolve(CAPTURE).toString(), "-q", "--evidence", alone.toString());
        assertThat(ofCapture(all))
                .isNotEmpty()
                .isEqualTo(ofCapture(EvidenceReader.read(alone, ProtocolCatalog.facts())));
        assertThat(PlanPlace.read(newest()).over()).isTrue();
    }

    private static List<String> ofCapture(Collected collected) {
        return collected.observations().stream()
                .filter(seen -> seen.evidence().source() == Evidence.Source.CAPTURE)
                .map(seen -> seen.service() + " " + seen.fact() + " "
                        + seen.evidence().frame())
                .toList();
    }

    @Test
    void whatDiffersIsRefusedInOneLine() throws Exception {
        try (Doorbell bell = new Doorbell()) {
            Ran none = refused(bell, "127.12.0.0/23", Map.of());
            assertThat(none.code()).isEqualTo(64);
            assertThat(none.said())
                    .containsExactly("netgrade: --resume: " + folder.resolve("plan.yaml")
                            + ": no run of this plan was interrupted; run it without --resume");

            Process process = assess(bell).begun();
            await().atMost(Duration.ofSeconds(60)).until(() -> bell.rung().size() > 20);
            Ran goingOn = Ran.netgrade(command("--resume"));
            process.destroyForcibly().waitFor();

            assertThat(goingOn.code()).isEqualTo(4);
            assertThat(goingOn.said())
                    .containsExactly("netgrade: " + folder.resolve("plan.yaml")
                            + ": another run of this plan is going on; nothing was done");
            String begin = "netgrade: --resume: " + newest() + ": that run was ";
            String mend = "; put that back to go on, or begin anew without --resume";
            assertThat(refused(bell, "127.12.0.0/24", Map.of()).said())
                    .containsExactly(
                            begin + "of unit b of other targets, or their names have other addresses now" + mend);
            assertThat(refused(bell, "127.12.0.0/23", Map.of("id: c", "id: d")).said())
                    .containsExactly(begin + "of other units with targets: c is gone or changed" + mend);
            assertThat(refused(bell, "127.12.0.0/23", Map.of("units:", "consent: {default-communities: true}\nunits:"))
                            .said())
                    .containsExactly(begin + "with other consent or media files" + mend);
            assertThat(refused(bell, "127.12.0.0/23", Map.of("units:", "vantage: internal\nunits:"))
                            .said())
                    .containsExactly(begin + "from the vantage untrusted" + mend);
            assertThat(refused(bell, "127.12.0.0/23", Map.of("captures: [" + CAPTURE + "]", "targets: [127.13.0.1]"))
                            .said())
                    .containsExactly(begin + "of other captures: " + CAPTURE + " is gone or changed" + mend);
            Files.writeString(folder.resolve(CAPTURE), "x", java.nio.file.StandardOpenOption.APPEND);
            assertThat(refused(bell, "127.12.0.0/23", Map.of()).said())
                    .containsExactly(begin + "of another " + CAPTURE + mend);
        }
    }

    @Test
    void whatItIsJudgedByMayChangeAfterATermination() throws Exception {
        try (Doorbell bell = new Doorbell()) {
            plan(bell, "127.12.0.0/30");
            KilledRun run = assess(bell);
            Process process = run.begun("--rate", "5");
            await().atMost(Duration.ofSeconds(60)).until(() -> bell.rung().size() > 2);
            process.destroy();

            assertThat(process.waitFor()).isEqualTo(143);
            String err = run.err();
            assertThat(err)
                    .containsPattern(
                            "interrupted: \\d+ of 256 endpoints were not visited \\(unit a\\); to go on: the same command with --resume\n");
            assertThat(err)
                    .contains(
                            "interrupted: unit b: its 4 endpoints were not visited; to go on: the same command with --resume\n");
            Files.writeString(
                    folder.resolve("plan.yaml"),
                    Files.readString(folder.resolve("plan.yaml"))
                            .replace("id: b,", "id: b, title: Other, required: '2',"));
            Ran ran = Ran.netgrade(command("--resume", "--rate", "5000"));

            assertThat(ran.code()).as(ran.err()).isEqualTo(2);
            assertThat(ran.err()).doesNotContain("not visited");
            assertThat(bell.rung()).hasSize(256 + 4 + 64);
            assertThat(PlanPlace.read(newest()).over()).isTrue();
        }
    }

    private Ran refused(Doorbell bell, String targets, Map<String, String> other) throws IOException {
        plan(bell, targets);
        Path file = folder.resolve("plan.yaml");
        String text = Files.readString(file);
        for (Map.Entry<String, String> change : other.entrySet()) {
            text = text.replace(change.getKey(), change.getValue());
        }
        Files.writeString(file, text);
        Ran ran = Ran.netgrade(command("--resume"));
        assertThat(ran.code()).as(ran.err()).isEqualTo(64);
        plan(bell, "127.12.0.0/23");
        return ran;
    }

    private void plan(Doorbell bell, String second) throws IOException {
        if (!Files.exists(folder.resolve(CAPTURE))) {
            Files.copy(
                    Path.of(Ran.capture("ssh/" + CAPTURE)),
                    folder.resolve(CAPTURE),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(folder.resolve("plan.yaml"), """
                schema: netgrade.plan/1
                probing: {rate: 120}
                units:
                  - {id: a, targets: [127.11.0.0/24], ports: "T:%1$s"}
                  - {id: recorded, captures: [%3$s]}
                  - {id: b, targets: [%2$s], ports: "T:%1$s"}
                  - {id: c, targets: [127.13.0.0/26], ports: "T:%1$s"}
                """.formatted(bell.port(), second, CAPTURE));
    }

    private static Collected evidence(Path run) throws Exception {
        return EvidenceReader.read(run.resolve("evidence.ndjson"), ProtocolCatalog.facts());
    }

    private Path newest() throws IOException {
        return KilledRun.newest(folder.resolve("state"));
    }

    private String[] command(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "assess",
                folder.resolve("plan.yaml").toString(),
                "-q",
                "--state",
                folder.resolve("state").toString()));
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }

    private KilledRun assess(Doorbell bell) {
        return new KilledRun(folder, bell, command());
    }
}
