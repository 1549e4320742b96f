// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Collected;
import io.netgrade.fact.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingWatchTest {
    private static final Instant THEN = Instant.parse("2026-11-23T12:00:00Z");
    private static final Path CAPTURE = TestCaptures.all().get(0);

    private final ReadingWatch watch = new ReadingWatch();

    @Test
    void saysHowFarTheReadingIsOverAllCaptures() throws IOException {
        long size = Files.size(CAPTURE);

        examine(List.of(file("one"), file("two")), InputStream.nullInputStream());

        assertThat(watch.state()).isEqualTo(new ReadingWatch.State("two", size, size, size));
    }

    @Test
    void keepsWhatWasReadUntilTheWordThatEndsIt() throws IOException {
        byte[] bytes = Files.readAllBytes(CAPTURE);
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int at, int count) {
                if (pos > bytes.length / 2) {
                    watch.stop();
                }
                return super.read(into, at, Math.min(count, 100));
            }
        };

        Collected collected =
                examine(List.of(new CaptureInputs.Input(CaptureInputs.STANDARD_INPUT, Path.of("-"))), slow);

        assertThat(collected.captures()).singleElement().satisfies(capture -> {
            assertThat(capture.packets()).isPositive();
            assertThat(capture.bytes()).isLessThan(bytes.length);
            assertThat(capture.problem())
                    .startsWith("interrupted near byte ")
                    .contains("everything before it was read");
        });
        assertThat(collected.observations()).isNotEmpty();
    }

    @Test
    void anInterruptedThreadNamesWhatItDidNotExamine() throws IOException {
        Thread.currentThread().interrupt();

        Collected collected = examine(List.of(file("one")), InputStream.nullInputStream());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(collected.captures()).isEmpty();
        assertThat(collected.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).isEqualTo("one: interrupted, not examined"));
    }

    private static CaptureInputs.Input file(String name) {
        return new CaptureInputs.Input(name, CAPTURE);
    }

    private Collected examine(List<CaptureInputs.Input> files, InputStream standardInput) throws IOException {
        Run run = new Run("test", "0", "analyze", THEN, THEN, "untrusted", true);
        try (Collector collector = new Collector(Optional.empty())) {
            Captures.examine(files, standardInput, collector, watch);
            return collector.collected(run, THEN);
        }
    }
}
