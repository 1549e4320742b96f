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
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One TCP connection, in clear, inside TLS of our own or led to it by STARTTLS, lent to the conversations of one exchange.
 *
 * <p>It is always closed as a guest leaves: a FIN, then what the other side still says is read and dropped for a short
 * while, so that it sees an end and not a reset. Small devices run out of connections where scanners do not do so.
 */
// What fails in a write, a close or a timer comes back through the pipeline, or is the end that was wanted.
@SuppressWarnings("FutureReturnValueIgnored")
final class TcpLine extends ChannelInboundHandlerAdapter implements Line, Knocks.Visitor {
    /** How long, and for how many bytes, the other side may go on after our FIN. */
    private static final long DRAIN_MILLIS = 500;

    private static final long DRAIN_BYTES = 256 * 1024;

    private final Errand errand;
    private final Door door;
    private final Watcher watcher;
    private final Talk talk;
    private final Sitting sitting;
    private final Duration opens;
    private @Nullable Channel channel;
    private @Nullable Knock knock;
    private boolean connected;
    private boolean ended;
    private long drained;

    /** @param opens how long the connection may take to open */
    TcpLine(Errand errand, ProbeLimits limits, Door door, Instant started, Duration opens, Watcher watcher) {
        this.opens = opens;
        this.errand = errand;
        this.door = door;
        this.watcher = watcher;
        this.talk = new Talk(errand.exchange(), limits.bytes(), this::write);
        this.sitting = new Sitting(errand, limits, door.loop(), started, why -> end(Status.TIMED_OUT, why));
    }

    @Override
    public void open() {
        knock = errand.announced() ? door.knock(errand.endpoint(), opens, this) : null;
        if (knock == null) {
            openChannel();
        }
    }

    @Override
    public void opened(int descriptor) {
        knock = null;
        adopt(descriptor);
    }

    @Override
    public void failed(Faults fault) {
        knock = null;
        ended = true;
        neverOpened(fault);
    }

    private void openChannel() {
        ChannelFuture connecting = door.open(errand.endpoint(), this, opens);
        channel = connecting.channel();
        connecting.addListener(this::connected);
    }

    @Override
    public void adopt(int descriptor) {
        try {
            ChannelFuture registering = door.adopt(descriptor, this);
            channel = registering.channel();
            registering.addListener(this::connected);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    @Override
    public void abandon(String why) {
        if (connected) {
            end(Status.BUDGET_SPENT, why);
        } else if (!ended) {
            ended = true;
            neverOpened(new Faults(Status.BUDGET_SPENT, why));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            byte[] bytes = ByteBufUtil.getBytes((ByteBuf) message);
            if (ended) {
                drain(bytes.length);
            } else {
                talk.receive(bytes);
                sitting.awaitMore(talk);
                openTlsWhereWanted(context.channel());
                endWhereOver();
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent) {
            boolean wasOver = ended;
            end(Status.CLOSED_EARLY, talk.received() == 0 ? "closed before it said anything" : "");
            if (wasOver && event instanceof ChannelInputShutdownEvent) {
                context.channel().close();
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        Faults fault = Faults.ofOpen(cause);
        end(fault.status() == Status.REFUSED ? Status.RESET : fault.status(), fault.detail());
        context.channel().close();
    }

    private void connected(Future<? super Void> opened) {
        try {
            begin(opened);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** A fault of ours, of which nobody who calls would tell: the errand would never end. */
    private void failed(RuntimeException why) {
        Faults fault = new Faults(Status.FAULT, Faults.text(why));
        if (connected) {
            end(fault.status(), fault.detail());
        } else if (!ended) {
            failed(fault);
        }
    }

    private void begin(Future<? super Void> opened) {
        if (ended || channel == null) {
            return;
        }
        if (!opened.isSuccess()) {
            ended = true;
            neverOpened(Faults.ofConnect(opened.cause()));
            return;
        }
        if (!channel.isActive()) {
            // It was open, and is not any more: it has no addresses either.
            ended = true;
            neverOpened(Faults.RESET_AT_ONCE);
            return;
        }
        if (itself(channel.localAddress(), channel.remoteAddress())) {
            ended = true;
            neverOpened(new Faults(Status.REFUSED, "only our own socket was there"));
            return;
        }
        connected = true;
        sitting.opened();
        channel.closeFuture().addListener(gone -> {
            end(Status.CLOSED_EARLY, "");
            watcher.closed(errand);
        });
        if (errand.announced()) {
            watcher.reached(errand, sitting.attempt("connect", Status.ANSWERED, "", talk));
        }
        if (errand.exchange().beginsWithTls()) {
            openTls(channel);
        }
        sitting.awaitMore(talk);
        if (!errand.exchange().beginsWithTls()) {
            talk.open();
            endWhereOver();
        }
    }

    /**
     * Whether a connection leads back to its own socket: a closed port of this machine seems open where it is the very
     * one that the kernel chose for our end (simultaneous open, RFC 9293 section 3.5).
     */
    static boolean itself(SocketAddress local, SocketAddress remote) {
        return local.equals(remote);
    }

    /** Behind a protocol's own STARTTLS. */
    private void openTlsWhereWanted(Channel open) {
        if (talk.wantsTls() && open.pipeline().get(SslHandler.class) == null) {
            openTls(open);
        }
    }

    private void openTls(Channel open) {
        SslHandler tls = TlsOpening.handler(open.alloc(), errand.exchange().applicationProtocol());
        tls.setHandshakeTimeoutMillis(0);
        tls.handshakeFuture().addListener(shaken -> {
            if (shaken.isSuccess()) {
                talk.open();
                endWhereOver();
            } else if (!ended) {
                Faults fault = Faults.ofOpen(shaken.cause());
                end(fault.status(), fault.detail());
            }
        });
        open.pipeline().addBefore(open.pipeline().context(this).name(), null, tls);
    }

    private void write(byte[] bytes) {
        if (channel != null) {
            channel.writeAndFlush(Unpooled.wrappedBuffer(bytes));
        }
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
        watcher.ended(errand, new Ended(sitting.attempt(talk), true, talk.spoke(), talk.stated(), talk.heard()));
        leave();
    }

    /** Says that we have finished (TLS close_notify where there is TLS, then FIN) and lets the other side finish too. */
    private void leave() {
        if (channel == null || !channel.isActive()) {
            return;
        }
        Channel leaving = channel;
        SslHandler tls = leaving.pipeline().get(SslHandler.class);
        boolean inside = tls != null && tls.handshakeFuture().isSuccess();
        ChannelFuture said = tls != null && inside ? tls.closeOutbound() : leaving.writeAndFlush(Unpooled.EMPTY_BUFFER);
        said.addListener(flushed -> {
            ((DuplexChannel) leaving).shutdownOutput();
            if (((DuplexChannel) leaving).isInputShutdown()) {
                leaving.close();
            }
        });
        door.loop().schedule(() -> leaving.close(), DRAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void drain(int bytes) {
        drained += bytes;
        if (drained > DRAIN_BYTES && channel != null) {
            channel.close();
        }
    }

    private void neverOpened(Faults fault) {
        Attempt attempt = sitting.attempt(errand.firstQuestion(), fault.status(), fault.detail(), talk);
        watcher.ended(errand, Ended.unreached(attempt));
        if (knock != null) {
            knock.leave();
        }
        if (channel != null) {
            channel.close();
        }
        watcher.closed(errand);
    }
}
