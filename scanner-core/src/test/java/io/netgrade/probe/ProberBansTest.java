// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hosts that turn us away midway, hosts that answer on every port, gear that is asked with more care. */
class ProberBansTest {
    private final Recorded recorded = new Recorded();

    @Test
    void whatSeemedClosedAfterTheHostTurnedUsAwayIsUnknown() throws Exception {
        List<LoopbackServer> self = new ArrayList<>();
        LoopbackServer server = LoopbackServer.running("127.0.9.1", socket -> {
            self.get(0).close();
            greeting(socket);
        });
        self.add(server);
        ProbeReport report = recorded.prober(Recorded.QUICK, new FakeProtocol("abc", true, server.port()))
                .run(List.of(withClosedPorts(server, 300)));

        long banned = report.firstContacts().getOrDefault(Status.BANNED, 0L);
        long refused = report.firstContacts().getOrDefault(Status.REFUSED, 0L);
        assertThat(banned + refused).as("all but the open one").isEqualTo(300);
        List<String> contacts = recorded.attempts().stream()
                .filter(attempt -> attempt.question().equals("connect"))
                .map(attempt -> attempt.endpoint() + " " + attempt.status().id())
                .toList();
        int open = contacts.indexOf("127.0.9.1:" + server.port() + "/tcp answered");
        assertThat(refused).as("only what was closed before it turned away").isLessThanOrEqualTo(open);
        assertThat(recorded.endings()).contains("connect.again refused");
        assertThat(report.unknownHosts())
                .singleElement()
                .asString()
                .startsWith("127.0.9.1: the host turns us away where it answered before: 3 connections failed at")
                .endsWith("; " + banned + " of its endpoints are unknown");
    }

    @Test
    void aHostThatLetsUsInIsKnockedAtAndItsClosedPortsAreClosed() throws Exception {
        try (LoopbackServer server = LoopbackServer.running("127.0.9.2", ProberBansTest::greeting)) {
            ProbeReport report = recorded.prober(Recorded.QUICK, new FakeProtocol("abc", true, server.port()))
                    .run(List.of(withClosedPorts(server, 300)));

            assertThat(report.firstContacts())
                    .containsEntry(Status.REFUSED, 300L)
                    .containsEntry(Status.ANSWERED, 1L);
            assertThat(report.unknownHosts()).isEmpty();
            long knocks = recorded.endings().stream()
                    .filter("connect.again answered"::equals)
                    .count();
            assertThat(knocks).as("8, 16, 32, 64, 128, and the last").isBetween(1L, 6L);
        }
    }

    @Test
    void aServiceThatSaysItTurnsUsAwayIsLeft() throws Exception {
        List<Integer> served = new ArrayList<>();
        try (LoopbackServer server = LoopbackServer.running("127.0.9.3", socket -> {
            served.add(1);
            if (served.size() > 2) {
                LoopbackServer.say(socket, "Not allowed at this time\r\n");
            } else {
                greeting(socket);
            }
        })) {
            FakeProtocol protocol =
                    FakeProtocol.talking("abc", 50, () -> new FakeProtocol.Greeting("ABC", true), server.port());
            recorded.prober(Recorded.QUICK, protocol).run(List.of(server.target()));

            assertThat(recorded.endings()).endsWith("abc.1 answered", "abc.2 not-this-protocol", "abc.3 banned");
            assertThat(recorded.attempt("abc.3").detail()).endsWith("it says: Not allowed at this time");
        }
    }

    @Test
    void aServiceThatClosesOnEachWrongGuessIsNoHostThatTurnsUsAway() throws Exception {
        try (LoopbackServer server = LoopbackServer.running("127.0.9.4", LoopbackServer::line)) {
            FakeProtocol[] many = IntStream.range(0, 12)
                    .mapToObj(i -> new FakeProtocol("p" + i, true, i + 1))
                    .toArray(FakeProtocol[]::new);
            recorded.prober(Recorded.QUICK, many).run(List.of(server.target()));

            assertThat(recorded.endings()).hasSize(14).endsWith("p11.greeting closed-early");
        }
    }

    @Test
    void aHostThatAnswersOnEveryPortIsSaidToAndNotListed() throws Exception {
        List<LoopbackServer> servers = listeners("127.0.9.5", 40, LoopbackServer::readToTheEnd);
        ProbeReport report = recorded.prober(Recorded.QUICK.withPerHost(4), new FakeProtocol("abc", true, 1))
                .run(targets(servers));

        assertThat(report.unknownHosts()).singleElement().asString().contains("the host answers on every port (");
        assertThat(report.firstContacts()).containsExactly(Map.entry(Status.FILTERED, 40L));
        assertThat(servers.stream().filter(server -> !server.accepted().isEmpty()))
                .as("the others were left alone")
                .hasSizeLessThan(24);
        close(servers);
    }

    @Test
    void openPortsThatWereChosenSayNothingOfTheOthers() throws Exception {
        List<LoopbackServer> servers = listeners("127.0.9.8", 40, LoopbackServer::readToTheEnd);
        ProbeReport report = recorded.prober(Recorded.QUICK.withPerHost(4), new FakeProtocol("abc", true, 1))
                .besides(Map.of(InetAddress.getByName("127.0.9.8"), 256))
                .run(targets(servers));

        assertThat(report.unknownHosts()).isEmpty();
        assertThat(report.firstContacts()).containsExactly(Map.entry(Status.ANSWERED, 40L));
        close(servers);
    }

