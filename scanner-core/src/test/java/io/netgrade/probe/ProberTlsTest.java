// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Progress;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The hand-overs: TLS first and a protocol inside, and a protocol in clear that leads to TLS. */
class ProberTlsTest {
    /** The first handshake of a Java process takes its time. */
    private static final ProbeLimits LIMITS =
            Recorded.QUICK.withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofSeconds(10));

    private final Recorded recorded = new Recorded();

    @Test
    void whatIsInsideTlsIsAskedInsideTls() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(ProberTlsTest::httpsServer)) {
            recorded.prober(LIMITS, new FakeProtocol("http", true, 80), tls(server.port()))
                    .run(List.of(server.target()));

            assertThat(recorded.endings())
                    .containsExactlyInAnyOrder(
                            "connect answered", "tls.0 answered", "tls.1 answered", "http.greeting answered");
            assertThat(recorded.seen())
                    .containsExactlyInAnyOrder(
                            "tls service.recognised",
                            "tls fake.greeting",
                            "tls fake.greeting",
                            "tls/http service.recognised",
                            "tls/http fake.greeting");
            await().untilAsserted(() -> assertThat(server.ends()).hasSize(3).containsOnly("end"));
        }
    }

    @Test
    void whatIsInsideTlsIsAskedWhileMuchIsStillAskedOfTlsItself() throws Exception {
        TlsOpening.prepare();
        await().atMost(Duration.ofSeconds(30)).until(TlsOpening::isPrepared);
        try (LoopbackServer server = LoopbackServer.running(ProberTlsTest::httpsServer)) {
            recorded.prober(
                            LIMITS,
                            new FakeProtocol("http", true, 80),
                            FakeProtocol.talking("tls", 40, Hello::new, server.port()))
                    .run(List.of(server.target()));

            assertThat(recorded.endings()).hasSize(42).contains("http.greeting answered");
            assertThat(recorded.attempt("http.greeting").time())
                    .isBefore(recorded.attempt("tls.39").time());
        }
    }

    @Test
    void tlsThatDoesNotOpenIsAskedOnceAndNoMore() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(socket -> {
            socket.getInputStream().read();
            socket.getOutputStream().write(new byte[] {0x15, 3, 1, 0, 2, 2, 0x28});
            LoopbackServer.readToTheEnd(socket);
        })) {
            recorded.prober(
                            LIMITS,
                            new FakeProtocol("http", true, 80),
                            new FakeProtocol("abc", true, 81),
                            tls(server.port()))
                    .run(List.of(server.target()));

            assertThat(recorded.endings())
                    .containsExactlyInAnyOrder(
                            "connect answered", "tls.0 answered", "tls.1 answered", "http.greeting not-this-protocol");
            assertThat(recorded.attempt("http.greeting").detail()).startsWith("TLS: ");
        }
    }

    @Test
    void aProtocolInClearLeadsToTlsOnTheSameConnection() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(ProberTlsTest::startTlsServer)) {
            recorded.prober(LIMITS, upgrading(server.port()), tls(2)).run(List.of(server.target()));

            assertThat(recorded.endings())
                    .containsExactly("connect answered", "abc.greeting answered", "tls.0 answered", "tls.1 answered");
            assertThat(recorded.seen())
                    .containsExactly(
                            "abc service.recognised",
                            "abc fake.greeting",
                            "abc/tls service.recognised",
                            "abc/tls fake.greeting",
                            "abc/tls fake.greeting");
            assertThat(server.accepted()).hasSize(3);
        }
    }

    @Test
    void aProtocolInClearIsAskedAgainBehindItsOwnUpgrade() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(ProberTlsTest::startTlsServer)) {
            recorded.prober(LIMITS, askedAgain(server.port()), tls(2)).run(List.of(server.target()));

            assertThat(recorded.endings())
                    .containsExactly(
                            "connect answered",
                            "abc.greeting answered",
                            "tls.0 answered",
                            "tls.1 answered",
                            "abc.inside answered");
            assertThat(recorded.seen())
                    .containsExactly(
                            "abc service.recognised",
                            "abc fake.greeting",
                            "abc/tls service.recognised",
                            "abc/tls fake.greeting",
                            "abc/tls fake.greeting",
                            "abc/tls/abc service.recognised",
                            "abc/tls/abc fake.greeting");
            await().untilAsserted(() -> assertThat(server.ends()).hasSize(4).containsOnly("end"));
        }
    }

    @Test
    void aServerThatDeclinesTlsIsAskedNoTls() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(socket -> {
            LoopbackServer.say(socket, "ABC\n");
            LoopbackServer.line(socket);
            LoopbackServer.say(socket, "NO\n");
            LoopbackServer.readToTheEnd(socket);
        })) {
            recorded.prober(LIMITS, upgrading(server.port()), tls(2)).run(List.of(server.target()));

            assertThat(recorded.endings())
                    .containsExactly("connect answered", "abc.greeting answered", "tls.0 not-this-protocol");
            assertThat(recorded.attempt("tls.0").detail()).isEqualTo("the service did not lead to TLS");
            assertThat(recorded.seen()).containsExactly("abc service.recognised", "abc fake.greeting");
        }
    }

    @Test
    void onAPortOfHttpThatIsNot80TlsIsTriedFirst() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(ProberTlsTest::httpsServer)) {
            recorded.prober(LIMITS, new FakeProtocol("http", true, server.port()), tls(443))
                    .run(List.of(server.target()));

            assertThat(recorded.seen()).contains("tls/http fake.greeting").doesNotContain("http fake.greeting");
        }
    }

    private static FakeProtocol tls(int port) {
        return FakeProtocol.talking("tls", 2, Hello::new, port);
    }

    private static FakeProtocol askedAgain(int port) {
        return new FakeProtocol("abc", false, port) {
            @Override
            public Optional<Conversation> startTls(Endpoint endpoint) {
                return Optional.of(new Upgrade());
            }

            @Override
            public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
                Exchange inside = Exchange.over(Transport.TCP, "abc.inside", new FakeProtocol.Greeting("ABC", true));
                return layers.equals(List.of("abc", "tls"))
                        ? Optional.of(Inquiry.of(inside))
                        : super.inquire(endpoint, layers);
            }
        };
    }

    private static FakeProtocol upgrading(int port) {
        return new FakeProtocol("abc", false, port) {
            @Override
            public Optional<Conversation> startTls(Endpoint endpoint) {
                return Optional.of(new Upgrade());
            }

            @Override
            public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
                return layers.isEmpty() ? super.inquire(endpoint, layers) : Optional.empty();
            }
        };
    }

    /** Tells our hand-made hello from the one of a real client, and lets TLS take the connection in the second case. */
    private static void httpsServer(Socket socket) throws IOException {
        int kind = socket.getInputStream().read();
        if (kind == 'h') {
            LoopbackServer.say(socket, "ok");
            LoopbackServer.readToTheEnd(socket);
            return;
        }
        Socket tls = TlsServer.over(socket, (byte) kind);
        if (LoopbackServer.line(tls).equals("HTTP?")) {
            LoopbackServer.say(tls, "HTTP inside\n");
            LoopbackServer.readToTheEnd(tls);
        }
    }

    private static void startTlsServer(Socket socket) throws IOException {
        LoopbackServer.say(socket, "ABC\n");
        if (LoopbackServer.line(socket).equals("STARTTLS")) {
            LoopbackServer.say(socket, "GO\nand this is an attacker's");
            int kind = socket.getInputStream().read();
            if (kind == 'h') {
                LoopbackServer.say(socket, "ok");
            } else if (kind >= 0) {
                Socket tls = TlsServer.over(socket, (byte) kind);
                LoopbackServer.say(tls, LoopbackServer.line(tls).equals("ABC?") ? "ABC inside\n" : "what?\n");
                LoopbackServer.readToTheEnd(tls);
                return;
            }
        }
        LoopbackServer.readToTheEnd(socket);
    }

    /** Stands for a ClientHello and its answer. */
    private static final class Hello implements Conversation {
        @Override
        public void opened(Peer peer) {
            peer.send(FakeProtocol.ascii("h"));
        }

        @Override
        public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
            String said = bytes.unread().ascii(0, bytes.unread().length());
            bytes.consumeAll();
            sink.saw(FakeProtocol.GREETING.complete(said));
            return Progress.DONE;
        }
    }

    private static final class Upgrade implements Conversation {
        private boolean asked;

        @Override
        public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
            String said = bytes.unread().ascii(0, bytes.unread().length());
            if (!asked) {
                asked = true;
                bytes.consumeAll();
                peer.send(FakeProtocol.ascii("STARTTLS\n"));
                return Progress.CONTINUE;
            }
            return said.startsWith("GO\n") ? Progress.START_TLS : Progress.DONE;
        }
    }
}
