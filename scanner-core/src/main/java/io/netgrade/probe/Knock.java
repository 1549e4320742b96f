// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Attempt.Status;
import io.netty.channel.IoEvent;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.epoll.LinuxSocket;
import io.netty.channel.unix.Errors;
import io.netty.channel.unix.FileDescriptor;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One socket of {@link Knocks}: it tries one port at a time. */
final class Knock implements EpollIoHandle {
    /** Told once of each change: what is tried next may have begun before an old event is read. */
    private static final EpollIoOps EVENTS =
            EpollIoOps.EPOLLOUT.with(EpollIoOps.EPOLLERR).with(EpollIoOps.EPOLLET);

    /** After so many ports what the socket has kept of others is let go of, before it has no room for more. */
    private static final int FORGETS_AFTER = 64;

    private static final int[] KEEP_ERRORS = {0, 11};
    private static final int[] KEEP_ERRORS6 = {41, 25};

    private final Knocks knocks;
    private final LinuxSocket socket;
    private final boolean six;
    private @Nullable IoRegistration registration;
    private Knocks.@Nullable Visitor visitor;
    private @Nullable ScheduledFuture<?> patience;
    private @Nullable Endpoint tried;
    private int uses;

    Knock(Knocks knocks, LinuxSocket socket, boolean six) {
        this.knocks = knocks;
        this.socket = socket;
        this.six = six;
    }

    void register(IoEventLoop loop) throws IOException {
        Future<IoRegistration> registering = loop.register(this);
        registration = registering.getNow();
        if (registration == null) {
            throw new IOException("no event loop for the socket", registering.cause());
        }
        registration.submit(EVENTS);
        keepErrors(true);
    }

    /** Whether the socket keeps what ICMP says (IP_RECVERR, IPV6_RECVERR); what it has is forgotten where it does not. */
    private void keepErrors(boolean wanted) throws IOException {
        if (knocks.errors() != IcmpErrors.NONE) {
            int[] option = six ? KEEP_ERRORS6 : KEEP_ERRORS;
            socket.setIntOpt(option[0], option[1], wanted ? 1 : 0);
        }
    }

    void begin(Endpoint endpoint, Duration opens, Knocks.Visitor wanted) throws IOException {
        if (++uses % FORGETS_AFTER == 0) {
            keepErrors(false);
            keepErrors(true);
        }
        tried = endpoint;
        socket.connect(new InetSocketAddress(endpoint.address(), endpoint.port()));
        visitor = wanted;
        patience = knocks.loop().schedule(this::silent, opens.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends it; nobody is told. */
    void leave() {
        if (visitor != null) {
            over();
            rest();
        }
    }

    @Override
    public void handle(IoRegistration registered, IoEvent event) {
        if (visitor == null) {
            return;
        }
        try {
            tellWhatCame();
        } catch (IOException e) {
            broken(e);
        }
    }

    /** False where nothing came. */
    private boolean tellWhatCame() throws IOException {
        int error = socket.getSoError();
        if (error != 0) {
            failed(error);
            return true;
        }
        if (socket.remoteAddress() != null) {
            opened();
            return true;
        }
        return false;
    }

    private void silent() {
        if (visitor == null) {
            return;
        }
        try {
            if (!tellWhatCame()) {
                Knocks.Visitor told = over();
                rest();
                told.failed(new Faults(Status.FILTERED, ""));
            }
        } catch (IOException e) {
            broken(e);
        }
    }

    private void opened() throws IOException {
        // Of an open connection an ICMP message would be the end, where it is none without it (RFC 1122 section
        // 4.2.3.9).
        keepErrors(false);
        Knocks.Visitor told = over();
        if (registration != null) {
            registration.cancel();
        }
        told.opened(socket.intValue());
    }

    private void failed(int error) {
        Knocks.Visitor told = over();
        Faults why = error == -Errors.ERROR_ECONNREFUSED_NEGATIVE ? new Faults(Status.REFUSED, "") : why(error);
        rest();
        told.failed(why);
    }

    private Faults why(int error) {
        return Optional.ofNullable(tried)
                .flatMap(endpoint -> knocks.errors().about(socket.intValue(), endpoint))
                .map(said -> new Faults(said.status(), said.detail()))
                .orElseGet(() -> fault(error));
    }

    private void broken(IOException why) {
        Knocks.Visitor told = over();
        close();
        told.failed(Faults.ofConnect(why));
    }

    private static Faults fault(int error) {
        try {
            boolean known = Errors.handleConnectErrno("connect", -error);
            return new Faults(Status.UNREACHABLE, known ? "" : "error " + error);
        } catch (IOException e) {
            return Faults.ofConnect(e);
        }
    }

    private Knocks.Visitor over() {
        Knocks.Visitor told = visitor;
        visitor = null;
        if (patience != null) {
            patience.cancel(false);
        }
        if (told == null) {
            throw new IllegalStateException("nothing is tried");
        }
        return told;
    }

    /**
     * Makes the socket a new one for whatever comes next; of a connection that never opened nobody is told. An ICMP error that
     * came since it was last asked for would else be told of the next port.
     */
    private void rest() {
        try {
            socket.disconnect();
            socket.getSoError();
            knocks.rests(this, six);
        } catch (IOException e) {
            close();
        }
    }

    @Override
    public FileDescriptor fd() {
        return socket;
    }

    @Override
    public void close() {
        if (registration != null) {
            registration.cancel();
        }
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone one way or the other, and nothing was said on it.
            return;
        }
    }
}
