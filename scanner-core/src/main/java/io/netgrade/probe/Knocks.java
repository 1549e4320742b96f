// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netty.channel.IoEventLoop;
import io.netty.channel.epoll.LinuxSocket;
import java.io.IOException;
import java.net.Inet6Address;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Tries TCP ports with bare sockets: most ports are closed or silent, and for those a channel with all that belongs to one
 * would be made for nothing. A socket whose port was closed or silent tries the next; one whose port is open is handed over.
 * Used on the event loop only, which has to be one of epoll, and closes them at its end.
 */
final class Knocks {
    /** Sockets kept while nothing is tried with them, of each family. */
    private static final int MOST_IDLE = 1_024;

    private final IoEventLoop loop;
    private final IcmpErrors errors;
    private final Deque<Knock> idle = new ArrayDeque<>();
    private final Deque<Knock> idle6 = new ArrayDeque<>();

    Knocks(IoEventLoop loop, IcmpErrors errors) {
        this.loop = loop;
        this.errors = errors;
    }

    /** Who wants to know. One of both is called, once, and never by {@link #at}. */
    interface Visitor {
        /** The connection is open; its descriptor is the visitor's from now on. */
        void opened(int descriptor);

        void failed(Faults fault);
    }

    /**
     * Tries a port.
     *
     * @param opens how long the connection may take to open
     * @return null where this way does not lead to it at all: the usual way meets the reason again and says what it is
     */
    @Nullable
    Knock at(Endpoint endpoint, Duration opens, Visitor visitor) {
        boolean six = endpoint.address() instanceof Inet6Address;
        Knock knock = (six ? idle6 : idle).pollLast();
        try {
            if (knock == null) {
                knock = new Knock(this, LinuxSocket.newSocketStream(six), six);
                knock.register(loop);
            }
            knock.begin(endpoint, opens, visitor);
            return knock;
        } catch (IOException | RuntimeException e) {
            if (knock != null) {
                knock.close();
            }
            return null;
        }
    }

    IcmpErrors errors() {
        return errors;
    }

    IoEventLoop loop() {
        return loop;
    }

    /** Takes back one with which nothing is tried any more. */
    void rests(Knock knock, boolean six) {
        Deque<Knock> resting = six ? idle6 : idle;
        if (resting.size() < MOST_IDLE) {
            resting.addLast(knock);
        } else {
            knock.close();
        }
    }
}
