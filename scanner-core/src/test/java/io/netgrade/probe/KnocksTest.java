// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.lab.FreePorts;
import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.unix.Socket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnocksTest {
    private static final IcmpErrors ERRORS = (descriptor, endpoint) -> Optional.empty();

    /** Level and name of IP_RECVERR and IPV6_RECVERR: an open connection that had it would end of a message that may pass. */
    @ParameterizedTest
    @CsvSource({"127.0.0.1,0,11", "::1,41,25"})
    void anOpenConnectionKeepsNoIcmpErrorsAndOneThatTriesDoes(String address, int level, int name) throws Exception {
        Assumptions.assumeTrue(Epoll.isAvailable(), "epoll is Linux's");
        MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        try (ServerSocket server = new ServerSocket(FreePorts.next(), 5, InetAddress.getByName(address))) {
            IoEventLoop loop = group.next();
            Endpoint endpoint = new Endpoint(InetAddress.getByName(address), server.getLocalPort(), Transport.TCP);
            CompletableFuture<Integer> opened = new CompletableFuture<>();
            CompletableFuture<Integer> trying = new CompletableFuture<>();
            loop.execute(() -> {
                Knock knock = new Knocks(loop, ERRORS).at(endpoint, Duration.ofSeconds(30), completing(opened));
                trying.complete(option(knock == null ? -1 : knock.fd().intValue(), level, name));
            });

            assertThat(trying.get(30, TimeUnit.SECONDS)).isOne();
            int descriptor = opened.get(30, TimeUnit.SECONDS);
            assertThat(option(descriptor, level, name)).isZero();
            new Socket(descriptor).close();
        } finally {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }

    private static Knocks.Visitor completing(CompletableFuture<Integer> opened) {
        return new Knocks.Visitor() {
            @Override
            public void opened(int descriptor) {
                opened.complete(descriptor);
            }

            @Override
            public void failed(Faults fault) {
                opened.completeExceptionally(new AssertionError(fault));
            }
        };
    }

    private static int option(int descriptor, int level, int name) {
        try {
            return new Socket(descriptor).getIntOpt(level, name);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
