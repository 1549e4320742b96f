// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A small server of the tests' own, where no package has a real one: accepts on a loopback address of its own, so that it
 * can have the usual port of its protocol, and lets each connection be served as a document says.
 */
public final class StreamStandIn implements AutoCloseable {
    private static final int PATIENCE_MS = 5_000;

    private final ServerSocket listening;
    private final @Nullable SSLContext tls;
    private final Service service;
    private final ExecutorService threads = Executors.newCachedThreadPool(StreamStandIn::daemon);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** The server's side of one connection; that it returns, or throws, closes the connection. */
    @FunctionalInterface
    public interface Service {
        void serve(DataInputStream in, DataOutputStream out) throws IOException;
    }

    private StreamStandIn(ServerSocket listening, @Nullable SSLContext tls, Service service) {
        this.listening = listening;
        this.tls = tls;
        this.service = service;
    }

    /** @param port 0 for one that says nothing of the protocol */
    public static StreamStandIn inClear(int port, Service service) throws IOException {
        return start(port, null, service);
    }

    public static StreamStandIn insideTls(int port, Service service) throws IOException {
        return start(port, LabTls.context(), service);
    }

    private static StreamStandIn start(int port, @Nullable SSLContext tls, Service service) throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.bind(new InetSocketAddress(InetAddress.getByName(LoopbackAddress.next()), FreePorts.orNext(port)));
        StreamStandIn server = new StreamStandIn(listening, tls, service);
        server.threads.execute(server::accept);
        return server;
    }

    public String address() {
        return listening.getInetAddress().getHostAddress();
    }

    public int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        open.add(socket);
        try (socket;
                Socket spoken = tls == null ? socket : LabTls.serverSide(tls, socket)) {
            spoken.setSoTimeout(PATIENCE_MS);
            service.serve(
                    new DataInputStream(new BufferedInputStream(spoken.getInputStream())),
                    new DataOutputStream(spoken.getOutputStream()));
        } catch (IOException gone) {
            // The client went, or said what the server does not take; as in a real one, that ends its connection.
        } finally {
            open.remove(socket);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "stand-in");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
