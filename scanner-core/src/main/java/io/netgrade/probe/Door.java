// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Transport;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The only way to the network, with the scope in front of it. Owns the event loop: one thread, epoll where the machine
 * has it and NIO elsewhere.
 */
final class Door implements AutoCloseable {
    private final Scope scope;
    private final ProbeLimits limits;
    private final InstantSource clock;
    private final boolean epoll;
    private final MultiThreadIoEventLoopGroup group;
    private final EventLoop loop;

    Door(Scope scope, ProbeLimits limits, InstantSource clock, boolean epollWanted) {
        this.scope = scope;
        this.limits = limits;
        this.clock = clock;
        this.epoll = epollWanted && Epoll.isAvailable();
        this.group =
                new MultiThreadIoEventLoopGroup(1, epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        this.loop = group.next();
    }

    /** Why the endpoint must not be touched now; empty where it may be. */
    Optional<String> refusal(Endpoint endpoint) {
        return scope.refusal(endpoint, clock.instant());
    }

    /**
     * Opens a TCP connection or a connected datagram socket.
     *
     * @throws IllegalStateException where the scope refuses it: callers ask {@link #refusal} first, and a caller that
     *     forgets goes nowhere
     */
    ChannelFuture open(Endpoint endpoint, ChannelInboundHandler handler) {
        refusal(endpoint).ifPresent(why -> {
            throw new IllegalStateException(endpoint + " is out of scope: " + why);
        });
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .handler(handler)
                .remoteAddress(new InetSocketAddress(endpoint.address(), endpoint.port()));
        return switch (endpoint.transport()) {
            case TCP -> tcp(bootstrap).connect();
            case UDP -> udp(bootstrap).connect();
            case IP, SCTP ->
                throw new IllegalStateException(
                        endpoint + ": no sockets for " + endpoint.transport().id());
        };
    }

    /** Opens a datagram socket that hears whoever sends to it; whom to heed, and whom to send to, is the handler's to see to. */
    ChannelFuture openToAll(Endpoint endpoint, ChannelInboundHandler handler) {
        refusal(endpoint).ifPresent(why -> {
            throw new IllegalStateException(endpoint + " is out of scope: " + why);
        });
        return udp(new Bootstrap().group(loop).handler(handler)).bind(0);
    }

    static boolean opens(Transport transport) {
        return transport == Transport.TCP || transport == Transport.UDP;
    }

    EventLoop loop() {
        return loop;
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }

    private Bootstrap udp(Bootstrap bootstrap) {
        return bootstrap.channel(epoll ? EpollDatagramChannel.class : NioDatagramChannel.class);
    }

    private Bootstrap tcp(Bootstrap bootstrap) {
        return bootstrap
                .channel(epoll ? EpollSocketChannel.class : NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        limits.connectTimeout().toMillis())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true);
    }
}
