// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Observation;
import io.netgrade.lab.Lab;
import io.netgrade.lab.LabServer;
import io.netgrade.lab.NginxServer;
import io.netgrade.lab.OpenSshServer;
import io.netgrade.lab.Place;
import io.netgrade.lab.RunningServer;
import io.netgrade.lab.SnmpServer;
import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.raw.BadWire.Conditions;
import io.netgrade.probe.raw.TwoNetworks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is learnt of real servers over a wire that loses, delays, reorders and doubles packets is what is learnt over a clean
 * one. Beside them are ten ports that say a word of no protocol, eighty that are closed, and ten of which packets are dropped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadWireLabTest {
    private static final String THERE = "10.77.0.2";
    private static final ProbeLimits LIMITS =
            ProbeLimits.GENTLE.withConnectionsPerSecond(500).withPerHost(8).withGuesses(2, 2);

    private static final Duration MOST = Duration.ofSeconds(90);

    private final List<AutoCloseable> running = new ArrayList<>();
    private TwoNetworks networks;
    private PortSet ports;
    private PortSet datagramPorts;
    private Look clean;

    /** What one run learnt. */
    private record Look(Collected collected, Duration took) {
        Set<String> facts(boolean complete) {
            return collected.observations().stream()
                    .filter(seen -> !complete || seen.fact().complete())
                    .map(Look::text)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private static String text(Observation seen) {
            return seen.service().endpoint() + " " + seen.service().layers()
                    + seen.service().protocol() + " " + seen.fact().type()
                    + (seen.fact().complete() ? " " : " in part ")
                    + seen.fact().value().toString().replaceFirst(", time=\\d+}", "}");
        }

        Set<Endpoint> open() {
            return contacts(Status.ANSWERED);
        }

        Set<Endpoint> contacts(Status status) {
            return collected.attempts().stream()
                    .filter(attempt -> attempt.question().equals("connect") && attempt.status() == status)
                    .map(Attempt::endpoint)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** A server of the lab at an address of the other network. */
    private record Elsewhere(LabServer server) implements LabServer {
        @Override
        public String name() {
            return server.name();
        }

        @Override
        public String address() {
            return THERE;
        }

        @Override
        public void prepare(Place place) throws IOException {
            server.prepare(place);
        }

        @Override
        public List<String> command(Place place) {
            return server.command(place);
        }

        @Override
        public boolean answers(Place place) throws IOException {
            return server.answers(place);
        }
    }

    @BeforeAll
    void servers() throws Exception {
        Lab.tree();
        networks = TwoNetworks.over(Conditions.CLEAN);
        networks.commandThere(
                "nft",
                "add table inet t; add chain inet t c { type filter hook input priority 0; };"
                        + " add rule inet t c tcp dport 6000-6009 drop");
        List<Integer> services = new ArrayList<>();
        for (LabServer server : List.of(OpenSshServer.strong(), NginxServer.strong(), SnmpServer.v2c())) {
            RunningServer started = networks.there(() -> Lab.start(new Elsewhere(server)));
            running.add(started);
            services.add(started.port());
        }
        for (int port = 4_100; port < 4_110; port++) {
            int speaking = port;
            ServerSocket listener = networks.there(() -> new ServerSocket(speaking, 64, InetAddress.getByName(THERE)));
            running.add(listener);
            Thread thread = new Thread(() -> speak(listener));
            thread.setDaemon(true);
            thread.start();
        }
        datagramPorts = PortSet.of(services.get(2));
        ports = PortSet.of("4100-4109,6000-6009,7000-7079," + services.get(0) + "," + services.get(1));
        clean = look();
    }

    @AfterAll
    void end() throws Exception {
        for (AutoCloseable each : running) {
            each.close();
        }
        if (networks != null) {
            networks.close();
        }
    }

    @Test
    void aCleanWireShowsThemAsTheyAre() {
        assertThat(clean.open()).hasSize(12);
        assertThat(clean.contacts(Status.REFUSED)).hasSize(80);
        assertThat(clean.contacts(Status.FILTERED)).hasSize(10);
        assertThat(clean.facts(true)).anyMatch(fact -> fact.contains("tls.suites-accepted"));
        assertThat(clean.facts(true)).anyMatch(fact -> fact.contains("ssh.key-exchanges-offered"));
        assertThat(clean.facts(false)).anyMatch(fact -> fact.contains("snmp.versions-answered"));
    }

    /** Loss, milliseconds one way and of jitter, share that is doubled. */
    @ParameterizedTest
    @CsvSource({"0.01,0,0,0", "0.05,0,0,0", "0,10,0,0", "0,100,0,0", "0,10,20,0", "0,5,5,0.2", "0.02,10,10,0.05"})
    void aBadWireShowsThemTheSame(double loss, int delay, int jitter, double doubled) throws Exception {
        networks.wire().become(new Conditions(loss, delay, jitter, doubled, 10));
        Look look = look();

        assertThat(look.open()).isEqualTo(clean.open());
        assertThat(look.contacts(Status.REFUSED)).isEqualTo(clean.contacts(Status.REFUSED));
        assertThat(look.contacts(Status.FILTERED)).isEqualTo(clean.contacts(Status.FILTERED));
        assertThat(look.facts(false)).isEqualTo(clean.facts(false));
        assertThat(look.took()).isLessThan(MOST);
    }

    @Test
    void aWireThatLosesOneInFiveHidesNoOpenPortAndMakesNothingUp() throws Exception {
        networks.wire().become(Conditions.CLEAN.losing(0.2));
        Look look = look();

        assertThat(look.open()).isEqualTo(clean.open());
        assertThat(look.contacts(Status.BANNED)).isEmpty();
        assertThat(look.facts(true))
                .as("what is complete is what it is")
                .isNotEmpty()
                .isSubsetOf(clean.facts(true));
        assertThat(look.took()).isLessThan(MOST);
        assertThat((double) networks.wire().lost()).isPositive();
    }

    private static void speak(ServerSocket listener) {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                socket.setSoTimeout(5_000);
                socket.getOutputStream().write(new byte[] {'?', '\r', '\n'});
                socket.getInputStream().readAllBytes();
            } catch (IOException e) {
                // That one is over; the next is spoken to, where there is one.
            }
        }
    }

    private Look look() throws Exception {
        long began = System.nanoTime();
        Scope scope = new Scope(
                List.of(AddressRange.of(THERE)), Set.of(), List.of(), PortSet.ALL, "the test", Optional.empty());
        Targets targets =
                Targets.of(List.of(Target.of(THERE)), new Targets.Ports(ports, datagramPorts), scope, Instant.now());
        try (Collector collector = new Collector(Optional.empty())) {
            networks.here(() -> {
                Probing.examine(
                        targets, ProtocolCatalog.asked(), LIMITS, Course.WHOLE, InstantSource.system(), collector);
                return null;
            });
            Collected collected =
                    collector.collected(Runs.begin("scan", "0", "untrusted", true, Instant.now()), Instant.now());
            return new Look(collected, Duration.ofNanos(System.nanoTime() - began));
        }
    }
}
