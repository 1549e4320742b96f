// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.fact.Attempt.Status;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.ChannelOutputShutdownEvent;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Stands next to the socket of a connection and tells a tap what goes over it, from the SYN to the end. */
@SuppressWarnings("FutureReturnValueIgnored") // how a connect ends is told to whoever asked for it
final class StreamTap extends ChannelDuplexHandler {
    private static final int LONGEST_SEGMENT = 16_384;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final PacketTap tap;
    private final InstantSource clock;
    private final Side own = new Side();
    private final Side other = new Side();
    private Instant began = Instant.EPOCH;
    private boolean asked;
    private boolean open;
    private boolean reset;

    StreamTap(PacketTap tap, InstantSource clock) {
        this.tap = tap;
        this.clock = clock;
    }

    /** One end, and which octet it says next. */
    private static final class Side {
        private @Nullable InetSocketAddress address;
        private int next = ThreadLocalRandom.current().nextInt();
        private boolean ended;
    }

    @Override
    public void connect(
            ChannelHandlerContext context,
            SocketAddress remote,
            @Nullable SocketAddress local,
            ChannelPromise promise) {
        began = clock.instant();
        other.address = (InetSocketAddress) remote;
        promise.addListener(opened -> {
            if (!opened.isSuccess() && Faults.ofConnect(opened.cause()).status() == Status.REFUSED) {
                ask(context.channel());
                says(other, own, IpPacket.RST | IpPacket.ACK, NOTHING);
            }
        });
        context.connect(remote, local, promise);
        ask(context.channel());
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        establish(context.channel());
        context.fireChannelActive();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes) {
            establish(context.channel());
            data(own, other, bytes);
        }
        context.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            data(other, own, bytes);
        }
        context.fireChannelRead(message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelOutputShutdownEvent) {
            end(own, other);
        } else if (event instanceof ChannelInputShutdownEvent) {
            end(other, own);
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (open && !reset && Faults.ofOpen(cause).status() == Status.RESET) {
            reset = true;
            says(other, own, IpPacket.RST | IpPacket.ACK, NOTHING);
        }
        context.fireExceptionCaught(cause);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end(own, other);
        context.fireChannelInactive();
    }

    /** The SYN, once our own address is known: some machines tell it only when the connection is open. */
    private void ask(Channel channel) {
        if (!asked && channel.localAddress() instanceof InetSocketAddress local) {
            asked = true;
            own.address = local;
            packet(own, other, IpPacket.SYN, 0, NOTHING, began);
            own.next++;
        }
    }

    private void establish(Channel channel) {
        if (open) {
            return;
        }
        open = true;
        ask(channel);
        says(other, own, IpPacket.SYN | IpPacket.ACK, NOTHING);
        other.next++;
        says(own, other, IpPacket.ACK, NOTHING);
    }

    private void data(Side from, Side to, ByteBuf bytes) {
        ByteBuffer all = bytes.nioBuffer();
        while (all.hasRemaining()) {
            int length = Math.min(LONGEST_SEGMENT, all.remaining());
            says(from, to, IpPacket.PSH | IpPacket.ACK, all.slice(all.position(), length));
            all.position(all.position() + length);
            from.next += length;
        }
    }

    private void end(Side from, Side to) {
        if (open && !reset && !from.ended) {
            from.ended = true;
            says(from, to, IpPacket.FIN | IpPacket.ACK, NOTHING);
            from.next++;
        }
    }

    private void says(Side from, Side to, int flags, ByteBuffer data) {
        packet(from, to, flags, to.next, data, clock.instant());
    }

    private void packet(Side from, Side to, int flags, int acknowledgment, ByteBuffer data, Instant time) {
        if (from.address != null && to.address != null) {
            tap.packet(IpPacket.tcp(from.address, to.address, flags, from.next, acknowledgment, data), time);
        }
    }
}
