// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.fact.Collected;
import io.netgrade.fact.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The captures that ship with the project, and how a test looks through one. */
final class TestCaptures {
    private static final Instant THEN = Instant.parse("2026-11-23T12:00:00Z");

    private TestCaptures() {}

    static Path root() {
        return Path.of(Objects.requireNonNull(System.getProperty("netgrade.root")), "test-captures");
    }

    /** Every capture, in name order. */
    static List<Path> all() {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(file ->
                            file.toString().endsWith(".pcap") || file.toString().endsWith(".pcapng"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path capture) {
        return root().relativize(capture).toString();
    }

    static Collected examine(Path capture) {
        return collected(new CaptureInputs.Input(name(capture), capture), InputStream.nullInputStream());
    }

    /** As if the bytes came in on standard input. */
    static Collected examine(byte[] capture) {
        return collected(
                new CaptureInputs.Input(CaptureInputs.STANDARD_INPUT, Path.of("-")), new ByteArrayInputStream(capture));
    }

    private static Collected collected(CaptureInputs.Input input, InputStream standardInput) {
        Run run = new Run("test", "0", "analyze", THEN, THEN, "untrusted", true);
        try (Collector collector = new Collector(Optional.empty())) {
            Captures.examine(List.of(input), standardInput, collector, new ReadingWatch());
            return collector.collected(run, THEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
