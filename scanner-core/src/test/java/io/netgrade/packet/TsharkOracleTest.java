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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** tshark reads the same below every link header, and in captures with odd ones and with datagrams in parts. */
class TsharkOracleTest {
    private static final Path CAPTURES = Path.of(System.getProperty("netgrade.root", ".."), "..", "shared", "captures")
            .normalize();

    /** What tshark 4.0 takes for something else, and why. */
    private static final Map<String, String> TSHARK_DIFFERS = Map.of(
            "mpls alone", "it does not know link type 219",
            "pseudowire", "its heuristic takes stations that begin with a zero for a control word",
            "pseudowire with control word", "its heuristic looks at the stations before the control word",
            "pseudowire to stations like ipv4", "it does not look whether the checksum is right",
            "ppp of pppd", "it does not know that the direction replaces the address",
            "nflog", "the file is big-endian, and it takes the frame to be so too");

    @TempDir
    private Path folder;

    private final Packet packet = new Packet(Fragments.standard());

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

        assertThat(theirs).hasSize(frames.size());
        for (int i = 0; i < frames.size(); i++) {
            assertThat(theirs.get(i).endsWith(" 5000 6000"))
                    .as(frames.get(i).name())
                    .isNotEqualTo(TSHARK_DIFFERS.containsKey(frames.get(i).name()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ndpi/dns_fragmented.pcap",
                "ndpi/smb_frags.pcap",
                "ndpi/gtp_c.pcap",
                "arkime/mpls-basic.pcap",
                "ndpi/dlt_ppp.pcap",
                "arkime/nflog.pcap",
                "arkime/twovlan.pcap",
                "mercury/sll2_tls.pcap"
            })
    void readsTheEndsOfEveryDatagramAsTsharkDoes(String name) throws Exception {
        Path file = CAPTURES.resolve(name);
        assumeTrue(isThere("tshark"), "skipped: no tshark on the path (apt-get install tshark)");
        assumeTrue(Files.exists(file), "skipped: no public capture at " + file);
        List<String> theirs = tshark(file);
        List<String> ours = new ArrayList<>();

        CaptureReader.read(
                file,
                (frame, linkType, time, captured, original, number) ->
                        ours.add(ends(packet.read(frame, linkType, original, time))));

        assertThat(ours).isEqualTo(theirs);
        assertThat(ours).anyMatch(line -> !line.isBlank());
    }

    private String ends(Kind kind) {
        return kind == Kind.TCP || kind == Kind.UDP
                ? kind + " " + packet.sourcePort() + " " + packet.destinationPort()
                : "";
    }

    /** A line for each frame; of headers one within another, the outermost. */
    private List<String> tshark(Path file) throws Exception {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString(), "-T", "fields"));
        command.addAll(List.of("-E", "occurrence=f", "-E", "separator= "));
        for (String field : List.of("tcp.srcport", "tcp.dstport", "udp.srcport", "udp.dstport")) {
            command.addAll(List.of("-e", field));
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text.lines().map(TsharkOracleTest::named).toList();
    }

    private static String named(String line) {
        String ports = line.strip();
        return ports.isEmpty() ? "" : (line.startsWith("  ") ? "UDP " : "TCP ") + ports;
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
