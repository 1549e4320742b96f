// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.evidence.EvidenceFault;
import io.netgrade.evidence.EvidenceReader;
import io.netgrade.evidence.EvidenceWriter;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempts;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Run;
import io.netgrade.fact.SomeAttempts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts that share lines of the evidence file come back from it. */
class AttemptsOnFileTest {
    private static final Run RUN =
            new Run("run", "0", "scan", SomeAttempts.BEGIN, SomeAttempts.BEGIN, "untrusted", true);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void comeBackInTheOrderOfEachEndpoint(long seed) throws Exception {
        List<Attempt> list = new SomeAttempts(seed).many(30_000);

        Path file = written(list, "evidence.ndjson");

        assertThat(byEndpoint(read(file))).isEqualTo(byEndpoint(Attempts.of(list)));
        assertThat(Files.size(file)).isLessThan(30_000 * 100);
    }

    @Test
    void aRunThatTakesAnotherUpHoldsBoth() throws Exception {
        SomeAttempts some = new SomeAttempts(5);
        List<Attempt> first = some.many(10_000);
        List<Attempt> second = some.many(10_000);
        Collected earlier = EvidenceReader.read(written(first, "first.ndjson"), Map.of());
        Path file = folder.resolve("second.ndjson");
        try (Collector collector = new Collector(Optional.of(EvidenceWriter.create(file, RUN)))) {
            collector.include(earlier);
            second.forEach(collector::attemptedAmongOthers);
            collector.collected(RUN, Instant.now());
        }

        List<Attempt> both = new java.util.ArrayList<>(first);
        both.addAll(second);
        assertThat(byEndpoint(read(file))).isEqualTo(byEndpoint(Attempts.of(both)));
    }

    @Test
    void areOnTheDiskOnceTheyAreForced() throws Exception {
        List<Attempt> list = new SomeAttempts(6).many(5_000);
        Path file = folder.resolve("growing.ndjson");
        try (Collector collector = new Collector(Optional.of(EvidenceWriter.create(file, RUN)))) {
            list.forEach(collector::attemptedAmongOthers);
            collector.settle();
            collector.force();

            assertThat(read(file).size()).isEqualTo(list.size());
        }
    }

    @Test
    void hostileLinesAreRefused() throws Exception {
        String begin = Files.readAllLines(written(List.of(), "empty.ndjson")).get(0);
        String good = "{\"kind\":\"attempts\",\"transport\":\"tcp\",\"question\":\"connect\",\"status\":\"refused\","
                + "\"detail\":\"\",\"from\":\"2026-11-30T12:00:00Z\",\"to\":\"2026-11-30T12:00:00Z\",\"millis\":0,"
                + "\"sent\":0,\"ports\":{\"192.0.2.1\":\"1-8190\",\"2001:db8::1\":\"7,9\"}}";
        Path file = folder.resolve("hostile.ndjson");
        Files.writeString(file, begin + "\n" + good + "\n");
        assertThat(read(file).size()).isEqualTo(8_192);

        for (String bad : List.of(
                good.replace("7,9", "7-9"),
                good.replace("7,9", "1-65535"),
                good.replace("7,9", "0"),
                good.replace("7,9", ""),
                good.replace("\"7,9\"", "[7]"),
                good.replace("2001:db8::1", "www.example.org"),
                good.replace("refused", "wonder"),
                good.replace("tcp", "smoke"),
                good.replace("2026-11-30T12:00:00Z", "noon"),
                good.replace("\"ports\"", "\"doors\""))) {
            Files.writeString(file, begin + "\n" + bad + "\n");

            assertThatThrownBy(() -> read(file))
                    .as(bad)
                    .isInstanceOf(EvidenceFault.class)
                    .hasMessageContaining(file + ":2: damaged evidence");
        }
    }

    private Path written(List<Attempt> attempts, String name) throws Exception {
        Path file = folder.resolve(name);
        try (Collector collector = new Collector(Optional.of(EvidenceWriter.create(file, RUN)))) {
            attempts.forEach(collector::attemptedAmongOthers);
            collector.collected(RUN, SomeAttempts.BEGIN);
        }
        return file;
    }

    private static Attempts read(Path file) throws Exception {
        return EvidenceReader.read(file, Map.of()).attempts();
    }

    private static Map<Endpoint, List<String>> byEndpoint(Attempts attempts) {
        return attempts.stream()
                .collect(Collectors.groupingBy(
                        Attempt::endpoint,
                        HashMap::new,
                        Collectors.mapping(
                                attempt -> attempt.question() + " " + attempt.status() + " " + attempt.detail() + " "
                                        + attempt.sent() + " " + attempt.received(),
                                Collectors.toList())));
    }
}
