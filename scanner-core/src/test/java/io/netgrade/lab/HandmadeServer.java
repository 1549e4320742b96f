// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A small server in this process, for a protocol that no package of the lab tree serves. It is written from the document
 * that it names, notes all it is sent, and takes nothing but what that document allows: the rest is a complaint, and ends
 * the connection.
 *
 * <p>It lives at a loopback address of its own, on its usual port where this process may bind that, else on a free one.
 */
public abstract class HandmadeServer implements AutoCloseable {
    private static final int LONGEST_DATAGRAM = 65_535;
    private static final int PATIENCE_MILLIS = 15_000;

    private final String address = Loopback.ownAddress();
    private final int port;
    private final Closeable listening;
    private final List<List<String>> talks = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final OpenConnections open = new OpenConnections();

    /** What is answered to one message, and whether the connection ends then. */
    protected static final class Reply {
        static final Reply NONE = new Reply(new byte[0], false);
        static final Reply CLOSE = new Reply(new byte[0], true);

        private final byte[] octets;
        private final boolean last;

        Reply(byte[] octets, boolean last) {
            this.octets = octets;
            this.last = last;
        }

        static Reply of(byte[] octets) {
            return new Reply(octets, false);
        }
    }

    /** What came is not what the document allows. */
    protected static final class NotAllowed extends IOException {
        private static final long serialVersionUID = 1;

        NotAllowed(String why) {
            super(why);
        }
    }

    /** @param stream whether it listens for connections; else for datagrams */
    protected HandmadeServer(int port, boolean stream) throws IOException {
        if (stream) {
            ServerSocket socket = stream(address, port);
            listening = socket;
            this.port = socket.getLocalPort();
            begin(() -> accept(socket));
        } else {
            DatagramSocket socket = datagrams(address, port);
            listening = socket;
            this.port = socket.getLocalPort();
            begin(() -> answer(socket));
        }
    }

    /** Reads one message to its end, as far as the document says where that is. */
    protected abstract byte[] message(DataInputStream in) throws IOException;

    /** The answer to one message; throws {@link NotAllowed} where the document does not allow the message. */
    protected abstract Reply reply(byte[] message) throws NotAllowed;

    /** What it says before it is asked. */
    protected byte[] greeting() {
        return new byte[0];
    }

    public final String address() {
        return address;
    }

    public final int port() {
        return port;
    }

    /** The messages of each connection that the document allows, in hexadecimal; of datagrams all in one list. */
    public final List<List<String>> talks() {
        return talks.stream().map(List::copyOf).toList();
    }

    /** What came that the document does not allow. */
    public final List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** How many connections were open at one time, at the most. */
    public final int mostAtOnce() {
        return open.most();
    }

    @Override
    public final void close() throws IOException {
        listening.close();
        for (Socket socket : open.all()) {
            socket.close();
        }
    }

    /** The four octets of {@link #address}. */
    protected final byte[] addressOctets() {
        return new InetSocketAddress(address, port).getAddress().getAddress();
    }

    protected static void must(boolean allowed, String why) throws NotAllowed {
        if (!allowed) {
            throw new NotAllowed(why);
        }
    }

    protected static byte[] hex(String octets) {
        return HexFormat.of().parseHex(octets.replace(" ", ""));
    }

    private void accept(ServerSocket listener) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.enter(socket);
                begin(() -> serve(socket));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    complaints.add(e.toString());
                }
            }
        }
    }

    private void serve(Socket socket) {
        List<String> talk = new CopyOnWriteArrayList<>();
        talks.add(talk);
        try (socket) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(greeting());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            boolean last = false;
            while (!last) {
                byte[] message = message(in);
                Reply reply = reply(message);
                talk.add(HexFormat.of().formatHex(message));
                socket.getOutputStream().write(reply.octets);
                last = reply.last;
            }
        } catch (NotAllowed e) {
            complaints.add(e.getMessage());
        } catch (EOFException | SocketException | SocketTimeoutException e) {
            // The other end has closed, or says nothing more.
            return;
        } catch (IOException e) {
            complaints.add(e.toString());
        } finally {
            open.leave(socket);
        }
    }

    private void answer(DatagramSocket socket) {
        List<String> talk = new CopyOnWriteArrayList<>();
        talks.add(talk);
        DatagramPacket packet = new DatagramPacket(new byte[LONGEST_DATAGRAM], LONGEST_DATAGRAM);
        while (!socket.isClosed()) {
            try {
                packet.setLength(LONGEST_DATAGRAM);
                socket.receive(packet);
                byte[] message = Arrays.copyOf(packet.getData(), packet.getLength());
                Reply reply = reply(message);
                talk.add(HexFormat.of().formatHex(message));
                if (reply.octets.length > 0) {
                    socket.send(new DatagramPacket(reply.octets, reply.octets.length, packet.getSocketAddress()));
                }
            } catch (NotAllowed e) {
                complaints.add(e.getMessage());
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    complaints.add(e.toString());
                }
            }
        }
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "handmade server");
        thread.setDaemon(true);
        thread.start();
    }

    private static ServerSocket stream(String address, int port) throws IOException {
        ServerSocket usual = new ServerSocket();
        try {
            usual.setReuseAddress(true);
            usual.bind(new InetSocketAddress(address, port));
            return usual;
        } catch (SocketException e) {
            usual.close();
        }
        ServerSocket other = new ServerSocket();
        other.bind(new InetSocketAddress(address, FreePorts.next()));
        return other;
    }

    private static DatagramSocket datagrams(String address, int port) throws IOException {
        try {
            return new DatagramSocket(new InetSocketAddress(address, port));
        } catch (SocketException e) {
            return new DatagramSocket(new InetSocketAddress(address, FreePorts.next()));
        }
    }
}
