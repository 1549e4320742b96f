// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.fact.Collected;
import io.netgrade.lab.BindServer;
import io.netgrade.lab.FreePorts;
import io.netgrade.lab.Lab;
import io.netgrade.lab.LabServer;
import io.netgrade.lab.NginxServer;
import io.netgrade.lab.OpenSshServer;
import io.netgrade.lab.RedisServer;
import io.netgrade.lab.RunningServer;
import io.netgrade.lab.SnmpServer;
import io.netgrade.lab.VsftpdServer;
import io.netgrade.probe.Course;
import io.netgrade.probe.PacketTap;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.ProbeWatch;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a probe records is a capture of it: the passive eye finds the same services there, and tshark has nothing to say. */
class ProbeRecordingTest {
    private static final ProbeLimits LIMITS = ProbeLimits.GENTLE
            .withConnectionsPerSecond(500)
            .withTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(2))
            .withBannerWait(Duration.ofMillis(800));

    @TempDir
    private Path folder;

    static Stream<LabServer> servers() {
        return Stream.of(
                OpenSshServer.strong(),
                NginxServer.strong(),
                NginxServer.plain(),
                VsftpdServer.withTls(),
                RedisServer.open(),
                SnmpServer.v3(),
                BindServer.authoritative());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void thePassiveEyeFindsTheSameServicesInIt(LabServer server) throws Exception {
        Path file = folder.resolve("probe.pcapng");
        List<String> said = new ArrayList<>();
        Collected probed;
        try (RunningServer running = Lab.start(server);
                Recording recording = Recording.to(file, said::add)) {
            probed = probe(running.address(), running.port(), recording);
        }
        Collected read = analysed(file);

        assertThat(said).isEmpty();
        assertThat(visible(services(probed))).isNotEmpty();
        assertThat(services(read)).as(server.name()).isEqualTo(visible(services(probed)));
        assertThat(read.problems()).isEmpty();
        assertThat(read.captures()).singleElement().satisfies(capture -> {
            assertThat(capture.truncated()).isFalse();
            assertThat(capture.malformed()).isZero();
        });
        assertThat(complaints(file)).isEmpty();
    }

    /** What is inside TLS that the probe opened itself is ciphertext on the wire. */
    private static Set<String> visible(Set<String> services) {
        return services.stream()
                .filter(service -> !service.startsWith("tls/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void overIpv6Too() throws Exception {
        Path file = folder.resolve("six.pcapng");
        try (ServerSocket listener = listener("::1");
                Recording recording = Recording.to(file, line -> {})) {
            Thread server = new Thread(() -> greet(listener));
            server.start();
            probe("::1", listener.getLocalPort(), recording);
        }

        assertThat(services(analysed(file))).containsExactly("ssh");
        assertThat(complaints(file)).isEmpty();
    }

    private static ServerSocket listener(String address) throws IOException {
        return new ServerSocket(FreePorts.next(), 9, InetAddress.getByName(address));
    }

    /** Greets whoever comes until the listener is closed. */
    private static void greet(ServerSocket listener) {
        boolean closed = false;
        while (!closed) {
            try (Socket socket = listener.accept()) {
                socket.getOutputStream().write("SSH-2.0-of-a-test\r\n".getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The probe has left, or the test is over.
                closed = listener.isClosed();
            }
        }
    }

    @Test
    void aClosedPortIsASynAndAReset() throws Exception {
        Path file = folder.resolve("closed.pcapng");
        try (Recording recording = Recording.to(file, line -> {})) {
            probe("127.0.0.1", FreePorts.next(), recording);
        }

        assertThat(tshark(file, "-Y", "tcp", "-T", "fields", "-e", "tcp.flags")).containsExactly("0x0002", "0x0014");
    }

    @Test
    void onlyItsOwnerMayReadItAndNothingIsWrittenOver() throws Exception {
        Path file = folder.resolve("private.pcapng");
        Recording.to(file, line -> {}).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> Recording.to(file, line -> {})).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aFullDiskEndsTheRecordingAndNotTheProbe() throws Exception {
        List<String> said = new ArrayList<>();
        Collected probed;
        try (ServerSocket listener = listener("127.0.0.1");
                Recording recording = new Recording("full.pcapng", new FullDisk(), said::add)) {
            Thread server = new Thread(() -> greet(listener));
            server.start();
            probed = probe("127.0.0.1", listener.getLocalPort(), recording);
        }

        assertThat(services(probed)).containsExactly("ssh");
        assertThat(said)
                .containsExactly("full.pcapng: the recording ends here, the probe goes on: No space left on device");
    }

    private static final class FullDisk implements WritableByteChannel {
        @Override
        public int write(ByteBuffer bytes) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private static Collected probe(String address, int port, PacketTap tap) throws IOException {
        PortSet ports = PortSet.of(port);
        Targets targets =
                Targets.of(List.of(Target.of(address)), new Targets.Ports(ports, ports), Scope.NOTHING, Instant.now());
        try (Collector collector = new Collector(Optional.empty())) {
            Probing.examine(
                    targets,
                    ProtocolCatalog.asked(),
                    LIMITS,
                    Course.WHOLE,
                    InstantSource.system(),
                    collector,
                    new ProbeWatch(tap, standing -> {}),
                    place -> "");
            return collector.collected(Runs.begin("scan", "0", "untrusted", true, Instant.now()), Instant.now());
        }
    }

    private static Collected analysed(Path file) throws IOException {
        try (Collector collector = new Collector(Optional.empty())) {
            Captures.examine(
                    List.of(new CaptureInputs.Input(file.toString(), file)),
                    java.io.InputStream.nullInputStream(),
                    collector,
                    new ReadingWatch());
            return collector.collected(Runs.begin("analyze", "0", "untrusted", true, Instant.now()), Instant.now());
        }
    }

    private static Set<String> services(Collected collected) {
        return collected.observations().stream()
                .filter(seen -> seen.service().confidence() == io.netgrade.fact.Confidence.CONFIRMED)
                .map(seen -> String.join("/", seen.service().layers())
                        + (seen.service().layers().isEmpty() ? "" : "/")
                        + seen.service().protocol())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Wrong checksums, lost and repeated segments, connections that make no sense. What is inside is left aside, as tshark
     * takes it for whatever is usual at a port, and the servers are at ports drawn by lot.
     */
    private static List<String> complaints(Path file) throws Exception {
        String bad = "ip.checksum.status == 0 || tcp.checksum.status == 0 || udp.checksum.status == 0"
                + " || tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment || tcp.analysis.retransmission"
                + " || tcp.analysis.out_of_order || _ws.malformed";
        return tshark(
                file,
                "-d",
                "tcp.port==1-65535,data",
                "-d",
                "udp.port==1-65535,data",
                "-o",
                "ip.check_checksum:TRUE",
                "-o",
                "tcp.check_checksum:TRUE",
                "-o",
                "udp.check_checksum:TRUE",
                "-Y",
                bad);
    }

    private static List<String> tshark(Path file, String... more) throws Exception {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "tshark")));
        assumeTrue(there, "skipped: no tshark on the path (apt-get install tshark)");
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text.lines().toList();
    }
}
