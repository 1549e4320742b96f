// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netty.channel.epoll.LinuxSocket;
import io.netty.channel.unix.Errors;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Tries ports of this machine itself, where the answer is there before {@code connect} returns. A socket that was refused
 * is used again for the next port, so that a closed port costs one call of the kernel and no channel.
 */
final class LocalKnock implements AutoCloseable {
    private @Nullable Socket socket;
    private boolean six;

    /** What a try came to. */
    enum Result {
        OPEN,
        REFUSED,
        /** The answer was not there at once, or is another one: to be asked in the usual way. */
        UNDECIDED
    }

    static boolean fits(Endpoint endpoint) {
        return endpoint.address().isLoopbackAddress();
    }

    Result at(Endpoint endpoint) {
        boolean wanted = endpoint.address() instanceof Inet6Address;
        if (wanted != six) {
            close();
            six = wanted;
        }
        Socket trying = socket == null ? LinuxSocket.newSocketStream(six) : socket;
        socket = trying;
        try {
            boolean open = trying.connect(new InetSocketAddress(endpoint.address(), endpoint.port()));
            int error = open ? 0 : trying.getSoError();
            if (open || (error == 0 && trying.remoteAddress() != null)) {
                return Result.OPEN;
            }
            if (error == -Errors.ERROR_ECONNREFUSED_NEGATIVE) {
                trying.disconnect();
                return Result.REFUSED;
            }
        } catch (IOException | RuntimeException e) {
            // Whatever it is, the usual way meets it again and says what it is.
            close();
            return Result.UNDECIDED;
        }
        close();
        return Result.UNDECIDED;
    }

    /** The descriptor of the connection that {@link Result#OPEN} spoke of; whoever takes it closes it. */
    int taken() {
        Socket open = socket;
        socket = null;
        if (open == null) {
            throw new IllegalStateException("no connection is open");
        }
        return open.intValue();
    }

    @Override
    public void close() {
        Socket old = socket;
        socket = null;
        if (old != null) {
            try {
                old.close();
            } catch (IOException e) {
                // It is gone one way or the other, and nothing was said on it.
                return;
            }
        }
    }
}
