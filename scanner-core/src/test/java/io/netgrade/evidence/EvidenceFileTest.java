// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Problem;
import io.netgrade.fact.Run;
import io.netgrade.fact.Sighting;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceFileTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.000000123Z");
    private static final FactType KEY = FactType.of("test.key", "A key.")
            .text("type", "its type")
            .number("bits", "its size")
            .flag("strong", "whether")
            .instant("until", "its end")
            .names("names", "its names");
    private static final Run RUN = new Run("r1", "0.1.0", "scan", NOON, NOON.plusSeconds(9), "internal", true);

    @TempDir
    Path folder;

    @Test
    void readsBackWhatItWrote() throws Exception {
        Collected written = everything();

        Path file = write(written);

        assertThat(EvidenceReader.read(file, Map.of(KEY.id(), KEY))).isEqualTo(written);
    }

    @Test
    void keepsAllButACutLastLine() throws Exception {
        Path file = write(everything());
        String text = Files.readString(file);
        int lastObservation = text.indexOf("\"kind\":\"attempt\"");
        Files.writeString(file, text.substring(0, lastObservation));

        Collected read = EvidenceReader.read(file, Map.of(KEY.id(), KEY));

        assertThat(read.observations()).hasSize(1);
        assertThat(read.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("line 3 is cut and was left out"));
    }

    @Test
    void saysThatARunWithoutItsEndWasInterrupted() throws Exception {
        Path file = write(everything());
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.indexOf("{\"kind\":\"end\"")));

        Collected read = EvidenceReader.read(file, Map.of(KEY.id(), KEY));

        assertThat(read.problems()).hasSize(2);
        assertThat(read.problems().get(1).message()).contains("interrupted");
    }

    @Test
    void refusesEveryDamagedLineByItsNumber() throws Exception {
        Path file = write(everything());
        List<String> lines = Files.readAllLines(file);
        List<String> damages = List.of(
                "",
                "[]",
                "{\"kind\":\"observation\"}",
                "{\"kind\":\"wonder\"}",
                lines.get(0),
                lines.get(1).replace("\"bits\":2048", "\"bits\":\"many\""),
                lines.get(1).replace("192.0.2.7", "www.example.org"),
                lines.get(1).replace("\"port\":22", "\"port\":70000"),
                lines.get(1).substring(0, 40));

        for (String damage : damages) {
            Files.writeString(file, lines.get(0) + "\n" + damage + "\n" + lines.get(2) + "\n");

            assertThatThrownBy(() -> EvidenceReader.read(file, Map.of(KEY.id(), KEY)))
                    .as(damage)
                    .isInstanceOf(EvidenceFault.class)
                    .hasMessageContaining(file + ":2: damaged evidence");
        }
    }

    @Test
    void refusesAFileThatIsNoEvidence() throws Exception {
        Path file = folder.resolve("notes.txt");
        for (String text : List.of("", "hello", "hello\nthere\n", "{\"kind\":\"end\"}\n")) {
            Files.writeString(file, text);

            assertThatThrownBy(() -> EvidenceReader.read(file, Map.of()))
                    .as(text)
                    .isInstanceOf(EvidenceFault.class)
                    .hasMessageContaining(file + ":1:");
        }
    }

    @Test
    void neverWritesOverAnEarlierRun() throws Exception {
        Path file = write(everything());

        assertThatThrownBy(() -> EvidenceWriter.create(file, RUN)).isInstanceOf(IOException.class);
    }

    private Path write(Collected collected) throws IOException {
        Path file = folder.resolve("evidence.ndjson");
        try (EvidenceWriter writer = EvidenceWriter.create(file, collected.run())) {
            for (Observation seen : collected.observations()) {
                writer.observed(seen);
            }
            for (Attempt attempt : collected.attempts()) {
                writer.attempted(attempt);
            }
            for (CaptureCoverage capture : collected.captures()) {
                writer.captured(capture);
            }
            for (Problem problem : collected.problems()) {
                writer.problem(problem);
            }
            writer.finished(collected.run());
        }
        return file;
    }

    private static Collected everything() throws IOException {
        Endpoint endpoint = new Endpoint(InetAddress.getByName("192.0.2.7"), 22, Transport.TCP);
        Endpoint six = new Endpoint(InetAddress.getByName("2001:db8::7"), 53, Transport.UDP);
        Observation seen = new Observation(
                new Sighting(endpoint, "test", List.of("tls"), Confidence.LIKELY),
                KEY.partial("rsa\u001b[31m", 2048, true, NOON, List.of("a", "b\"c")),
                new Evidence(Evidence.Source.CAPTURE, NOON, "x.pcap", 9, "r\u00e9sum\u00e9\n"));
        return new Collected(
                RUN,
                List.of(seen),
                List.of(new Attempt(six, "dns.recursion", Attempt.Status.TIMED_OUT, "3 sent", NOON, 3000, 51, 0)),
                List.of(new CaptureCoverage(
                        "x.pcap",
                        "ab",
                        9,
                        800,
                        true,
                        "cut at byte 900",
                        1,
                        2,
                        Map.of(147, 3L),
                        4,
                        5,
                        6,
                        7,
                        Map.of("flow-table", 8L),
                        Optional.of(NOON),
                        Optional.empty())),
                List.of(new Problem("y.pcap", "y.pcap: no such file", true)));
    }
}
