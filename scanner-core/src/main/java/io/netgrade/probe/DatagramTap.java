// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.InstantSource;

/** Stands next to a connected datagram socket and tells a tap what goes over it. */
@SuppressWarnings("FutureReturnValueIgnored") // how a write ends is told to whoever asked for it
final class DatagramTap extends ChannelDuplexHandler {
    private final PacketTap tap;
    private final InstantSource clock;

    DatagramTap(PacketTap tap, InstantSource clock) {
        this.tap = tap;
        this.clock = clock;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes) {
            packet(context.channel().localAddress(), context.channel().remoteAddress(), bytes);
        } else if (message instanceof DatagramPacket datagram) {
            packet(context.channel().localAddress(), datagram.recipient(), datagram.content());
        }
        context.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof DatagramPacket datagram) {
            packet(datagram.sender(), context.channel().localAddress(), datagram.content());
        }
        context.fireChannelRead(message);
    }

    private void packet(SocketAddress from, SocketAddress to, ByteBuf data) {
        if (from instanceof InetSocketAddress source && to instanceof InetSocketAddress destination) {
            tap.packet(IpPacket.udp(source, destination, data.nioBuffer()), clock.instant());
        }
    }
}
