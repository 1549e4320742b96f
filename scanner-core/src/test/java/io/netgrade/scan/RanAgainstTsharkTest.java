// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.capture.CaptureReader;
import io.netgrade.fact.Fact;
import io.netgrade.flow.FlowLimits;
import io.netgrade.flow.PacketEye;
import io.netgrade.wire.ByteView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What netgrade reads of each frame with NGAP in public captures of a 5G core, against what tshark reads of it: procedure,
 * kind of message, security header of NAS, its message, the algorithms and the scheme of a SUCI. Each frame is looked at
 * alone, as tshark deciphers nothing.
 */
class RanAgainstTsharkTest {
    private static final Path CAPTURES = PublicCaptures.ROOT.resolve("pyscasso");
    private static final int FIRST = 1;

    @Test
    void readsOfEveryFrameWhatTsharkReads() throws Exception {
        assumeTrue(Files.isDirectory(CAPTURES), "skipped: no public captures at " + CAPTURES);
        List<String> expected = expected();
        List<String> ours = new ArrayList<>();
        for (String capture :
                expected.stream().map(line -> line.split("\t", -1)[0]).collect(Collectors.toCollection(TreeSet::new))) {
            CaptureReader.read(CAPTURES.resolve(capture), (frame, linkType, time, captured, onWire, number) -> {
                String line = line(capture, number, facts(frame, linkType, time));
                if (!line.isEmpty()) {
                    ours.add(line);
                }
            });
        }

        System.out.printf("%d frames with NGAP, read as tshark does%n", expected.size());
        assertThat(ours).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<Fact> facts(ByteView frame, int linkType, long time) {
        List<Fact> facts = new ArrayList<>();
        try (PacketEye eye =
                new PacketEye(ProtocolCatalog.all(), FlowLimits.standard(), seen -> facts.add(seen.fact()))) {
            eye.begin("one frame");
            eye.frame(frame, linkType, time, frame.length(), frame.length(), FIRST);
            assertThat(eye.end().faults()).isEmpty();
        }
        return facts;
    }

    /** One line as in the table of tshark's; empty where the frame has no NGAP. */
    private static String line(String capture, long number, List<Fact> facts) {
        Map<String, Set<String>> words = new TreeMap<>();
        for (Fact fact : facts) {
            switch (fact.type()) {
                case "ngap.procedure" -> {
                    add(words, "procedure", fact, "procedure");
                    add(words, "kind", fact, "message");
                }
                case "ngap.nas-message" -> {
                    add(words, "header", fact, "header");
                    add(words, "message", fact, "message");
                }
                case "ngap.nas-security" -> {
                    add(words, "ciphering", fact, "ciphering");
                    add(words, "integrity", fact, "integrity");
                }
                case "ngap.subscriber-concealment" -> add(words, "scheme", fact, "scheme");
                default -> {
                    // tshark's table has no column for it.
                }
            }
        }
        if (words.isEmpty()) {
            return "";
        }
        return capture + "\t" + number + "\t"
                + List.of("kind", "procedure", "header", "message", "ciphering", "integrity", "scheme").stream()
                        .map(column -> String.join(",", words.getOrDefault(column, new TreeSet<>())))
                        .collect(Collectors.joining("\t"));
    }

    private static void add(Map<String, Set<String>> words, String column, Fact fact, String field) {
        fact.text(field)
                .filter(word -> !word.equals("hidden"))
                .ifPresent(word ->
                        words.computeIfAbsent(column, none -> new TreeSet<>()).add(word));
    }

    private static List<String> expected() throws IOException {
        try (var stream = Objects.requireNonNull(RanAgainstTsharkTest.class.getResourceAsStream("ngap-tshark.tsv"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
