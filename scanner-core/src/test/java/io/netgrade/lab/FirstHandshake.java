// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The first handshake of a process loads so much that a prober would give up waiting: it is had here, with ourselves. */
final class FirstHandshake {
    private static final int PATIENCE_MS = 60_000;

    private FirstHandshake() {}

    /** @param context one that trusts itself; it is returned once it has shaken hands */
    static SSLContext within(SSLContext context) {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket listener = context.getServerSocketFactory().createServerSocket(0, 1, here);
                Socket client = context.getSocketFactory().createSocket(here, listener.getLocalPort());
                Socket server = listener.accept()) {
            Thread other = new Thread(() -> shake(client), "first handshake");
            other.start();
            shake(server);
            other.join();
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void shake(Socket side) {
        try {
            side.setSoTimeout(PATIENCE_MS);
            ((SSLSocket) side).startHandshake();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
