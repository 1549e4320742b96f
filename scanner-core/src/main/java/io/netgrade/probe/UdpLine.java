// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One datagram socket, lent to the one conversation of an exchange; connected, unless that hears every port. What was
 * sent since the last answer is sent again after one second and after two more; then the endpoint has two seconds left to
 * answer. An endpoint that was silent to another question gets as many sends within two seconds.
 *
 * <p>What answers is open; ICMP port unreachable is closed ({@code REFUSED}); ICMP that forbids it is {@code FILTERED}; and
 * silence ({@code TIMED_OUT}) may be either of an open port and a filter.
 */
// What fails in a write, a close or a timer comes back through the pipeline, or is the end that was wanted.
@SuppressWarnings("FutureReturnValueIgnored")
final class UdpLine extends SimpleChannelInboundHandler<DatagramPacket> implements Line {
    private static final long[] WAIT_MILLIS = {1_000, 2_000, 2_000};
    private static final long[] WAIT_FOR_THE_SILENT_MILLIS = {500, 700, 800};

    private final Errand errand;
    private final ProbeLimits limits;
    private final Door door;
    private final Watcher watcher;
    private final Talk talk;
    private final Sitting sitting;
    private final List<byte[]> unanswered = new ArrayList<>();
    private final boolean everyPort;
    private InetSocketAddress peer;
    private @Nullable Channel channel;
    private @Nullable ScheduledFuture<?> wait;
    private final long[] waitMillis;
    private int waits;
    private boolean ended;

    UdpLine(Errand errand, ProbeLimits limits, Door door, Instant started, Watcher watcher) {
        this.errand = errand;
        this.limits = limits;
        this.door = door;
        this.watcher = watcher;
        this.talk = new Talk(errand.exchange(), limits.bytes(), this::write);
        this.sitting = new Sitting(errand, limits, door.loop(), started, why -> end(Status.TIMED_OUT, why));
        this.waitMillis = errand.silences() == 0 ? WAIT_MILLIS : WAIT_FOR_THE_SILENT_MILLIS;
        this.everyPort =
                errand.exchange().conversations().stream().anyMatch(conversation -> conversation.hearsEveryPort());
        this.peer = new InetSocketAddress(
                errand.endpoint().address(), errand.endpoint().port());
    }

    @Override
    public void open() {
        ChannelFuture opening = everyPort
                ? door.openToAll(errand.endpoint(), this)
                : door.open(errand.endpoint(), this, limits.connectTimeout());
        channel = opening.channel();
        channel.closeFuture().addListener(gone -> {
            end(Status.BUDGET_SPENT, Attempt.INTERRUPTED);
            watcher.closed(errand);
        });
        opening.addListener(this::opened);
    }

    @Override
    public void adopt(int descriptor) {
        throw new IllegalStateException("a datagram socket is never open before");
    }

    @Override
    public void abandon(String why) {
        end(Status.BUDGET_SPENT, why);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
        if (ended || (everyPort && !heeds(datagram.sender()))) {
            return;
        }
        unanswered.clear();
        talk.receiveDatagram(ByteBufUtil.getBytes(datagram.content()));
        waits = 0;
        awaitAnswer();
        endWhereOver();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        Faults fault = Faults.ofDatagram(cause);
        end(fault.status(), fault.detail());
    }

    /** From then on the port that the other side answered from is the one to speak to. */
    private boolean heeds(InetSocketAddress sender) {
        boolean same = errand.endpoint().address().equals(sender.getAddress());
        peer = same ? sender : peer;
        return same;
    }

    private void opened(Future<? super Void> opened) {
        if (ended) {
            return;
        }
        if (!opened.isSuccess()) {
            Faults fault = Faults.ofConnect(opened.cause());
            end(fault.status(), fault.detail());
            return;
        }
        sitting.opened();
        talk.open();
        awaitAnswer();
        endWhereOver();
    }

    private void write(byte[] bytes) {
        unanswered.add(bytes);
        transmit(bytes);
    }

    private void transmit(byte[] bytes) {
        if (channel != null) {
            ByteBuf content = Unpooled.wrappedBuffer(bytes);
            Object message = everyPort ? new DatagramPacket(content, peer) : content;
            channel.writeAndFlush(message).addListener(written -> {
                if (!written.isSuccess()) {
                    Faults fault = Faults.ofDatagram(written.cause());
                    end(fault.status(), fault.detail());
                }
            });
        }
    }

    private void awaitAnswer() {
        Sitting.cancel(wait);
        wait = ended ? null : door.loop().schedule(this::waited, waitMillis[waits], TimeUnit.MILLISECONDS);
    }

    private void waited() {
        waits++;
        if (waits == waitMillis.length) {
            end(Status.TIMED_OUT, "no answer to what was sent " + waits + " times");
            return;
        }
        List.copyOf(unanswered).forEach(this::transmit);
        awaitAnswer();
    }

    private void endWhereOver() {
        if (talk.over() && !ended) {
            end(talk.status(), talk.detail());
        }
    }

    private void end(Status status, String why) {
        if (ended) {
            return;
        }
        talk.end(status, why);
        ended = true;
        sitting.end();
        Sitting.cancel(wait);
        watcher.ended(
                errand,
                new Ended(sitting.attempt(talk), talk.received() > 0, talk.spoke(), talk.stated(), talk.heard()));
        if (channel != null) {
            channel.close();
        }
    }
}
