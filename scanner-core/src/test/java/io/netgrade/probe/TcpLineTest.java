// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.lab.FreePorts;
import io.netgrade.protocol.Exchange;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.LinuxSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that goes on with a connection which is open already. */
class TcpLineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<String> told = new CopyOnWriteArrayList<>();

    /** Of a connection that was reset since, the kernel tells no address any more. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionThatWasResetBeforeItWasTakenOverIsAnEnd(boolean known) throws Exception {
        Assumptions.assumeTrue(Epoll.isAvailable(), "epoll is Linux's");
        try (ServerSocket server = new ServerSocket(FreePorts.next(), 5, InetAddress.getLoopbackAddress());
                Door door = new Door(Scope.NOTHING, InstantSource.system(), true)) {
            Endpoint endpoint = new Endpoint(server.getInetAddress(), server.getLocalPort(), Transport.TCP);
            LinuxSocket open = LinuxSocket.newSocketStream(false);
            open.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
            Socket accepted = server.accept();
            accepted.setSoLinger(true, 0);
            accepted.close();
            await().until(() -> open.remoteAddress() == null);

            Errand errand = new Errand(endpoint, StillThere.exchange(), known, known, PATIENCE, 0);
            TcpLine line = new TcpLine(errand, Recorded.QUICK, door, Instant.now(), PATIENCE, new Told());
            door.loop().execute(() -> line.adopt(open.intValue()));

            String question = known ? StillThere.QUESTION : "connect";
            await().untilAsserted(() -> assertThat(told)
                    .containsExactly("ended " + question + " RESET reset as soon as it was open false", "closed"));
        }
    }

    @Test
    void aFaultOfOursEndsItToo() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(LoopbackServer::readToTheEnd);
                Door door = new Door(Scope.NOTHING, InstantSource.system(), true)) {
            Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), server.port(), Transport.TCP);
            Exchange greeting = Exchange.over(
                    Transport.TCP, "abc.greeting", new FakeProtocol("abc", false, server.port()).greeting());
            Errand errand = new Errand(endpoint, greeting, false, false, PATIENCE, 0);
            Line.Watcher failing = new Told() {
                @Override
                public void reached(Errand reached, Attempt connect) {
                    throw new IllegalStateException("a fault");
                }
            };
            TcpLine line = new TcpLine(errand, Recorded.QUICK, door, Instant.now(), PATIENCE, failing);
            door.loop().execute(line::open);

            await().until(() -> told.contains("closed"));
            assertThat(told)
                    .first()
                    .asString()
                    .startsWith("ended abc.greeting FAULT IllegalStateException at io.netgrade.probe.TcpLineTest")
                    .endsWith("true");
        }
    }

    @Test
    void whatIsNoConnectionIsAnEndToo() {
        Assumptions.assumeTrue(Epoll.isAvailable(), "epoll is Linux's");
        try (Door door = new Door(Scope.NOTHING, InstantSource.system(), true)) {
            Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), 9, Transport.TCP);
            Errand errand = new Errand(endpoint, StillThere.exchange(), false, false, PATIENCE, 0);
            TcpLine line = new TcpLine(errand, Recorded.QUICK, door, Instant.now(), PATIENCE, new Told());
            door.loop().execute(() -> line.adopt(-1));

            await().until(() -> told.contains("closed"));
            assertThat(told)
                    .first()
                    .asString()
                    .startsWith("ended connect FAULT ")
                    .endsWith(" false");
        }
    }

    private class Told implements Line.Watcher {
        @Override
        public void reached(Errand errand, Attempt connect) {
            told.add("reached");
        }

        @Override
        public void ended(Errand errand, Ended ended) {
            Status status = ended.status();
            told.add("ended " + ended.attempt().question() + " " + status.name() + " "
                    + ended.attempt().detail() + " " + ended.reached());
        }

        @Override
        public void closed(Errand errand) {
            told.add("closed");
        }
    }
}
