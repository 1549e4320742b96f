// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.capture.PcapngWriter;
import io.netgrade.fact.Problem;
import io.netgrade.wire.ByteView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureInputsTest {
    @TempDir
    private Path folder;

    @Test
    void findsTheCapturesBelowADirectoryPackedOrNotAndNothingElse() throws IOException {
        capture("b.pcapng", 1);
        Files.writeString(folder.resolve("notes.txt"), "no capture");
        Files.writeString(folder.resolve("broken.gz"), "\u001f\u008b but not gzip");
        Path below = Files.createDirectories(folder.resolve("deep"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(below.resolve("a.log")))) {
            out.write(bytes(2));
        }

        assertThat(names(".")).containsExactly("b.pcapng", "deep/a.log");
    }

    @Test
    void putsTheFilesOfOneRecordingInTheOrderOfTheNumbersInTheirNames() throws IOException {
        for (String name : List.of("x.pcap", "x.pcap1", "x.pcap2", "x.pcap10")) {
            capture(name, 0);
        }
        capture("other.pcap", 5);

        assertThat(names(".")).containsExactly("other.pcap", "x.pcap", "x.pcap1", "x.pcap2", "x.pcap10");
        assertThat(names("x.pcap*")).containsExactly("x.pcap", "x.pcap1", "x.pcap2", "x.pcap10");
        assertThat(names("x.pcap10", "other.pcap", "x.pcap2", "x.pcap"))
                .as("as a shell may name them")
                .containsExactly("x.pcap", "x.pcap2", "x.pcap10", "other.pcap");
    }

    @Test
    void putsTheFilesOfARingInTheOrderOfTheirFrames() throws IOException {
        capture("ring1.pcap", 300);
        capture("ring2.pcap", 100);
        capture("ring3.pcap", 200);
        capture("ring-late.pcap", 50);

        assertThat(names(".")).containsExactly("ring-late.pcap", "ring2.pcap", "ring3.pcap", "ring1.pcap");
    }

    @Test
    void doesNotLookIntoWhatCanBeReadOnlyOnce() throws Exception {
        boolean made = true;
        for (String name : List.of("p1", "p2")) {
            made &= new ProcessBuilder("mkfifo", folder.resolve(name).toString())
                            .start()
                            .waitFor()
                    == 0;
        }
        org.junit.jupiter.api.Assumptions.assumeTrue(made, "skipped: mkfifo cannot make a named pipe here");

        assertThat(names("p2", "p1", "-")).containsExactly("p2", "p1", "-");
    }

    @Test
    void saysWhatIsNotThereOrHoldsNoCapture() throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        CaptureInputs inputs = CaptureInputs.of(List.of("none.pcap", "empty", "*.pcap"), folder);

        assertThat(inputs.files()).isEmpty();
        assertThat(inputs.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "none.pcap: no such file or directory",
                        "empty: no capture (pcap, pcapng) in it",
                        "*.pcap: no capture (pcap, pcapng) in it");
    }

    @Test
    void comparesNumbersInNamesAsNumbers() {
        List<String> sorted = Stream.of(
                        "a10", "a9", "a", "b1", "a09b", "a9b", "a00000000000000000000010c", "a1_2", "a1_10")
                .sorted(RotatedCaptures::compareNumbers)
                .toList();

        assertThat(sorted)
                .containsExactly("a", "a1_2", "a1_10", "a9", "a09b", "a9b", "a10", "a00000000000000000000010c", "b1");
    }

    private List<String> names(String... named) {
        CaptureInputs inputs = CaptureInputs.of(List.of(named), folder);
        assertThat(inputs.problems()).isEmpty();
        return inputs.files().stream().map(CaptureInputs.Input::name).toList();
    }

    private void capture(String name, int second) throws IOException {
        Files.write(folder.resolve(name), bytes(second));
    }

    private static byte[] bytes(int second) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PcapngWriter writer = new PcapngWriter(Channels.newChannel(out))) {
            writer.write(ByteView.of(new byte[60]), 1, second * 1_000_000_000L, 60);
        }
        return out.toByteArray();
    }
}
