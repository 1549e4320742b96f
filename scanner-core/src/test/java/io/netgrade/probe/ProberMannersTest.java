// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.protocol.Conversation;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How we behave towards hosts: scope, pace, connections at a time, and leaving where we are not wanted. */
class ProberMannersTest {
    private final Recorded recorded = new Recorded();

    @Test
    void neverConnectsToWhatIsOutOfScope() throws Exception {
        try (LoopbackServer denied = LoopbackServer.running("127.0.0.66", ProberMannersTest::slowGreeting);
                LoopbackServer allowed = LoopbackServer.running("127.0.0.65", ProberMannersTest::greeting)) {
            Scope scope = new Scope(
                    List.of(AddressRange.of("127.0.0.0/8")),
                    Set.of(),
                    List.of(AddressRange.of("127.0.0.66")),
                    PortSet.ALL,
                    "the test",
                    Optional.empty());
            ProbeReport report = recorded.prober(scope, Recorded.QUICK, new FakeProtocol("abc", true, allowed.port()))
                    .run(List.of(denied.target(), allowed.target()));

            assertThat(denied.accepted()).isEmpty();
            assertThat(allowed.accepted()).hasSize(1);
            assertThat(recorded.endings())
                    .containsExactlyInAnyOrder("connect out-of-scope", "connect answered", "abc.greeting answered");
            assertThat(recorded.attempts())
                    .filteredOn(attempt -> attempt.status() == Status.OUT_OF_SCOPE)
                    .allSatisfy(attempt -> assertThat(attempt.detail()).isEqualTo("the scope denies 127.0.0.66"));
            assertThat(report.firstContacts()).containsEntry(Status.OUT_OF_SCOPE, 1L);
        }
    }

    @Test
    void sendsNothingToAnAddressThatNoScopeNames() {
        recorded.prober(Recorded.QUICK)
                .run(List.of(new ProbeTarget(AddressRange.of("192.0.2.1-3"), PortSet.of(1, 2), PortSet.NONE)));

        assertThat(recorded.endings()).hasSize(6).containsOnly("connect out-of-scope");
        assertThat(recorded.attempts())
                .allSatisfy(attempt -> assertThat(attempt.millis()).isZero());
    }

    @Test
    void twoSharesAndAResumedOneVisitEverythingOnce() {
        List<ProbeTarget> targets =
                List.of(new ProbeTarget(AddressRange.of("192.0.2.1-9"), PortSet.of(1, 2), PortSet.NONE));
        ProbeReport first = recorded.prober(Recorded.QUICK).run(targets, new Course(5, new Share(1, 2), 0));
        ProbeReport second = recorded.prober(Recorded.QUICK).run(targets, new Course(5, new Share(2, 2), 4));

        assertThat(first.endpoints()).isEqualTo(9);
        assertThat(first.done()).isEqualTo(9);
        assertThat(second.endpoints()).as("four were done before").isEqualTo(5);
        assertThat(second.done()).isEqualTo(9);
        assertThat(recorded.attempts())
                .extracting(Attempt::endpoint)
                .hasSize(14)
                .doesNotHaveDuplicates();
    }

