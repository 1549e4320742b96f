// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortSet;
import io.netgrade.lab.FreePorts;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP server on a loopback address that runs a script with each connection and notes how each one ended. */
final class LoopbackServer implements AutoCloseable {
    /** What the server does with one connection. */
    interface Script {
        void run(Socket socket) throws IOException;
    }

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Script script;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private final List<Long> accepted = new CopyOnWriteArrayList<>();
    private final List<String> ends = new CopyOnWriteArrayList<>();

    private LoopbackServer(ServerSocket listener, Script script) {
        this.listener = listener;
        this.script = script;
        threads.execute(this::accept);
    }

    static LoopbackServer running(Script script) {
        return running("127.0.0.1", script);
    }

    static LoopbackServer running(String address, Script script) {
        return listening(address, FreePorts.next(), script);
    }

    static LoopbackServer listening(String address, int port, Script script) {
        try {
            return new LoopbackServer(new ServerSocket(port, 200, InetAddress.getByName(address)), script);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Reads until the client ends, and drops it. */
    static void readToTheEnd(Socket socket) throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Reads one line, without its end; empty at the end of the stream. */
    static String line(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = socket.getInputStream().read();
                read >= 0 && read != '\n';
                read = socket.getInputStream().read()) {
            line.append((char) read);
        }
        return line.toString();
    }

    static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    int port() {
        return listener.getLocalPort();
    }

    ProbeTarget target() {
        return new ProbeTarget(AddressRange.of(listener.getInetAddress()), PortSet.of(port()), PortSet.NONE);
    }

    /** The times of {@link System#nanoTime} at which connections came. */
    List<Long> accepted() {
        return accepted;
    }

    /** The most connections that were open at a time. */
    int peak() {
        return peak.get();
    }

    /** For each connection that is over: {@code end}, or the exception's message. */
    List<String> ends() {
        return ends;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                accepted.add(System.nanoTime());
                peak.accumulateAndGet(open.incrementAndGet(), Math::max);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            assertClosed();
        }
    }

    private void assertClosed() {
        if (!listener.isClosed()) {
            ends.add("the listener failed");
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            script.run(socket);
            ends.add("end");
        } catch (IOException e) {
            ends.add(String.valueOf(e.getMessage()));
        } finally {
            open.decrementAndGet();
        }
    }
}
