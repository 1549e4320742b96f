// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Collected;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Run;
import io.netgrade.probe.Course;
import io.netgrade.probe.PacketTap;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.raw.TwoNetworks;
import io.netgrade.profile.Plan;
import io.netgrade.profile.PlanReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan with {@code discovery: syn}: ports are found by packets of our own, and only those that are open are connected to. */
class PlanSynTest {
    private static final int CLOSED = 200;
    private static final int OPEN = 7300;
    private static final String PLAN = """
            schema: netgrade.plan/1
            scope: {allow: [10.77.0.0/24]}
            probing: {discovery: %s}
            units:
              - {id: core, targets: [10.77.0.2], ports: "T:7100-7299,7300"}
            """;

    @TempDir
    private Path folder;

    /** What a run saw, and how many connections the kernel began meanwhile. */
    private record Seen(Collected collected, long connections) {
        long contacts(Status status) {
            return collected.attempts().stream()
                    .filter(attempt -> attempt.question().equals("connect") && attempt.status() == status)
                    .count();
        }
    }

    @Test
    void connectsToOpenPortsAlone() throws Exception {
        try (TwoNetworks networks = TwoNetworks.made();
                ServerSocket server =
                        networks.there(() -> new ServerSocket(OPEN, 50, InetAddress.getByName("10.77.0.2")))) {
            Thread greeting = new Thread(() -> greet(server), "greeting");
            greeting.setDaemon(true);
            greeting.start();

            Seen syn = networks.here(() -> assess("syn"));
            Seen connect = networks.here(() -> assess("connect"));

            for (Seen seen : List.of(syn, connect)) {
                assertThat(seen.contacts(Status.ANSWERED)).isEqualTo(1);
                assertThat(seen.contacts(Status.REFUSED)).isEqualTo(CLOSED);
                assertThat(seen.collected().observations())
                        .filteredOn(one -> one.fact().is(CommonFacts.SOFTWARE))
                        .extracting(one -> one.fact().text("product").orElse(""))
                        .contains("OpenSSH");
            }
            assertThat(syn.connections()).isPositive().isLessThan(CLOSED);
            assertThat(connect.connections()).isGreaterThan(CLOSED);
        }
    }

    /** Of the ports that are connected to each is open; the others were tried by SYN alone. */
    @Test
    void aHostOfManySilentServicesIsNoTarpit() throws Exception {
        List<ServerSocket> servers = new ArrayList<>();
        try (TwoNetworks networks = TwoNetworks.made()) {
            for (int i = 0; i < 20; i++) {
                int port = 7100 + 60 * i;
                servers.add(networks.there(() -> new ServerSocket(port, 50, InetAddress.getByName("10.77.0.2"))));
            }
            ProbeLimits quick = ProbeLimits.GENTLE
                    .withConnectionsPerSecond(1000)
                    .withPerHost(8)
                    .withGuesses(1, 1)
                    .withBannerWait(Duration.ofMillis(200))
                    .withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMillis(700));
            String plan = PLAN.replace("T:7100-7299,7300", "T:7100-8299");

            for (String way : List.of("syn", "connect")) {
                Seen seen = networks.here(() -> assess(plan, way, quick));

                assertThat(seen.contacts(Status.ANSWERED)).isEqualTo(20);
                assertThat(seen.contacts(Status.REFUSED)).isEqualTo(1_180);
                assertThat(seen.contacts(Status.FILTERED)).isZero();
            }
        } finally {
            for (ServerSocket server : servers) {
                server.close();
            }
        }
    }

    private Seen assess(String discovery) throws Exception {
        return assess(
                PLAN,
                discovery,
                ProbeLimits.GENTLE.withConnectionsPerSecond(1000).withPerHost(8));
    }

    private Seen assess(String text, String discovery, ProbeLimits limits) throws Exception {
        Path file = Files.writeString(folder.resolve(discovery + ".yaml"), text.formatted(discovery));
        Plan plan = new PlanReader(ProtocolCatalog.vocabulary(), TargetFile::read).read(file, Optional.empty());
        String way = plan.probing().discovery().orElseThrow();
        PlanTargets targets = PlanTargets.of(plan, plan.scope(), limits, Instant.now(), way, List.of(), Course.WHOLE);
        Run run = Runs.begin("assess", "0", "untrusted", true, Instant.now());
        long before = connectionsBegun();
        try (Collector collector = new Collector(Optional.empty())) {
            boolean all = PlanRun.question(
                    targets,
                    new TlsMeasures(Optional.empty(), Optional.empty()),
                    limits,
                    InstantSource.system(),
                    collector,
                    PacketTap.NONE,
                    UnitPlaces.NONE);
            assertThat(all).isTrue();
            return new Seen(collector.collected(run, Instant.now()), connectionsBegun() - before);
        }
    }

    /** Tcp.ActiveOpens (RFC 4022) of the namespace that the thread is in. */
    private static long connectionsBegun() throws Exception {
        List<String> lines = Files.readAllLines(Path.of("/proc/thread-self/net/snmp")).stream()
                .filter(line -> line.startsWith("Tcp:"))
                .toList();
        int column = List.of(lines.get(0).split(" ")).indexOf("ActiveOpens");
        return Long.parseLong(lines.get(1).split(" ")[column]);
    }

    private static void greet(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write("SSH-2.0-OpenSSH_9.2p1\r\n".getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().read();
            } catch (IOException over) {
                // The client has gone, or the test is over.
            }
        }
    }
}
