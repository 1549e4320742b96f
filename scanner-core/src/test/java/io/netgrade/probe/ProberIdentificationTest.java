// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.PortSet;
import io.netgrade.fact.Attempt;
import io.netgrade.protocol.Protocol;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A service is known by what it says, on any port. */
class ProberIdentificationTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Recorded recorded = new Recorded();

    @Test
    void aBannerTellsTheProtocolOnAnyPort() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(ProberIdentificationTest::banner)) {
            recorded.prober(Recorded.QUICK, new FakeProtocol("xyz", true, 1), new FakeProtocol("abc", false, 2))
                    .run(List.of(server.target()));

            assertThat(recorded.endings())
                    .containsExactly("connect answered", "banner answered", "abc.greeting answered");
            assertThat(recorded.seen()).containsExactly("abc service.recognised", "abc fake.greeting");
        }
    }

    @Test
    void theUsualProtocolIsAskedFirstAndWhatItHearsLeadsOn() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(ProberIdentificationTest::banner)) {
            recorded.prober(
                            Recorded.QUICK,
                            new FakeProtocol("xyz", true, server.port()),
                            new FakeProtocol("abc", false, 2))
                    .run(List.of(server.target()));

            assertThat(recorded.endings())
                    .containsExactly("connect answered", "xyz.greeting not-this-protocol", "abc.greeting answered");
            assertThat(server.accepted()).hasSize(2);
        }
    }

    @Test
    void aServiceThatWaitsIsAskedByThoseWhoseClientSpeaksFirst() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(ProberIdentificationTest::answerToAbc)) {
            recorded.prober(
                            Recorded.QUICK,
                            new FakeProtocol("late", false, 3),
                            new FakeProtocol("abc", true, 2),
                            new FakeProtocol("http", true, 80))
                    .run(List.of(server.target()));

            assertThat(recorded.endings())
                    .containsExactly(
                            "connect answered",
                            "banner timed-out",
                            "http.greeting closed-early",
                            "abc.greeting answered");
        }
    }

    @Test
    void aServiceSilentToAllIsAskedNoMoreThanTheLimitAndWaitedForEverShorter() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(LoopbackServer::readToTheEnd)) {
            Protocol[] many = IntStream.range(0, 9)
                    .mapToObj(i -> new FakeProtocol("p" + i, true, i + 1))
                    .toArray(Protocol[]::new);
            recorded.prober(
                            Recorded.QUICK
                                    .withGuesses(4, 1)
                                    .withTimeouts(SECOND, SECOND.multipliedBy(9), SECOND.multipliedBy(2)),
                            many)
                    .run(List.of(server.target()));

            assertThat(recorded.endings())
                    .containsExactly(
                            "connect answered",
                            "banner timed-out",
                            "p0.greeting timed-out",
                            "p1.greeting timed-out",
                            "p2.greeting timed-out",
                            "p3.greeting timed-out");
            assertThat(recorded.attempts().subList(2, 6))
                    .extracting(Attempt::detail)
                    .containsExactly(
                            "silent for 2000 ms", "silent for 1000 ms", "silent for 700 ms", "silent for 700 ms");
        }
    }

    @Test
    void whatThingsPrintIsSentNothing() throws Exception {
        List<String> said = new CopyOnWriteArrayList<>();
        try (LoopbackServer server = LoopbackServer.running(socket -> said.add(LoopbackServer.line(socket)))) {
            recorded.prober(Recorded.QUICK.withUntold(PortSet.of(server.port())), new FakeProtocol("abc", true, 2))
                    .run(List.of(server.target()));

            assertThat(recorded.endings()).containsExactly("connect answered", "banner timed-out");
            assertThat(said).allSatisfy(line -> assertThat(line).isEmpty());
        }
    }

    @Test
    void aBannerThatNobodyKnowsIsNotAnsweredWithGuesses() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(ProberIdentificationTest::banner)) {
            recorded.prober(Recorded.QUICK, new FakeProtocol("xyz", true, 1)).run(List.of(server.target()));

            assertThat(recorded.endings()).containsExactly("connect answered", "banner answered");
            assertThat(recorded.observations()).isEmpty();
        }
    }

    @Test
    void aProtocolWhoseCodeThrowsIsAFaultAndTheOthersGoOn() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(ProberIdentificationTest::answerToAbc)) {
            FakeProtocol broken = new FakeProtocol("broken", true, server.port()) {
                @Override
                public java.util.Optional<io.netgrade.protocol.Inquiry> inquire(
                        io.netgrade.endpoint.Endpoint endpoint, List<String> layers) {
                    throw new IllegalStateException("a bug");
                }
            };
            recorded.prober(Recorded.QUICK, broken, new FakeProtocol("abc", true, server.port()))
                    .run(List.of(server.target()));

            assertThat(recorded.endings()).containsExactly("broken fault", "connect answered", "abc.greeting answered");
        }
    }

    private static void banner(Socket socket) throws IOException {
        LoopbackServer.say(socket, "ABC here\n");
        LoopbackServer.readToTheEnd(socket);
    }

    private static void answerToAbc(Socket socket) throws IOException {
        if (LoopbackServer.line(socket).equals("ABC?")) {
            LoopbackServer.say(socket, "ABC\n");
            LoopbackServer.readToTheEnd(socket);
        }
    }
}
