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

/**
 * The first handshake of a process loads so much that a prober would give up waiting: it is had here, with ourselves. TCP
 * ends it, as both sides of TLS would wait for the other's goodbye.
 */
final class FirstHandshake {
    private static final int PATIENCE_MS = 60_000;

    private FirstHandshake() {}

    /** @param context one that trusts itself; it is returned once it has shaken hands */
    static SSLContext within(SSLContext context) {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket listener = new ServerSocket(0, 1, here);
                Socket client = new Socket(here, listener.getLocalPort());
                Socket server = listener.accept()) {
            SSLSocket asking = over(client, context);
            SSLSocket asked = over(server, context);
            asked.setUseClientMode(false);
            Thread other = new Thread(() -> shake(asking), "first handshake");
            other.start();
            shake(asked);
            other.join();
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SSLSocket over(Socket open, SSLContext context) throws IOException {
        open.setSoTimeout(PATIENCE_MS);
        return (SSLSocket) context.getSocketFactory().createSocket(open, "", open.getPort(), false);
    }

    private static void shake(SSLSocket side) {
        try {
            side.startHandshake();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
