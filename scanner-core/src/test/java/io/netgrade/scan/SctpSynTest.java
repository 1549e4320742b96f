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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code --discovery syn} of SCTP ports: INIT chunks find them, and associations of our own ask what is open. */
class SctpSynTest {
    private static final ProbeLimits LIMITS = ProbeLimits.GENTLE
            .withConnectionsPerSecond(1_000)
            .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));

    private final List<String> faults = new CopyOnWriteArrayList<>();

    @Test
    void whatAnInitFindsOpenIsAskedAndNothingElse() throws Exception {
        try (TwoNetworks networks = TwoNetworks.made();
                SctpServer server = networks.there(() -> new SctpServer(
                        Map.of(2905, (protocol, message) -> SignallingPeers.openGateway(faults, protocol, message)),
                        40))) {
            networks.commandThere(
                    "nft",
                    "add table inet t; add chain inet t c { type filter hook input priority -300; };"
                            + " add rule inet t c sctp dport 36412 drop;"
                            + " add rule inet t c sctp dport 36422 reject with icmp type admin-prohibited");
            Collected seen = networks.here(() -> probe("10.77.0.2", "2904,2905,36412,36422"));

            assertThat(attempts(seen))
                    .contains(
                            "2904 connect refused",
                            "2905 connect answered COOKIE ACK",
                            "2905 m3ua.asp-up answered",
                            "36412 connect filtered",
                            "36422 connect filtered ICMP: administratively prohibited")
                    .noneMatch(attempt -> attempt.matches("(2904|36412|36422) (?!connect).*"));
            assertThat(facts(seen)).contains("2905 m3ua.message", "2905 m3ua.peer-accepted");
            // The INIT of discovery and its ABORT, and an association that is shut down.
            assertThat(server.heard()).contains("2904 1", "2905 1", "2905 6", "2905 10", "2905 14");
            assertThat(server.heard()).doesNotContain("2904 10");
            assertThat(server.faults()).isEmpty();
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theSameOverIpv6() throws Exception {
        try (TwoNetworks networks = TwoNetworks.made();
                SctpServer server = networks.there(() -> SctpServer.overIpv6(
                        Map.of(3868, (protocol, message) -> SignallingPeers.node(faults, protocol, message)), 40))) {
            Collected seen = networks.here(() -> probe("fd77::2", "3867,3868"));

            assertThat(attempts(seen))
                    .contains(
                            "3867 connect refused",
                            "3868 connect answered COOKIE ACK",
                            "3868 diameter.capabilities answered");
            assertThat(facts(seen)).contains("3868 diameter.capabilities-exchange", "3868 diameter.node");
            assertThat(server.heard()).contains("3868 14");
            assertThat(server.faults()).isEmpty();
        }
        assertThat(faults).isEmpty();
    }

    /** It took the association: that much is known, and is not refused. */
    @Test
    void aServiceThatAbortsWhenItIsAskedHasReset() throws Exception {
        try (TwoNetworks networks = TwoNetworks.made();
                SctpServer server = networks.there(() ->
                        new SctpServer(Map.of(2905, (protocol, message) -> List.of(SctpServer.ABORT)), 1_000))) {
            Collected seen = networks.here(() -> probe("10.77.0.2", "2905"));

            assertThat(attempts(seen))
                    .contains("2905 connect answered COOKIE ACK")
                    .anyMatch(attempt -> attempt.startsWith("2905 m3ua.asp-up reset"));
            assertThat(facts(seen)).contains("2905 sctp.association").noneMatch(fact -> fact.contains("m3ua."));
            assertThat(server.faults()).isEmpty();
        }
    }

    private static Collected probe(String address, String ports) throws Exception {
        Scope scope = new Scope(
                List.of(AddressRange.of(address)), Set.of(), List.of(), PortSet.ALL, "test", Optional.empty());
        Targets targets = Targets.of(
                List.of(Target.of(address)), Targets.Ports.of(PortChoice.of("S:" + ports)), scope, Instant.now());
        try (Collector collector = new Collector(Optional.empty());
                RawProbing probing = RawProbing.open(
                        targets,
                        PortSet.of(ports),
                        ProtocolCatalog.asked(),
                        LIMITS,
                        Course.WHOLE,
                        InstantSource.system(),
                        collector,
                        new ProbeWatch(PacketTap.NONE, standing -> {}))) {
            assertThat(probing.examine(place -> "")).isTrue();
            return collector.collected(Runs.begin("scan", "0", "untrusted", true, Instant.now()), Instant.now());
        }
    }

    private static Set<String> attempts(Collected seen) {
        return seen.attempts().stream()
                .map(attempt -> (attempt.endpoint().port() + " " + attempt.question() + " "
                                + attempt.status().id() + " " + attempt.detail())
                        .strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> facts(Collected seen) {
        return seen.observations().stream()
                .map(observation -> observation.service().endpoint().port() + " "
                        + observation.fact().type())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
