// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;

/** A server behind a loopback socket, asked with a plain blocking connection. */
record SocketServer(int port) implements Server {
    private static final int MOST_MILLIS = 5_000;

    @Override
    public Attempt.Status hold(Conversation conversation, List<Fact> stated) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MOST_MILLIS);
            socket.setSoTimeout(MOST_MILLIS);
            return talk(socket, conversation, stated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attempt.Status talk(Socket socket, Conversation conversation, List<Fact> stated) throws IOException {
        Conversation.Peer peer = bytes -> send(socket, bytes);
        Attempt.Status end;
        try {
            conversation.opened(peer);
            Fed inbox = new Fed();
            byte[] buffer = new byte[4096];
            for (int read = socket.getInputStream().read(buffer);
                    read >= 0;
                    read = socket.getInputStream().read(buffer)) {
                inbox.add(Arrays.copyOf(buffer, read));
                Progress progress = conversation.received(inbox, peer, (fact, excerpt) -> stated.add(fact));
                if (progress != Progress.CONTINUE) {
                    return progress == Progress.DONE ? Attempt.Status.ANSWERED : Attempt.Status.NOT_THIS_PROTOCOL;
                }
            }
            end = Attempt.Status.CLOSED_EARLY;
        } catch (SocketTimeoutException e) {
            end = Attempt.Status.TIMED_OUT;
        } catch (SocketException e) {
            end = Attempt.Status.RESET;
        }
        return conversation.ended((fact, excerpt) -> stated.add(fact)) ? Attempt.Status.ANSWERED : end;
    }

    /** A goodbye to a server that closed first is lost, as it may be. */
    private static void send(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (SocketException gone) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
