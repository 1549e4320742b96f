// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.fact.Attempt.Status;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
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
            assertThat(recorded.attempt("abc.greeting").millis()).isBetween(2_950L, 4_500L);
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
        int port;
        try (DatagramSocket closed = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        ProbeReport report = probe(port, epoll);

        assertThat(recorded.endings()).containsExactly("abc.greeting refused");
        assertThat(report.firstContacts()).containsOnlyKeys(Status.REFUSED);
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
        int port;
        try (DatagramSocket closed = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        recorded.prober(Recorded.QUICK, new FakeProtocol("abc", true, 1), new FakeProtocol("xyz", true, 2))
                .run(List.of(new ProbeTarget(AddressRange.of("127.0.0.1"), PortSet.NONE, PortSet.of(port))));

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
            assertThat(heard).containsExactly("ABC?\n", "ABC?\n", "ABC?\n", "XYZ?\n", "XYZ?\n");
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
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    DatagramPacket packet = new DatagramPacket(new byte[100], 100);
                    socket.receive(packet);
                    heard.add(new String(
                            packet.getData(), 0, packet.getLength(), java.nio.charset.StandardCharsets.US_ASCII));
                    if (heard.size() % nth == 0) {
                        socket.send(new DatagramPacket(FakeProtocol.ascii("ABC\n"), 4, packet.getSocketAddress()));
                    }
                }
            } catch (IOException e) {
                socket.close();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return socket;
    }
}
