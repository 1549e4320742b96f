// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortChoice;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.fact.Collected;
import io.netgrade.probe.Course;
import io.netgrade.probe.PacketTap;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.ProbeWatch;
import io.netgrade.probe.raw.SctpServer;
import io.netgrade.probe.raw.TwoNetworks;
import io.netgrade.protocol.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions over SCTP, from one network namespace to another. */
class SctpScanTest {
    private static final Scope SCOPE = new Scope(
            List.of(AddressRange.of("10.77.0.2")), Set.of(), List.of(), PortSet.ALL, "test", Optional.empty());

    @Test
    void gatewaysAndNodesAreAskedAndWhatNothingIsAskedOfIsNamedByItsPort(@TempDir Path folder) throws Exception {
        List<String> faults = new CopyOnWriteArrayList<>();
        Path recorded = folder.resolve("r.pcapng");
        Collected seen;
        try (TwoNetworks networks = TwoNetworks.made();
                SctpServer server = networks.there(() -> new SctpServer(
                        Map.of(
                                2905, (protocol, message) -> SignallingPeers.openGateway(faults, protocol, message),
                                3868, (protocol, message) -> SignallingPeers.node(faults, protocol, message),
                                36412,
                                        (protocol, message) -> {
                                            faults.add("S1AP was asked");
                                            return List.of();
                                        }),
                        40))) {
            try (Recording recording = Recording.to(recorded, faults::add)) {
                seen = networks.here(() -> scan("S:2904,2905,3868,36412", recording));
            }
            assertThat(server.faults()).isEmpty();
            assertThat(faults).isEmpty();
            // INIT, COOKIE ECHO, … SHUTDOWN, SHUTDOWN COMPLETE, and never ABORT.
            assertThat(server.heard())
                    .contains("2905 14", "3868 14", "36412 14")
                    .doesNotContain("2905 6", "3868 6");
        }
        assertThat(attempts(seen))
                .contains(
                        "2904 connect refused",
                        "2905 connect answered",
                        "2905 m3ua.asp-up answered",
                        "3868 connect answered",
                        "3868 diameter.capabilities answered",
                        "36412 connect answered",
                        "36412 banner timed-out");
        assertThat(facts(seen))
                .contains(
                        "m3ua confirmed m3ua.peer-accepted",
                        "m3ua confirmed m3ua.message",
                        "diameter confirmed diameter.capabilities-exchange",
                        "diameter confirmed diameter.carriage",
                        "diameter confirmed diameter.node",
                        "sctp confirmed sctp.association",
                        "s1ap port service.recognised");
        assertThat(said(passive(recorded))).containsAll(said(seen)).hasSizeGreaterThan(8);
        assertThat(complaints(recorded)).isEmpty();
    }

    @Test
    void aGatewayThatRefusesIsLeftAtOnce() throws Exception {
        List<String> faults = new CopyOnWriteArrayList<>();
        try (TwoNetworks networks = TwoNetworks.made();
                SctpServer server = networks.there(() -> new SctpServer(
                        Map.of(2905, (protocol, message) -> SignallingPeers.strictGateway(faults, protocol, message)),
                        1_000))) {
            Collected seen = networks.here(() -> scan("S:2905", PacketTap.NONE));
            assertThat(server.faults()).isEmpty();
            assertThat(faults).isEmpty();
            assertThat(facts(seen))
                    .contains("m3ua confirmed m3ua.message")
                    .doesNotContain("m3ua confirmed m3ua.peer-accepted");
        }
    }

    /** The daytime server of usrsctp says the time (RFC 867) to whoever comes, and leaves. */
    @Test
    void aServiceOfAnotherStackThatSpeaksFirstIsHeardAndLeft() throws Exception {
        try (TwoNetworks networks = TwoNetworks.made();
                UsrsctpProgram server = UsrsctpProgram.started(networks, "daytime_server")) {
            Collected seen = networks.here(() -> scan("S:13", PacketTap.NONE));
            assertThat(attempts(seen)).as(server.said()).contains("13 connect answered", "13 banner answered");
        }
    }

    /** The echo server of usrsctp: what it sends back is no answer in any protocol. */
    @Test
    void anEchoIsNoSignallingGateway(@TempDir Path folder) throws Exception {
        Path recorded = folder.resolve("echo.pcapng");
        try (TwoNetworks networks = TwoNetworks.made();
                UsrsctpProgram server = UsrsctpProgram.started(networks, "echo_server");
                Recording recording = Recording.to(recorded, line -> {})) {
            Protocol m3ua = new UsualAt(ProtocolCatalog.byId("m3ua").orElseThrow(), 7);
            Collected seen = networks.here(() -> scan("S:7", recording, List.of(m3ua)));
            assertThat(attempts(seen))
                    .as(server.said())
                    .contains("7 connect answered", "7 m3ua.asp-up not-this-protocol");
            assertThat(facts(seen))
                    .contains("sctp confirmed sctp.association")
                    .noneMatch(fact -> fact.startsWith("m3ua c"));
        }
        assertThat(complaints(recorded)).isEmpty();
    }

    private static Collected scan(String ports, PacketTap tap) throws IOException {
        return scan(ports, tap, ProtocolCatalog.asked());
    }

    private static Collected scan(String ports, PacketTap tap, List<Protocol> protocols) throws IOException {
        Targets targets = Targets.of(
                List.of(Target.of("10.77.0.2")), Targets.Ports.of(PortChoice.of(ports)), SCOPE, Instant.now());
        try (Collector collector = new Collector(Optional.empty())) {
            Probing.examine(
                    targets,
                    protocols,
                    ProbeLimits.GENTLE,
                    Course.WHOLE,
                    InstantSource.system(),
                    collector,
                    new ProbeWatch(tap, standing -> {}),
                    place -> "");
            return collector.collected(Runs.begin("scan", "0", "untrusted", true, Instant.now()), Instant.now());
        }
    }

    private static Collected passive(Path file) throws IOException {
        try (Collector collector = new Collector(Optional.empty())) {
            Captures.examine(
                    List.of(new CaptureInputs.Input(file.toString(), file)),
                    InputStream.nullInputStream(),
                    collector,
                    new ReadingWatch());
            return collector.collected(Runs.begin("analyze", "0", "untrusted", true, Instant.now()), Instant.now());
        }
    }

    private static Set<String> attempts(Collected seen) {
        return seen.attempts().stream()
                .map(attempt -> attempt.endpoint().port() + " " + attempt.question() + " "
                        + attempt.status().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> facts(Collected seen) {
        return seen.observations().stream()
                .map(observation -> observation.service().protocol() + " "
                        + observation.service().confidence().name().toLowerCase(Locale.ROOT) + " "
                        + observation.fact().type())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What was stated of the services that answered, word for word. */
    private static Set<String> said(Collected seen) {
        return seen.observations().stream()
                .filter(observation -> Set.of("m3ua", "diameter")
                        .contains(observation.service().protocol()))
                .map(observation -> observation.service() + " "
                        + observation.fact().type() + " " + observation.fact().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What Wireshark's dissectors warn of. */
    private static String complaints(Path file) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/tshark")), "needs tshark");
        Process tshark = new ProcessBuilder(
                        "tshark",
                        "-n",
                        "-r",
                        file.toString(),
                        "-o",
                        "sctp.checksum:CRC 32c",
                        "-Y",
                        "_ws.expert.severity >= 0x00400000")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(tshark.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tshark.waitFor()).isZero();
        return said;
    }
}
