// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.ObservationSink;
import io.netgrade.lab.FreePorts;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProberDatagramTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Recorded recorded = new Recorded();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerIsObserved(boolean epoll) throws Exception {
        try (DatagramSocket server = answering(1)) {
            ProbeReport report = probe(server.getLocalPort(), epoll);

            assertThat(recorded.endings()).containsExactly("abc.greeting answered");
            assertThat(recorded.seen()).containsExactly("abc service.recognised", "abc fake.greeting");
            assertThat(heard).containsExactly("ABC?\n");
            assertThat(report.firstContacts()).containsOnlyKeys(Status.ANSWERED);
        }
    }

    @Test
    void whatWasSentLastIsSentAgain() throws Exception {
        try (DatagramSocket server = answering(3)) {
            probe(server.getLocalPort(), true);

            assertThat(recorded.endings()).containsExactly("abc.greeting answered");
            assertThat(heard).containsExactly("ABC?\n", "ABC?\n", "ABC?\n");
            assertThat(recorded.attempt("abc.greeting").millis()).isBetween(2_950L, 20_000L);
            assertThat(recorded.attempt("abc.greeting").sent()).isEqualTo(5);
        }
    }

    @Test
    void silenceTimesOutAfterTwoMoreTries() throws Exception {
        try (DatagramSocket server = answering(99)) {
            probe(server.getLocalPort(), true);

            assertThat(recorded.endings()).containsExactly("abc.greeting timed-out");
            assertThat(recorded.attempt("abc.greeting").detail()).isEqualTo("no answer to what was sent 3 times");
            assertThat(heard).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anUnreachablePortRefuses(boolean epoll) throws Exception {
        ProbeReport report = probe(FreePorts.next(), epoll);

        assertThat(recorded.endings()).containsExactly("abc.greeting refused");
        assertThat(report.firstContacts()).containsOnlyKeys(Status.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerFromAnotherPortIsHeardWhereTheProtocolHasItSo(boolean everyPort) throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (DatagramSocket server = new DatagramSocket(FreePorts.next(), loopback);
                DatagramSocket other = new DatagramSocket(0, loopback);
                DatagramSocket stranger = new DatagramSocket(0, InetAddress.getByName("127.0.0.9"))) {
            serve(server, asker -> {
                // Of another address nothing is heard, whatever the protocol has.
                stranger.send(new DatagramPacket(FakeProtocol.ascii("XYZ\n"), 4, asker));
                other.send(new DatagramPacket(FakeProtocol.ascii("ABC\n"), 4, asker));
            });
            FakeProtocol protocol =
                    FakeProtocol.talking("abc", 1, () -> new EveryPort(everyPort), server.getLocalPort());
            recorded.prober(Recorded.QUICK, protocol)
                    .run(List.of(new ProbeTarget(
                            AddressRange.of("127.0.0.1"), PortSet.NONE, PortSet.of(server.getLocalPort()))));
        }

        assertThat(recorded.attempts())
                .singleElement()
                .satisfies(attempt ->
                        assertThat(attempt.status()).isEqualTo(everyPort ? Status.ANSWERED : Status.TIMED_OUT));
        assertThat(heard.get(0)).isEqualTo("ABC?\n");
    }

    /** Says a word, hears another, and ends. */
    private record EveryPort(boolean hearsEveryPort) implements Conversation {
        @Override
        public void opened(Peer peer) {
            peer.send(FakeProtocol.ascii("ABC?\n"));
        }

        @Override
        public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
            return bytes.unread().startsWith(FakeProtocol.ascii("ABC\n")) ? Progress.DONE : Progress.MALFORMED;
        }
    }

    /** Answers a datagram that came from somewhere. */
    private interface Answer {
        void to(SocketAddress asker) throws IOException;
    }

    @Test
    void aPortOfNoProtocolIsAskedInEveryProtocolOfDatagrams() {
        recorded.prober(Recorded.QUICK, new FakeProtocol("abc", true, 1))
                .run(List.of(new ProbeTarget(AddressRange.of("127.0.0.1"), PortSet.NONE, PortSet.of(2))));

        assertThat(recorded.attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.question()).startsWith("abc."));
    }

    @Test
    void anUnreachablePortIsAskedOnce() throws Exception {
        recorded.prober(Recorded.QUICK, new FakeProtocol("abc", true, 1), new FakeProtocol("xyz", true, 2))
                .run(List.of(
                        new ProbeTarget(AddressRange.of("127.0.0.1"), PortSet.NONE, PortSet.of(FreePorts.next()))));

        assertThat(recorded.endings()).containsExactly("abc.greeting refused");
    }

    @Test
    void aSilentPortIsAskedInAsManyProtocolsAsTheLimitSaysAndSoonerGivenUp() throws Exception {
        try (DatagramSocket server = answering(99)) {
            recorded.prober(
                            Recorded.QUICK.withGuesses(1, 2).withTimeouts(SECOND, SECOND.multipliedBy(9), SECOND),
                            new FakeProtocol("abc", true, 1),
                            new FakeProtocol("xyz", true, 2),
                            new FakeProtocol("zzz", true, 3))
                    .run(List.of(new ProbeTarget(
                            AddressRange.of("127.0.0.1"), PortSet.NONE, PortSet.of(server.getLocalPort()))));

            assertThat(recorded.endings()).containsExactly("abc.greeting timed-out", "xyz.greeting timed-out");
            assertThat(heard).containsExactly("ABC?\n", "ABC?\n", "ABC?\n", "XYZ?\n", "XYZ?\n", "XYZ?\n");
        }
    }

    @Test
    void aPortThatIsToldNothingIsCountedAsNotAsked() {
        ProbeReport report = recorded.prober(
                        Recorded.QUICK.withUntold(PortSet.of(2, 3)), new FakeProtocol("abc", true, 1))
                .run(List.of(new ProbeTarget(AddressRange.of("127.0.0.1"), PortSet.NONE, PortSet.of(2, 3))));

        assertThat(recorded.attempts()).isEmpty();
        assertThat(report.unasked()).isEqualTo(2);
    }

    private ProbeReport probe(int port, boolean epoll) {
        ProbeLimits limits =
                Recorded.QUICK.withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(8), Duration.ofSeconds(1));
        return new Prober(
                        List.of(new FakeProtocol("abc", true, port)),
                        Scope.NOTHING,
                        limits,
                        InstantSource.system(),
                        recorded.observations()::add,
                        recorded.attempts()::add,
                        epoll)
                .run(List.of(new ProbeTarget(AddressRange.of("127.0.0.1"), PortSet.NONE, PortSet.of(port))));
    }

    /** A server that answers each n-th datagram. */
    private DatagramSocket answering(int nth) throws IOException {
        DatagramSocket socket = new DatagramSocket(FreePorts.next(), InetAddress.getLoopbackAddress());
        serve(socket, asker -> {
            if (heard.size() % nth == 0) {
                socket.send(new DatagramPacket(FakeProtocol.ascii("ABC\n"), 4, asker));
            }
        });
        return socket;
    }

    private void serve(DatagramSocket socket, Answer answer) {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    DatagramPacket packet = new DatagramPacket(new byte[100], 100);
                    socket.receive(packet);
                    heard.add(new String(
                            packet.getData(), 0, packet.getLength(), java.nio.charset.StandardCharsets.US_ASCII));
                    answer.to(packet.getSocketAddress());
                }
            } catch (IOException e) {
                socket.close();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