    @Test
    void aScopeThatEndsMidwayStopsTheQuestions() throws Exception {
        Instant start = Instant.parse("2026-11-23T12:00:00Z");
        Scope scope = new Scope(
                List.of(AddressRange.of("192.0.2.1")), Set.of(), List.of(), PortSet.ALL, "", Optional.of(start));
        try (Door door = new Door(scope, () -> start.plusSeconds(1), true)) {
            Endpoint endpoint = new Endpoint(AddressRange.of("192.0.2.1").first(), 9, Transport.TCP);

            assertThatThrownBy(() ->
                            door.open(endpoint, new ChannelInboundHandlerAdapter(), Recorded.QUICK.connectTimeout()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the scope ended");
        }
    }

    @Test
    void holdsTwoConnectionsToAHostAtATime() throws Exception {
        List<LoopbackServer> servers = new ArrayList<>();
        List<ProbeTarget> targets = new ArrayList<>();
        AtomicInteger open = new AtomicInteger();
        AtomicInteger peak = new AtomicInteger();
        for (int i = 0; i < 6; i++) {
            LoopbackServer server = LoopbackServer.running("127.0.1.1", socket -> {
                peak.accumulateAndGet(open.incrementAndGet(), Math::max);
                try {
                    slowGreeting(socket);
                } finally {
                    open.decrementAndGet();
                }
            });
            servers.add(server);
            targets.add(server.target());
        }
        recorded.prober(Recorded.QUICK, FakeProtocol.talking("abc", 3, ProberMannersTest::hello, ports(servers)))
                .run(targets);

        assertThat(peak.get()).isEqualTo(2);
        assertThat(recorded.endings()).filteredOn("abc.2 answered"::equals).hasSize(6);
        for (LoopbackServer server : servers) {
            server.close();
        }
    }

    @Test
    void holdsEightConnectionsToANetworkAtATime() throws Exception {
        List<LoopbackServer> servers = new ArrayList<>();
        List<ProbeTarget> targets = new ArrayList<>();
        AtomicInteger open = new AtomicInteger();
        AtomicInteger peak = new AtomicInteger();
        for (int i = 1; i <= 12; i++) {
            LoopbackServer server = LoopbackServer.running("127.0.2." + i, socket -> {
                peak.accumulateAndGet(open.incrementAndGet(), Math::max);
                try {
                    slowGreeting(socket);
                } finally {
                    open.decrementAndGet();
                }
            });
            servers.add(server);
            targets.add(server.target());
        }
        recorded.prober(Recorded.QUICK, FakeProtocol.talking("abc", 2, ProberMannersTest::hello, ports(servers)))
                .run(targets);

        assertThat(peak.get()).isEqualTo(8);
        for (LoopbackServer server : servers) {
            server.close();
        }
    }

    @Test
    void keepsThePace() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(ProberMannersTest::greeting)) {
            FakeProtocol protocol = FakeProtocol.talking("abc", 20, ProberMannersTest::hello, server.port());
            recorded.prober(Recorded.QUICK.withConnectionsPerSecond(20), protocol)
                    .run(List.of(server.target()));

            List<Long> times = server.accepted();
            assertThat(times).hasSize(20);
            long took = TimeUnit.NANOSECONDS.toMillis(times.get(19) - times.get(0));
            assertThat(took).isBetween(930L, 10_000L);
        }
    }

    @Test
    void aRunIsAsLongAsItsPaceSays() {
        ProbeTarget closed = new ProbeTarget(AddressRange.of("127.0.3.1"), PortSet.of("20000-20599"), PortSet.NONE);
        ProbeReport report =
                recorded.prober(Recorded.QUICK.withConnectionsPerSecond(200)).run(List.of(closed));

        // 600 at 200 a second take 3 s, but for the four of the first 20 ms; a busy machine may begin late.
        assertThat(report.firstContacts()).containsEntry(Status.REFUSED, 600L);
        assertThat(report.took().toMillis()).isBetween(2_850L, 20_000L);
    }

    @Test
    void stopsAskingAHostThatBeginsToRefuse() throws Exception {
        AtomicInteger served = new AtomicInteger();
        List<LoopbackServer> self = new ArrayList<>();
        LoopbackServer server = LoopbackServer.running(socket -> {
            if (served.incrementAndGet() == 2) {
                self.get(0).close();
            }
            greeting(socket);
        });
        self.add(server);
        FakeProtocol protocol = FakeProtocol.talking("abc", 50, ProberMannersTest::hello, server.port());
        recorded.prober(Recorded.QUICK, protocol).run(List.of(server.target()));

        assertThat(recorded.endings())
                .containsExactly(
                        "connect answered",
                        "abc.0 answered",
                        "abc.1 answered",
                        "abc.2 refused",
                        "abc.3 refused",
                        "abc.4 refused",
                        "abc.5 banned");
        assertThat(recorded.observations())
                .extracting(seen -> seen.fact().text("line"))
                .contains(Optional.of("answered 2"));
    }

