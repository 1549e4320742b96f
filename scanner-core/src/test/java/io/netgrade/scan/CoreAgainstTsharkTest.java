// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.capture.CaptureReader;
import io.netgrade.fact.Fact;
import io.netgrade.flow.FlowLimits;
import io.netgrade.flow.PacketEye;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What netgrade reads of the tunnels and the SS7 of a mobile core in public captures, against what tshark reads of them. */
class CoreAgainstTsharkTest {

    /** A row of the table: what tshark read in how many frames, and why netgrade reads another number where it does. */
    private record Row(String capture, String protocol, String words, int frames, int ours, String reason) {
        static Row of(String line) {
            String[] columns = line.split("\t", -1);
            return new Row(
                    columns[0],
                    columns[1],
                    columns[2],
                    Integer.parseInt(columns[3]),
                    Integer.parseInt(columns[4]),
                    columns[5]);
        }

        String key() {
            return capture + "\t" + protocol + "\t" + words;
        }
    }

    @Test
    void readsTheMessagesThatTsharkReads() throws Exception {
        assumeTrue(Files.isDirectory(PublicCaptures.ROOT), "skipped: no public captures at " + PublicCaptures.ROOT);
        List<Row> rows = rows();
        Map<String, Integer> ours = new HashMap<>();
        for (String capture : new TreeSet<>(rows.stream().map(Row::capture).toList())) {
            count(PublicCaptures.ROOT.resolve(capture), capture, ours);
        }

        int frames = 0;
        int same = 0;
        for (Row row : rows) {
            int read = Objects.requireNonNullElse(ours.remove(row.key()), 0);
            assertThat(read).as(row.key()).isEqualTo(row.ours());
            assertThat(row.reason().isEmpty()).as(row.key()).isEqualTo(row.ours() == row.frames());
            frames += row.frames();
            same += Math.min(read, row.frames());
        }
        System.out.printf("of %d messages of tshark %d are read%n", frames, same);
        assertThat(ours).as("read, but not by tshark").isEmpty();
    }

    /** Each frame is looked at alone, as what was said before is not said again. */
    private static void count(Path file, String capture, Map<String, Integer> counts) throws Exception {
        CaptureReader.read(file, (frame, linkType, time, captured, onWire, number) -> {
            List<Fact> facts = new ArrayList<>();
            try (PacketEye eye =
                    new PacketEye(ProtocolCatalog.all(), FlowLimits.standard(), seen -> facts.add(seen.fact()))) {
                eye.begin(capture);
                eye.frame(frame, linkType, time, frame.length(), onWire, 1);
                assertThat(eye.end().faults()).isEmpty();
            }
            for (Fact fact : facts) {
                String words = words(fact);
                if (!words.isEmpty()) {
                    counts.merge(capture + "\t" + words, 1, Integer::sum);
                }
            }
        });
    }

    private static String words(Fact fact) {
        return switch (fact.type()) {
            case "gtp-c.message" -> "gtp-c\t" + fact.text("message").orElse("");
            case "gtp-u.message" -> "gtp-u\t" + fact.text("message").orElse("");
            case "pfcp.message" -> "pfcp\t" + fact.text("message").orElse("");
            case "m3ua.traffic", "m2ua.traffic" ->
                fact.type().substring(0, 4) + "\t" + fact.number("originating").orElse(-1L) + " "
                        + fact.number("destination").orElse(-1L) + " "
                        + fact.text("network").orElse("") + " "
                        + fact.text("user").orElse("");
            case "m3ua.operation", "m2ua.operation" ->
                fact.type().substring(0, 4) + "\t" + fact.text("user").orElse("") + " "
                        + fact.number("code").orElse(-1L) + " "
                        + fact.text("component").orElse("");
            default -> "";
        };
    }

    private static List<Row> rows() throws IOException {
        try (var stream = Objects.requireNonNull(CoreAgainstTsharkTest.class.getResourceAsStream("core-tshark.tsv"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Row::of)
                    .toList();
        }
    }
}
