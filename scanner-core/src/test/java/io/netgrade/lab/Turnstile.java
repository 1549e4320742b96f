// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before servers as one host, hands on what passes, and notes what was said to them on each connection. */
public final class Turnstile implements AutoCloseable {
    private final String address = Loopback.ownAddress();
    private final List<ServerSocket> listeners = new ArrayList<>();
    private final List<Passage> passages = new CopyOnWriteArrayList<>();
    private final OpenConnections open = new OpenConnections();

    /** @param servers by the port that they seem to be at */
    public Turnstile(Map<Integer, InetSocketAddress> servers) throws IOException {
        for (Map.Entry<Integer, InetSocketAddress> server : servers.entrySet()) {
            ServerSocket listener = new ServerSocket();
            listeners.add(listener);
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(address, server.getKey()));
            begin(() -> accept(listener, server.getValue()));
        }
    }

    public String address() {
        return address;
    }

    /** All that was said to the server on each connection, in hexadecimal. */
    public List<String> said() {
        return passages.stream().map(passage -> String.join("", passage.said)).toList();
    }

    /** How many connections were open at one time, at the most. */
    public int mostAtOnce() {
        return open.most();
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket listener : listeners) {
            listener.close();
        }
        for (Passage passage : passages) {
            passage.close();
        }
    }

    private void accept(ServerSocket listener, InetSocketAddress server) {
        while (!listener.isClosed()) {
            try {
                Passage passage = new Passage(listener.accept(), server);
                open.enter(passage.client);
                passages.add(passage);
                begin(passage::pass);
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "turnstile");
        thread.setDaemon(true);
        thread.start();
    }

    private final class Passage {
        private final Socket client;
        private final InetSocketAddress server;
        private final Socket behind = new Socket();
        private final List<String> said = new CopyOnWriteArrayList<>();

        Passage(Socket client, InetSocketAddress server) {
            this.client = client;
            this.server = server;
        }

        void pass() {
            try {
                behind.connect(server, 5_000);
                begin(() -> copy(behind, client, false));
                copy(client, behind, true);
            } catch (IOException e) {
                throw new UncheckedIOException("the server behind the turnstile is not there", e);
            } finally {
                open.leave(client);
                close();
            }
        }

        private void copy(Socket from, Socket to, boolean noted) {
            byte[] octets = new byte[8_192];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int length = in.read(octets); length >= 0; length = in.read(octets)) {
                    if (noted) {
                        said.add(HexFormat.of().formatHex(octets, 0, length));
                    }
                    out.write(octets, 0, length);
                }
                to.shutdownOutput();
            } catch (IOException e) {
                close();
            }
        }

        void close() {
            try {
                client.close();
                behind.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