    @Test
    void aHostOfManyServicesIsExaminedToItsEnd() throws Exception {
        List<LoopbackServer> servers = listeners("127.0.9.6", 40, ProberBansTest::greeting);
        ProbeReport report = recorded.prober(Recorded.QUICK.withPerHost(4), new FakeProtocol("abc", true, 1))
                .run(targets(servers));

        assertThat(report.unknownHosts()).isEmpty();
        assertThat(recorded.seen().stream().filter("abc service.recognised"::equals))
                .hasSize(40);
        close(servers);
    }

    @Test
    void controlGearIsAskedOneByOneWithAGap() throws Exception {
        List<LoopbackServer> servers = listeners("127.0.9.7", 3, ProberBansTest::greeting);
        Integer[] ports = servers.stream().map(LoopbackServer::port).toArray(Integer[]::new);
        FakeProtocol gear = FakeProtocol.talking("modbus", 3, () -> new FakeProtocol.Greeting("ABC", true), ports);
        recorded.prober(Recorded.QUICK.withGentleGap(java.time.Duration.ofMillis(120)), gear)
                .run(targets(servers));

        List<Long> times = servers.stream()
                .flatMap(server -> server.accepted().stream())
                .sorted()
                .toList();
        assertThat(times).hasSize(9);
        for (int i = 3; i < 9; i++) {
            long gap = TimeUnit.NANOSECONDS.toMillis(times.get(i) - times.get(i - 1));
            assertThat(gap).as("the %s-th", i).isGreaterThan(90);
        }
        close(servers);
    }

    @Test
    void theInquiryOfControlGearIsToldToSpareIt() throws Exception {
        assertThat(spared("modbus")).isPositive();
        assertThat(spared("abc")).isZero();
    }

    /** How often the inquiry of a protocol was told so before one of its three exchanges. */
    private int spared(String id) throws Exception {
        AtomicInteger told = new AtomicInteger();
        try (LoopbackServer server = LoopbackServer.running("127.0.9.9", ProberBansTest::greeting)) {
            FakeProtocol gear = new FakeProtocol(id, true, server.port()) {
                @Override
                public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
                    Inquiry thrice =
                            new Repeated(id, endpoint.transport(), 3, () -> new FakeProtocol.Greeting("ABC", true));
                    return Optional.of(new Told(thrice, told));
                }
            };
            new Recorded().prober(Recorded.QUICK, gear).run(List.of(server.target()));
        }
        return told.get();
    }

    private record Told(Inquiry inner, AtomicInteger spared) implements Inquiry {
        @Override
        public Optional<Exchange> next() {
            return inner.next();
        }

        @Override
        public void ended(Exchange exchange, Status status, List<Fact> stated) {
            inner.ended(exchange, status, stated);
        }

        @Override
        public void spare() {
            spared.incrementAndGet();
        }
    }

    @Test
    void aRunEndsInOrderWhenItsTimeIsOver() throws Exception {
        try (LoopbackServer server = LoopbackServer.running("127.0.9.8", LoopbackServer::readToTheEnd)) {
            ProbeLimits limits =
                    Recorded.QUICK.withConnectionsPerSecond(20).withWallTime(java.time.Duration.ofMillis(700));
            ProbeReport report = recorded.prober(limits, new FakeProtocol("abc", true, server.port()))
                    .run(List.of(withClosedPorts(server, 200)));

            assertThat(report.stopped()).isEqualTo("the time for the whole run is over (0.7 s)");
            assertThat(report.interrupted()).isFalse();
            assertThat(report.done()).isBetween(1L, 30L);
            assertThat(report.unreached()).isBetween(170L, 199L);
            assertThat(report.took().toMillis()).isBetween(690L, 10_000L);
        }
    }

    private static ProbeTarget withClosedPorts(LoopbackServer server, int closed) {
        int from = server.port() > 40_000 ? 20_000 : 50_000;
        String ports = from + "-" + (from + closed - 1) + "," + server.port();
        return new ProbeTarget(server.target().addresses(), PortSet.of(ports), PortSet.NONE);
    }

    private static List<LoopbackServer> listeners(String address, int count, LoopbackServer.Script script) {
        return IntStream.range(0, count)
                .mapToObj(i -> LoopbackServer.running(address, script))
                .collect(Collectors.toList());
    }

    private static List<ProbeTarget> targets(List<LoopbackServer> servers) {
        AddressRange address = servers.get(0).target().addresses();
        PortSet ports = PortSet.of(
                servers.stream().mapToInt(LoopbackServer::port).sorted().toArray());
        return List.of(new ProbeTarget(address, ports, PortSet.NONE));
    }

    private static void close(List<LoopbackServer> servers) throws IOException {
        for (LoopbackServer server : servers) {
            server.close();
        }
    }

    private static void greeting(Socket socket) throws IOException {
        LoopbackServer.line(socket);
        LoopbackServer.say(socket, "ABC\n");
        LoopbackServer.readToTheEnd(socket);
    }
}
