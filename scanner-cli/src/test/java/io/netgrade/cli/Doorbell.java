// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.lab.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens on every address of this machine, notes who rang where and when, and closes; some addresses hold
 * the first connection. */
final class Doorbell implements AutoCloseable {
    private final ServerSocket listener;
    private final List<String> silent;
    private final List<Socket> held = new CopyOnWriteArrayList<>();
    private final Map<String, List<Long>> rung = new ConcurrentHashMap<>();

    Doorbell(String... silent) {
        this.silent = List.of(silent);
        try {
            listener = new ServerSocket();
            listener.bind(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), FreePorts.next()), 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::listen, "doorbell");
        thread.setDaemon(true);
        thread.start();
    }

    String port() {
        return String.valueOf(listener.getLocalPort());
    }

    /** The moments of {@link System#nanoTime} at which each address was connected to. */
    Map<String, List<Long>> rung() {
        return rung;
    }

    private void listen() {
        try {
            while (true) {
                Socket socket = listener.accept();
                String address = socket.getLocalAddress().getHostAddress();
                List<Long> moments = rung.computeIfAbsent(address, any -> new CopyOnWriteArrayList<>());
                moments.add(System.nanoTime());
                if (silent.contains(address) && moments.size() == 1) {
                    held.add(socket);
                } else {
                    socket.close();
                }
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : held) {
            socket.close();
        }
    }
}
