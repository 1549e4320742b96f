// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Transport;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInboundHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The only way to the network, with the scope in front of it. Owns the event loop: one thread, epoll where the machine
 * has it and NIO elsewhere.
 */
final class Door implements AutoCloseable {
    static {
        // Netty numbers channels by it, and would look through all interfaces, and complain where none has an address.
        if (System.getProperty("io.netty.machineId") == null) {
            System.setProperty("io.netty.machineId", "02:00:00:00:00:01");
        }
    }

    private final Scope scope;
    private final InstantSource clock;
    private final boolean epoll;
    private final PacketTap tap;
    private final MultiThreadIoEventLoopGroup group;
    private final EventLoop loop;
    private final LocalKnock knock = new LocalKnock();
    private final Knocks knocks;
    private final @Nullable Associations associations;

    Door(Scope scope, InstantSource clock, boolean epollWanted) {
        this(scope, clock, epollWanted, PacketTap.NONE, null, IcmpErrors.NONE);
    }

    /**
     * @param tap is shown all that goes through
     * @param associations who opens those of SCTP; null where nobody does
     * @param errors who tells what ICMP said of connections
     */
    Door(
            Scope scope,
            InstantSource clock,
            boolean epollWanted,
            PacketTap tap,
            @Nullable Associations associations,
            IcmpErrors errors) {
        this.tap = tap;
        this.associations = associations;
        this.scope = scope;
        this.clock = clock;
        this.epoll = epollWanted && Epoll.isAvailable();
        this.group =
                new MultiThreadIoEventLoopGroup(1, epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        IoEventLoop only = group.next();
        this.loop = only;
        this.knocks = new Knocks(only, errors);
    }

    /** Why the endpoint must not be touched now; empty where it may be. */
    Optional<String> refusal(Endpoint endpoint) {
        return scope.refusal(endpoint, clock.instant());
    }

    /**
     * Opens a TCP connection or a connected datagram socket.
     *
     * @param opens how long a connection may take to open
     * @throws IllegalStateException where the scope refuses it: callers ask {@link #refusal} first, and a caller that
     *     forgets goes nowhere
     */
    ChannelFuture open(Endpoint endpoint, ChannelInboundHandler handler, Duration opens) {
        refuseOutside(endpoint);
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .handler(tapped(endpoint.transport(), handler))
                .remoteAddress(new InetSocketAddress(endpoint.address(), endpoint.port()));
        return switch (endpoint.transport()) {
            case TCP -> tcp(bootstrap, opens).connect();
            case UDP -> udp(bootstrap).connect();
            case IP, SCTP ->
                throw new IllegalStateException(
                        endpoint + ": no sockets for " + endpoint.transport().id());
        };
    }

    /** With a tap between the socket and its handler, where somebody looks. */
    private ChannelHandler tapped(Transport transport, ChannelInboundHandler handler) {
        if (tap == PacketTap.NONE) {
            return handler;
        }
        ChannelHandler between = transport == Transport.UDP ? new DatagramTap(tap, clock) : new StreamTap(tap, clock);
        return new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(between, handler);
            }
        };
    }

    /** Whether {@link #knock} may tell at once whether a port is open. */
    boolean knocks(Endpoint endpoint) {
        return epoll && tap == PacketTap.NONE && endpoint.transport() == Transport.TCP && LocalKnock.fits(endpoint);
    }

    /**
     * Tries a port of this machine.
     *
     * @throws IllegalStateException as {@link #open}
     */
    LocalKnock.Result knock(Endpoint endpoint) {
        refuseOutside(endpoint);
        return knock.at(endpoint);
    }

    /**
     * Tries whether a port is open, without a channel.
     *
     * @return null where that is not possible
     * @throws IllegalStateException as {@link #open}
     */
    @Nullable
    Knock knock(Endpoint endpoint, Duration opens, Knocks.Visitor visitor) {
        refuseOutside(endpoint);
        return epoll && tap == PacketTap.NONE ? knocks.at(endpoint, opens, visitor) : null;
    }

    /** The connection that a knock has opened. */
    int knocked() {
        return knock.taken();
    }

    /** Ends the connection that a knock has opened. */
    void leaveKnocked() {
        knock.close();
    }

    /** Goes on with a connection that a knock has opened. */
    ChannelFuture adopt(int descriptor, ChannelInboundHandler handler) {
        EpollSocketChannel channel = new EpollSocketChannel(descriptor);
        channel.config().setTcpNoDelay(true).setAllowHalfClosure(true);
        channel.pipeline().addLast(handler);
        return loop.register(channel);
    }

    /** Opens a datagram socket that hears whoever sends to it; whom to heed, and whom to send to, is the handler's to see to. */
    ChannelFuture openToAll(Endpoint endpoint, ChannelInboundHandler handler) {
        refuseOutside(endpoint);
        return udp(new Bootstrap().group(loop).handler(tapped(Transport.UDP, handler)))
                .bind(0);
    }

    /**
     * Opens an SCTP association.
     *
     * @throws IllegalStateException as {@link #open}, and where {@link #opens} says no
     */
    Associations.Open associate(Endpoint endpoint, Associations.Visitor visitor) {
        refuseOutside(endpoint);
        if (associations == null) {
            throw new IllegalStateException(endpoint + ": nobody opens associations");
        }
        return associations.open(endpoint, loop, tap, visitor);
    }

    boolean opens(Transport transport) {
        return transport == Transport.TCP
                || transport == Transport.UDP
                || (transport == Transport.SCTP && associations != null);
    }

    EventLoop loop() {
        return loop;
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
        knock.close();
    }

    private void refuseOutside(Endpoint endpoint) {
        refusal(endpoint).ifPresent(why -> {
            throw new IllegalStateException(endpoint + " is out of scope: " + why);
        });
    }

    private Bootstrap udp(Bootstrap bootstrap) {
        return bootstrap.channel(epoll ? EpollDatagramChannel.class : NioDatagramChannel.class);
    }

    private Bootstrap tcp(Bootstrap bootstrap, Duration opens) {
        return bootstrap
                .channel(epoll ? EpollSocketChannel.class : NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) opens.toMillis())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true);
    }
}
