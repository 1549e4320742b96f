// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every way in which a service can treat us, and the one status in which it ends. */
class ProberEndingsTest {
    private final Recorded recorded = new Recorded();

    @Test
    void aServiceThatAnswersIsObservedAndLeftWithAnEndAndNotAReset() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(socket -> {
            LoopbackServer.line(socket);
            LoopbackServer.say(socket, "ABC 1\n");
            LoopbackServer.readToTheEnd(socket);
        })) {
            probe(server, new FakeProtocol("abc", true, server.port()));

            assertThat(recorded.endings()).containsExactly("connect answered", "abc.greeting answered");
            assertThat(recorded.seen()).containsExactly("abc service.recognised", "abc fake.greeting");
            assertThat(recorded.attempt("abc.greeting").sent()).isEqualTo(5);
            assertThat(recorded.attempt("abc.greeting").received()).isEqualTo(6);
            await().untilAsserted(() -> assertThat(server.ends()).containsExactly("end"));
        }
    }

    @Test
    void aServerThatGoesOnTalkingForAWhileStillSeesAnEnd() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(socket -> {
            LoopbackServer.say(socket, "ABC 1\n" + "more\n".repeat(2_000));
            LoopbackServer.readToTheEnd(socket);
        })) {
            probe(server, new FakeProtocol("abc", false, server.port()));

            assertThat(recorded.endings()).containsExactly("connect answered", "abc.greeting answered");
            await().untilAsserted(() -> assertThat(server.ends()).containsExactly("end"));
        }
    }

    @Test
    void aSilentServiceTimesOut() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(LoopbackServer::readToTheEnd)) {
            probe(server, new FakeProtocol("abc", false, server.port()));

            assertThat(recorded.endings()).containsExactly("connect answered", "abc.greeting timed-out");
            assertThat(recorded.attempt("abc.greeting").detail()).isEqualTo("silent for 700 ms");
            await().untilAsserted(() -> assertThat(server.ends()).containsExactly("end"));
        }
    }

    @Test
    void aTricklingServiceTimesOutAsAWhole() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(ProberEndingsTest::trickle)) {
            probe(server, new FakeProtocol("abc", false, server.port()));

            assertThat(recorded.endings()).containsExactly("connect answered", "abc.greeting timed-out");
            assertThat(recorded.attempt("abc.greeting").detail()).isEqualTo("did not end within 2000 ms");
            assertThat(recorded.attempt("abc.greeting").millis()).isBetween(1_900L, 20_000L);
        }
    }

    @Test
    void aFloodEndsAtTheBudget() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(ProberEndingsTest::flood)) {
            FakeProtocol protocol = new FakeProtocol("abc", false, server.port());
            recorded.prober(Recorded.QUICK.withBytes(10_000), protocol).run(List.of(server.target()));

            assertThat(recorded.endings()).containsExactly("connect answered", "abc.greeting budget-spent");
            assertThat(recorded.attempt("abc.greeting").received()).isEqualTo(10_000);
            assertThat(recorded.observations()).isEmpty();
        }
    }

    @Test
    void aServiceThatClosesAtOnceClosedEarly() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(socket -> {})) {
            probe(server, new FakeProtocol("abc", false, server.port()));

            assertThat(recorded.endings()).containsExactly("connect answered", "abc.greeting closed-early");
        }
    }

    @Test
    void aResetIsAReset() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(socket -> {
            LoopbackServer.line(socket);
            socket.setSoLinger(true, 0);
        })) {
            probe(server, new FakeProtocol("abc", true, server.port()));

            assertThat(recorded.endings()).startsWith("connect answered", "abc.greeting reset");
        }
    }

    @Test
    void aClosedPortRefuses() throws Exception {
        LoopbackServer server = LoopbackServer.running(socket -> {});
        server.close();
        ProbeReport report = probe(server, new FakeProtocol("abc", true, server.port()));

        assertThat(recorded.endings()).containsExactly("connect refused");
        assertThat(report.firstContacts()).containsOnlyKeys(Status.REFUSED);
        assertThat(report.endpoints()).isEqualTo(1);
    }

    @Test
    void aSocketThatMeetsItselfIsNoOpenPort() throws Exception {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            SocketAddress local = socket.getLocalSocketAddress();
            socket.connect(local);

            assertThat(TcpLine.itself(local, socket.getRemoteSocketAddress())).isTrue();
            assertThat(TcpLine.itself(local, new InetSocketAddress(InetAddress.getLoopbackAddress(), 1)))
                    .isFalse();
        }
    }

    @Test
    void anotherProtocolIsNotThisProtocol() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(socket -> {
            LoopbackServer.say(socket, "XYZ\n");
            LoopbackServer.readToTheEnd(socket);
        })) {
            probe(server, new FakeProtocol("abc", false, server.port()));

            assertThat(recorded.endings()).containsExactly("connect answered", "abc.greeting not-this-protocol");
            assertThat(recorded.observations()).isEmpty();
        }
    }

    @Test
    void aConversationThatThrowsIsAFaultOfOursAndSaysWhere() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(socket -> {
            LoopbackServer.say(socket, "ABC\n");
            LoopbackServer.readToTheEnd(socket);
        })) {
            probe(server, FakeProtocol.talking("abc", 1, Throwing::new, server.port()));

            assertThat(recorded.endings()).startsWith("connect answered", "abc.0 fault");
            assertThat(recorded.attempt("abc.0").detail())
                    .startsWith("IllegalStateException at io.netgrade.probe.ProberEndingsTest$Throwing.received");
            await().untilAsserted(() -> assertThat(server.ends()).contains("end"));
        }
    }

    @Test
    void whatWasSeenBeforeTheEndIsKept() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(socket -> LoopbackServer.say(socket, "half"))) {
            probe(server, FakeProtocol.talking("abc", 1, LastWord::new, server.port()));

            assertThat(recorded.endings()).containsExactly("connect answered", "abc.0 answered");
            assertThat(recorded.seen())
                    .containsExactly("abc service.recognised", "abc fake.greeting", "abc fake.greeting");
        }
    }

    private ProbeReport probe(LoopbackServer server, FakeProtocol protocol) {
        return recorded.prober(Recorded.QUICK, protocol).run(List.of(server.target()));
    }

    private static void trickle(Socket socket) throws IOException {
        for (int i = 0; i < 100; i++) {
            LoopbackServer.say(socket, "x");
            try {
                Thread.sleep(Duration.ofMillis(100).toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void flood(Socket socket) throws IOException {
        byte[] block = new byte[8192];
        Arrays.fill(block, (byte) 'x');
        while (!Thread.interrupted()) {
            socket.getOutputStream().write(block);
        }
    }

    private static final class Throwing implements Conversation {
        @Override
        public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
            throw new IllegalStateException("a bug");
        }
    }

    private static final class LastWord implements Conversation {
        @Override
        public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
            return Progress.CONTINUE;
        }

        @Override
        public boolean ended(ObservationSink sink) {
            sink.saw(FakeProtocol.GREETING.partial("half"));
            return true;
        }
    }
}
