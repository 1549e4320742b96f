// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.fact.Attempt;
import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.ProbeTarget;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a kernel's own TCP, in namespaces of the test's own. */
class RawDiscoveryTest {
    private static final ProbeLimits LIMITS = ProbeLimits.GENTLE
            .withConnectionsPerSecond(2_000)
            .withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final List<Attempt> attempts = new ArrayList<>();
    private final List<ServerSocketChannel> servers = new ArrayList<>();
    private TwoNetworks networks;

    @BeforeEach
    void networks() throws Exception {
        networks = TwoNetworks.made();
    }

    @AfterEach
    void end() throws Exception {
        for (ServerSocketChannel server : servers) {
            server.close();
        }
        networks.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.77.0.2", "fd77::2"})
    void openClosedDroppedAndForbiddenAreToldApart(String address) throws Exception {
        listenThere(1_000, 1_001, 2_000, 3_000);
        boolean six = address.contains(":");
        rule(networks::commandThere, "tcp dport 2000-2003 drop");
        rule(
                networks::commandThere,
                "tcp dport 3000 reject with " + (six ? "icmpv6" : "icmp") + " type admin-prohibited");

        Stretch found = discover(allowing(address), LIMITS, address, "1000-1003,2000-2003,3000");

        assertThat(found.interrupted()).isFalse();
        assertThat(found.end()).isEqualTo(9);
        assertThat(open(found)).containsExactly(1_000, 1_001);
        assertThat(told("refused")).containsExactly("1002", "1003");
        assertThat(told("filtered"))
                .containsExactly("2000", "2001", "2002", "2003", "3000 ICMP: administratively prohibited");
        assertThat(attempts)
                .allSatisfy(attempt -> assertThat(attempt.question()).isEqualTo("connect"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1"})
    void theLoopbackInterfaceIsFoundOpenAndClosed(String address) throws Exception {
        networks.here(() -> listen(1_000));

        Stretch found = discover(Scope.NOTHING, LIMITS, address, "1000-1002");

        assertThat(open(found)).containsExactly(1_000);
        assertThat(told("refused")).containsExactly("1001", "1002");
    }

    @Test
    void aHostThatAnswersOnEveryPortIsSaidToAndNotListed() throws Exception {
        listenThere(IntStream.rangeClosed(1_000, 2_099).toArray());
        List<String> listed = new ArrayList<>();
        List<String> everyPort = new ArrayList<>();

        Stretch all = list("10.77.0.2", "1000-2099", listed, everyPort);

        assertThat(listed).isEmpty();
        assertThat(everyPort)
                .containsExactly("10.77.0.2: the host answers on every port (1100 of 1100 ports picked at random were "
                        + "open), as a tarpit does, or a filter that answers in its name");
        assertThat(all.endings()).containsExactly(Map.entry(Attempt.Status.FILTERED, 1_100L));

        Stretch half = list("10.77.0.2", "1000-3199", listed, everyPort);

        assertThat(everyPort).hasSize(1);
        assertThat(listed).hasSize(1_100).startsWith("10.77.0.2:1000/tcp").endsWith("10.77.0.2:2099/tcp");
        assertThat(half.endings())
                .containsOnly(Map.entry(Attempt.Status.ANSWERED, 1_100L), Map.entry(Attempt.Status.REFUSED, 1_100L));
    }

    private Stretch list(String address, String ports, List<String> listed, List<String> everyPort) throws Exception {
        return networks.here(() -> {
            try (RawDiscovery discovery = open(allowing(address), LIMITS, address, ports)) {
                return discovery.list(0, endpoint -> listed.add(endpoint.toString()), everyPort::add);
            }
        });
    }

    @Test
    void nothingLeavesThatTheScopeDoesNotName() throws Exception {
        listenThere(1_000, 1_001, 1_002);
        Scope scope = new Scope(
                List.of(AddressRange.of("10.77.0.2-4"), AddressRange.of("fd77::2")),
                java.util.Set.of(),
                List.of(AddressRange.of("10.77.0.3")),
                PortSet.of("1000-1001"),
                "test",
                Optional.empty());
        List<String> heard;
        try (WireTap tap = networks.there(() -> new WireTap(TwoNetworks.THERE_WIRE))) {
            discover(scope, LIMITS, "10.77.0.1-6", "999-1002");
            heard = tap.heard();
        }

        assertThat(heard.stream().filter(line -> line.startsWith("SYN")).distinct())
                .containsExactlyInAnyOrder(
                        "SYN 10.77.0.2:1000/tcp",
                        "SYN 10.77.0.2:1001/tcp",
                        "SYN 10.77.0.4:1000/tcp",
                        "SYN 10.77.0.4:1001/tcp");
        assertThat(heard.stream().filter(line -> !line.startsWith("SYN") && line.contains("tcp")))
                .allMatch(line -> line.startsWith("RST 10.77.0.2") || line.startsWith("RST 10.77.0.4"));
        assertThat(attempts.stream().filter(each -> each.status() == Attempt.Status.OUT_OF_SCOPE))
                .hasSize(20);
        assertThat(attempts).anySatisfy(each -> {
            assertThat(Endpoint.text(each.endpoint().address())).isEqualTo("10.77.0.3");
            assertThat(each.detail()).isEqualTo("the scope denies 10.77.0.3");
        });
    }

    /** So fast and so many that two threads send. */
    @Test
    void bothThreadsKeepToTheScopeAndNothingIsLeftOut() throws Exception {
        listenThere(1_000, 3_333, 5_999);
        Scope scope = new Scope(
                List.of(AddressRange.of("10.77.0.2-5")),
                java.util.Set.of(),
                List.of(AddressRange.of("10.77.0.3")),
                PortSet.of("1000-5998"),
                "test",
                Optional.empty());
        Set<String> asked;
        Stretch found;
        try (WireTap tap = networks.there(() -> new WireTap(TwoNetworks.THERE_WIRE))) {
            found = discover(scope, LIMITS.withConnectionsPerSecond(100_000), "10.77.0.2-5", "1000-5999");
            asked = tap.heard().stream().filter(line -> line.startsWith("SYN")).collect(Collectors.toSet());
        }

        Set<String> permitted = new java.util.HashSet<>();
        for (int last : List.of(2, 4, 5)) {
            IntStream.range(1_000, 5_999).forEach(port -> permitted.add("SYN 10.77.0." + last + ":" + port + "/tcp"));
        }
        // The tap may be behind; what has answered shows that all were asked.
        assertThat(permitted).containsAll(asked);
        assertThat(asked).isNotEmpty();
        assertThat(open(found)).containsExactly(1_000, 1_000, 1_000, 3_333, 3_333, 3_333);
        assertThat(found.endings())
                .containsEntry(Attempt.Status.OUT_OF_SCOPE, 5_003L)
                .containsEntry(Attempt.Status.REFUSED, 14_991L);
    }

    @Test
    void anEndedAuthorisationSendsNothing() throws Exception {
        Scope ended = new Scope(
                List.of(AddressRange.of("10.77.0.2")),
                java.util.Set.of(),
                List.of(),
                PortSet.ALL,
                "test",
                Optional.of(java.time.Instant.EPOCH));
        try (WireTap tap = networks.there(() -> new WireTap(TwoNetworks.THERE_WIRE))) {
            discover(ended, LIMITS, "10.77.0.2", "1000-1003");
            assertThat(tap.heard()).noneMatch(line -> line.contains("tcp"));
        }
        assertThat(told("out-of-scope")).hasSize(4);
    }

    @Test
    void whatTheWireLosesIsAskedAgainUntilItIsFound() throws Exception {
        int[] ports = IntStream.range(1_000, 1_400).toArray();
        listenThere(ports);
        rule(networks::commandThere, "tcp dport 1000-1399 numgen random mod 100 < 30 drop");

        Stretch found = discover(allowing("10.77.0.2"), LIMITS, "10.77.0.2", "1000-1399,5000-5099");

        assertThat(open(found)).hasSizeGreaterThanOrEqualTo(399);
        assertThat(open(found)).allMatch(port -> port < 1_400);
    }

    @ParameterizedTest
    @CsvSource({"false, 1000", "true, 1000", "false, 100000", "true, 100000"})
    void nothingIsLeftHalfOpenEvenWhereAFilterKeepsAnswersFromTheSystem(boolean filtered, int pace) throws Exception {
        listenThere(1_000, 1_001, 1_002, 1_003);
        if (filtered) {
            rule(networks::commandHere, "tcp sport 1000-1003 drop");
        }
        try (WireTap tap = networks.there(() -> new WireTap(TwoNetworks.THERE_WIRE))) {
            Stretch found =
                    discover(allowing("10.77.0.2"), LIMITS.withConnectionsPerSecond(pace), "10.77.0.2", "1000-1003");

            assertThat(open(found)).hasSize(4);
            assertThat(tap.heard().stream()
                            .filter(line -> line.startsWith("RST"))
                            .distinct())
                    .hasSize(4);
        }
        assertThat(halfOpenThere()).isFalse();
    }

    /** At a pace that two threads keep: once the system was seen to end what open ports began, nothing else does. */
    @ParameterizedTest
    @ValueSource(strings = {"10.77.0.2", "fd77::2"})
    void noRstOfOurOwnFollowsThatOfTheSystem(String address) throws Exception {
        int[] ports = IntStream.range(1_000, 1_200).toArray();
        listenThere(ports);
        try (WireTap tap = networks.there(() -> new WireTap(TwoNetworks.THERE_WIRE))) {
            Stretch found = discover(allowing(address), LIMITS.withConnectionsPerSecond(100_000), address, "1000-1199");

            assertThat(open(found)).hasSize(200);
            List<String> heard = tap.heard();
            List<String> resets =
                    heard.stream().filter(line -> line.startsWith("RST")).toList();
            assertThat(Set.copyOf(resets).size()).isEqualTo(200);
            assertThat(resets.size()).as("one for each SYN that was answered").isLessThanOrEqualTo((int)
                    heard.stream().filter(line -> line.startsWith("SYN")).count());
        }
    }

    @Test
    void thePaceIsKept() throws Exception {
        listenThere(1_000);
        long began = System.nanoTime();

        discover(allowing("10.77.0.2"), LIMITS.withConnectionsPerSecond(100), "10.77.0.2", "1000-1099");

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(960), Duration.ofSeconds(20));
    }

    @Test
    void anAddressWithoutAWayIsUnreachable() throws Exception {
        Stretch found = discover(allowing("192.0.2.1"), LIMITS, "192.0.2.1", "1000-1001");

        assertThat(open(found)).isEmpty();
        assertThat(told("unreachable")).containsExactly("1000 no route", "1001 no route");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100_000})
    void anInterruptEndsItAndLeavesThePlace(int perSecond) throws Exception {
        Stretch stretch = networks.here(() -> {
            try (RawDiscovery discovery = open(
                    allowing("10.77.0.2"), LIMITS.withConnectionsPerSecond(perSecond), "10.77.0.2", "1000-20000")) {
                Thread.currentThread().interrupt();
                Stretch found = discovery.discover(0, attempts::add);
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                return found;
            }
        });

        assertThat(stretch.interrupted()).isTrue();
        assertThat(stretch.end()).isZero();
        assertThat(attempts).isEmpty();
    }

    /** Of the sockets of the other namespace, a request that waits for its end is in state 03 (SYN_RECV). */
    private boolean halfOpenThere() throws Exception {
        String sockets = networks.there(() -> Files.readString(Path.of("/proc/thread-self/net/tcp"))
                + Files.readString(Path.of("/proc/thread-self/net/tcp6")));
        assertThat(sockets).contains(" 0A ");
        return sockets.contains(" 03 ");
    }

    private interface Command {
        void run(String... words) throws Exception;
    }

    private static void rule(Command command, String rule) throws Exception {
        command.run(
                "nft",
                "add table inet t; add chain inet t c { type filter hook input priority -300; }; add rule inet t c "
                        + rule);
    }

    private Stretch discover(Scope scope, ProbeLimits limits, String addresses, String ports) throws Exception {
        return networks.here(() -> {
            try (RawDiscovery discovery = open(scope, limits, addresses, ports)) {
                return discovery.discover(0, attempts::add);
            }
        });
    }

    private static RawDiscovery open(Scope scope, ProbeLimits limits, String addresses, String ports) throws Exception {
        ProbeTarget target = new ProbeTarget(AddressRange.of(addresses), PortSet.of(ports), PortSet.of(53));
        return RawDiscovery.tcp(List.of(target), Course.WHOLE, scope, limits, InstantSource.system());
    }

    private static Scope allowing(String range) {
        return new Scope(
                List.of(AddressRange.of(range)), java.util.Set.of(), List.of(), PortSet.ALL, "test", Optional.empty());
    }

    private void listenThere(int... ports) throws Exception {
        networks.there(() -> listen(ports));
    }

    private boolean listen(int... ports) throws Exception {
        for (int port : ports) {
            servers.add(ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getByName("::"), port), 16));
        }
        return true;
    }

    private static List<Integer> open(Stretch found) {
        return found.open().stream()
                .flatMap(host -> host.tcp().stream().boxed())
                .sorted()
                .toList();
    }

    private Set<String> told(String status) {
        return attempts.stream()
                .filter(attempt -> attempt.status().id().equals(status))
                .map(attempt -> (attempt.endpoint().port() + " " + attempt.detail()).strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
