// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.testing.WrittenDialogue;
import java.io.File;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dialogues of signalling links, against what tshark reads of the same frames when told the network's standard. */
class SignallingAgainstTsharkTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "link-itu, ITU",
        "link-signal-units, ITU",
        "link-with-header, ITU",
        "link-isup, ITU",
        "link-wide, Chinese ITU",
        "link-ansi, ANSI",
        "link-japan, Japan",
    })
    void readsThePointCodesAndOperationsThatTsharkReads(String name, String standard) throws Exception {
        assumeTrue(isThere("tshark"), "skipped: no tshark");
        WrittenDialogue dialogue = WrittenDialogue.read(DialoguesTest.FOLDER.resolve("ss7/" + name + ".dialogue"));
        DialogueFrames frames = new DialogueFrames(dialogue, dialogue.port());
        List<byte[]> sent = frames.frames(true, 0);
        Set<String> points = new TreeSet<>();
        Set<String> operations = new TreeSet<>();
        for (String line : tshark(sent, frames.linkType(), standard)) {
            String[] read = line.split("\t", -1);
            if (!read[0].isEmpty()) {
                points.add(read[0] + " " + read[1] + " " + Integer.decode(read[2]));
            }
            operations.add(read[3] + read[4]);
        }
        operations.remove("");

        Set<String> ourPoints = new TreeSet<>();
        Set<String> ourOperations = new TreeSet<>();
        for (Observation seen : DialogueFrames.look(sent, frames.linkType()).observations()) {
            count(seen.fact(), ourPoints, ourOperations);
        }

        assertThat(ourPoints).isEqualTo(points).isNotEmpty();
        // Of ANSI MAP tshark has another field.
        assertThat(standard.equals("ANSI") ? Set.of() : ourOperations).isEqualTo(operations);
    }

    private static void count(Fact fact, Set<String> points, Set<String> operations) {
        if (fact.type().endsWith(".traffic")) {
            long network = List.of("international", "international-spare", "national", "national-spare")
                    .indexOf(fact.text("network").orElse(""));
            points.add(fact.number("originating").orElse(-1L) + " "
                    + fact.number("destination").orElse(-1L) + " " + network);
        } else if (fact.type().endsWith(".operation")) {
            operations.add(String.valueOf(fact.number("code").orElse(-1L)));
        }
    }

    private List<String> tshark(List<byte[]> frames, int linkType, String standard) throws Exception {
        Path capture = folder.resolve("frames.pcap");
        Files.write(capture, pcap(frames, linkType));
        List<String> command = List.of(
                "tshark",
                "-r",
                capture.toString(),
                "-o",
                "mtp3.standard:" + standard,
                "-T",
                "fields",
                "-e",
                "mtp3.opc",
                "-e",
                "mtp3.dpc",
                "-e",
                "mtp3.network_indicator",
                "-e",
                "gsm_old.localValue",
                "-e",
                "camel.local");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text.lines().toList();
    }

    private static byte[] pcap(List<byte[]> frames, int linkType) {
        int size = 24 + frames.stream().mapToInt(frame -> 16 + frame.length).sum();
        ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0xA1B2_C3D4).putShort((short) 2).putShort((short) 4).putLong(0);
        file.putInt(65_535).putInt(linkType);
        for (byte[] frame : frames) {
            file.putLong(0).putInt(frame.length).putInt(frame.length).put(frame);
        }
        return file.array();
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
