// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt.Status;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KnocksTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private @Nullable MultiThreadIoEventLoopGroup group;
    private @Nullable Knocks knocks;

    @BeforeEach
    void opens() {
        assumeTrue(Epoll.isAvailable(), "no epoll here");
        group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        knocks = new Knocks(group.next());
    }

    @AfterEach
    void closes() {
        if (group != null) {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    @Test
    void oneSocketTriesWhatIsClosedAndSilentAndOpenOneAfterAnother() throws Exception {
        try (ServerSocket open = new ServerSocket(0, 50, at("127.0.0.1"));
                Silent silent = new Silent()) {
            Endpoint closed = closed("127.0.0.1");
            for (int round = 0; round < 3; round++) {
                assertThat(tried(closed, LONG)).isEqualTo("REFUSED");
                assertThat(tried(silent.endpoint(), Duration.ofMillis(50))).isEqualTo("FILTERED");
            }
            assertThat(tried(endpoint(open), LONG)).isEqualTo("open");
            assertThat(tried(closed, LONG)).isEqualTo("REFUSED");
            assertThat(tried(endpoint(open), LONG)).isEqualTo("open");
        }
    }

    @Test
    void bothFamiliesAreTriedInTurn() throws Exception {
        assumeTrue(hasIpv6(), "no IPv6 here");
        try (ServerSocket open = new ServerSocket(0, 50, at("::1"))) {
            assertThat(tried(closed("::1"), LONG)).isEqualTo("REFUSED");
            assertThat(tried(closed("127.0.0.1"), LONG)).isEqualTo("REFUSED");
            assertThat(tried(endpoint(open), LONG)).isEqualTo("open");
            assertThat(tried(closed("127.0.0.1"), LONG)).isEqualTo("REFUSED");
        }
    }

    @Test
    void manyAtATimeAreEachToldOfTheirOwn() throws Exception {
        try (ServerSocket open = new ServerSocket(0, 50, at("127.0.0.1"))) {
            Endpoint closed = closed("127.0.0.1");
            onLoop(() -> {
                for (int i = 0; i < 40; i++) {
                    begin(i % 4 == 0 ? endpoint(open) : closed, LONG);
                }
            });
            List<String> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(next());
            }
            assertThat(all).filteredOn("open"::equals).hasSize(10);
            assertThat(all).filteredOn("REFUSED"::equals).hasSize(30);
        }
    }

    @Test
    void whatIsLeftTellsNobodyAndItsSocketGoesOn() throws Exception {
        try (Silent silent = new Silent()) {
            onLoop(() -> begin(silent.endpoint(), LONG).leave());
            assertThat(tried(closed("127.0.0.1"), LONG)).isEqualTo("REFUSED");
            assertThat(told).isEmpty();
        }
    }

    @Test
    void whatTheKernelRefusesAtOnceIsLeftToTheUsualWay() throws Exception {
        List<Object> begun = new ArrayList<>();
        onLoop(() -> begun.add(knocks().at(new Endpoint(broadcast(), 9, Transport.TCP), LONG, new Told()) == null));
        assertThat(begun).containsExactly(true);
        assertThat(told).isEmpty();
    }

    /** One after another, the socket of each is the one of the last. */
    private String tried(Endpoint endpoint, Duration opens) throws Exception {
        onLoop(() -> begin(endpoint, opens));
        return next();
    }

    private String next() throws InterruptedException {
        return String.valueOf(told.poll(30, TimeUnit.SECONDS));
    }

    private Knock begin(Endpoint endpoint, Duration opens) {
        Knock knock = knocks().at(endpoint, opens, new Told());
        assertThat(knock).as("a way to " + endpoint).isNotNull();
        return Objects.requireNonNull(knock);
    }

    private Knocks knocks() {
        return Objects.requireNonNull(knocks);
    }

    private void onLoop(Runnable step) throws Exception {
        Objects.requireNonNull(group).next().submit(step).get(30, TimeUnit.SECONDS);
    }

    private static Endpoint endpoint(ServerSocket listener) {
        return new Endpoint(listener.getInetAddress(), listener.getLocalPort(), Transport.TCP);
    }

    private static Endpoint closed(String address) throws IOException {
        try (ServerSocket gone = new ServerSocket(0, 1, at(address))) {
            return endpoint(gone);
        }
    }

    private static InetAddress at(String address) throws UnknownHostException {
        return InetAddress.getByName(address);
    }

    private static InetAddress broadcast() {
        try {
            return at("255.255.255.255");
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasIpv6() {
        try (ServerSocket any = new ServerSocket(0, 1, at("::1"))) {
            return any.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private final class Told implements Knocks.Visitor {
        @Override
        public void opened(int descriptor) {
            try {
                new Socket(descriptor).close();
                told.add("open");
            } catch (IOException e) {
                told.add(e.toString());
            }
        }

        @Override
        public void failed(Faults fault) {
            told.add(
                    fault.status() == Status.REFUSED || fault.status() == Status.FILTERED
                            ? fault.status().name()
                            : fault.toString());
        }
    }

    /** A listener whose queue is full: Linux drops the SYNs of all who come then. */
    private static final class Silent implements AutoCloseable {
        private final ServerSocket listener = new ServerSocket(0, 1, at("127.0.0.1"));
        private final List<SocketChannel> waiting = new ArrayList<>();

        private Silent() throws IOException {
            for (int i = 0; i < 8; i++) {
                SocketChannel one = SocketChannel.open();
                one.configureBlocking(false);
                one.connect(listener.getLocalSocketAddress());
                waiting.add(one);
            }
        }

        private Endpoint endpoint() {
            return KnocksTest.endpoint(listener);
        }

        @Override
        public void close() throws IOException {
            for (SocketChannel one : waiting) {
                one.close();
            }
            listener.close();
        }
    }
}