    @Test
    void stopsAskingAHostThatBeginsToCloseAtOnce() throws Exception {
        AtomicInteger served = new AtomicInteger();
        try (LoopbackServer server = LoopbackServer.running(socket -> {
            if (served.incrementAndGet() <= 2) {
                greeting(socket);
            }
        })) {
            FakeProtocol protocol = FakeProtocol.talking("abc", 50, ProberMannersTest::hello, server.port());
            recorded.prober(Recorded.QUICK, protocol).run(List.of(server.target()));

            assertThat(recorded.endings()).hasSize(3 + 8 + 1).endsWith("abc.10 banned");
            assertThat(server.accepted()).hasSize(10);
        }
    }

    @Test
    void leavesTheRestUnaskedAfterTheCapAndSaysSo() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(ProberMannersTest::greeting)) {
            FakeProtocol protocol = FakeProtocol.talking("abc", 50, ProberMannersTest::hello, server.port());
            recorded.prober(Recorded.QUICK.withExchangesPerInquiry(3), protocol).run(List.of(server.target()));

            assertThat(recorded.endings())
                    .containsExactly(
                            "connect answered",
                            "abc.0 answered",
                            "abc.1 answered",
                            "abc.2 answered",
                            "abc.3 budget-spent");
            assertThat(recorded.attempt("abc.3").detail()).isEqualTo("more than 3 exchanges");
        }
    }

    @Test
    void anInterruptKeepsWhatWasSeen() throws Exception {
        try (LoopbackServer quick = LoopbackServer.running(ProberMannersTest::greeting);
                LoopbackServer silent = LoopbackServer.running("127.0.0.67", LoopbackServer::readToTheEnd)) {
            FakeProtocol protocol =
                    FakeProtocol.talking("abc", 5, ProberMannersTest::hello, quick.port(), silent.port());
            ProbeLimits patient = ProbeLimits.GENTLE.withConnectionsPerSecond(100);
            Prober prober = recorded.prober(patient, protocol);
            CompletableFuture<ProbeReport> report = new CompletableFuture<>();
            Thread runner = new Thread(() -> report.complete(prober.run(List.of(quick.target(), silent.target()))));
            runner.start();
            await().until(() -> recorded.endings().contains("abc.4 answered")
                    && silent.accepted().size() == 1);

            runner.interrupt();

            assertThat(report.get(30, TimeUnit.SECONDS).interrupted()).isTrue();
            assertThat(report.get().done())
                    .as("one of them is not done: a later run begins there or before")
                    .isLessThan(report.get().endpoints());
            assertThat(recorded.seen()).contains("abc service.recognised", "abc fake.greeting");
            assertThat(recorded.attempts())
                    .filteredOn(attempt -> attempt.status() == Status.BUDGET_SPENT)
                    .singleElement()
                    .satisfies(attempt -> assertThat(attempt.detail()).isEqualTo("interrupted"));
            await().untilAsserted(() -> assertThat(silent.ends()).containsExactly("end"));
        }
    }

    @Test
    void aFailureOfWhoeverTakesTheObservationsEndsTheRun() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(ProberMannersTest::greeting)) {
            Prober prober = new Prober(
                    List.of(new FakeProtocol("abc", true, server.port())),
                    Scope.NOTHING,
                    Recorded.QUICK,
                    InstantSource.system(),
                    observation -> {
                        throw new IllegalStateException("the disk is full");
                    },
                    attempt -> {});

            assertThatThrownBy(() -> prober.run(List.of(server.target()))).hasRootCauseMessage("the disk is full");
        }
    }

    private static Integer[] ports(List<LoopbackServer> servers) {
        return servers.stream().map(LoopbackServer::port).toArray(Integer[]::new);
    }

    private static Conversation hello() {
        return new FakeProtocol.Greeting("ABC", true);
    }

    private static void greeting(Socket socket) throws IOException {
        LoopbackServer.line(socket);
        LoopbackServer.say(socket, "ABC\n");
        LoopbackServer.readToTheEnd(socket);
    }

    private static void slowGreeting(Socket socket) throws IOException {
        LoopbackServer.line(socket);
        try {
            Thread.sleep(60);
        } catch (InterruptedException e) {
            return;
        }
        LoopbackServer.say(socket, "ABC\n");
        LoopbackServer.readToTheEnd(socket);
    }
}
