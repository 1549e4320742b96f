// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab.standin;

import io.netgrade.endpoint.Transport;
import io.netgrade.lab.FreePorts;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A node on a free port of loopback, over UDP, TCP or both; it keeps all that it hears, and what of that is forbidden. */
public final class StandIn implements AutoCloseable {
    private static final int LARGEST_DATAGRAM = 65_536;
    private static final int PATIENCE_SECONDS = 10;

    private final Spoken spoken;
    private final ServerSocket listener;
    private final DatagramSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(StandIn::thread);
    private final List<byte[]> heard = new CopyOnWriteArrayList<>();
    private final List<String> breaches = new CopyOnWriteArrayList<>();
    private final List<Future<?>> connections = new CopyOnWriteArrayList<>();
    private final Semaphore ownWords = new Semaphore(0);

    private StandIn(Spoken spoken, ServerSocket listener, DatagramSocket socket) {
        this.spoken = spoken;
        this.listener = listener;
        this.socket = socket;
    }

    public static StandIn over(Transport transport, Spoken spoken) throws IOException {
        return over(Set.of(transport), spoken);
    }

    /** @param transports UDP, TCP or both; the port is closed over the other */
    public static StandIn over(Set<Transport> transports, Spoken spoken) throws IOException {
        InetSocketAddress place = new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePorts.next());
        ServerSocket listener = new ServerSocket(place.getPort(), 50, place.getAddress());
        return begun(transports, new StandIn(spoken, listener, new DatagramSocket(place)));
    }

    /** Over UDP at an address and a port of choice, where a protocol is told by its port. */
    public static StandIn at(InetSocketAddress place, Spoken spoken) throws IOException {
        ServerSocket listener = new ServerSocket(place.getPort(), 1, place.getAddress());
        return begun(Set.of(Transport.UDP), new StandIn(spoken, listener, new DatagramSocket(place)));
    }

    private static StandIn begun(Set<Transport> transports, StandIn node) throws IOException {
        if (transports.contains(Transport.UDP)) {
            node.threads.execute(node::hearDatagrams);
        } else {
            node.socket.close();
        }
        if (transports.contains(Transport.TCP)) {
            node.threads.execute(node::accept);
        } else {
            node.listener.close();
        }
        return node;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "stand-in");
        thread.setDaemon(true);
        return thread;
    }

    /** The loopback address in text form. */
    public String address() {
        return listener.getInetAddress().getHostAddress();
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** All that came, message by message, of a stream at its end what is left. */
    public List<byte[]> heard() {
        return List.copyOf(heard);
    }

    /** What was heard that the document forbids: the rule, and the message in hexadecimal. */
    public List<String> breaches() {
        return List.copyOf(breaches);
    }

    /**
     * Waits until it has heard all that was sent to it before: a datagram and a connection of its own come last. Every
     * connection must be closed by the other side, or have been by its own.
     */
    public void hearOut() throws IOException, InterruptedException {
        if (!socket.isClosed()) {
            socket.send(new DatagramPacket(new byte[0], 0, socket.getLocalSocketAddress()));
            if (!ownWords.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the node hears no datagrams any more");
            }
        }
        if (!listener.isClosed()) {
            try (Socket last = new Socket(listener.getInetAddress(), listener.getLocalPort())) {
                last.shutdownOutput();
                last.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
            for (Future<?> connection : connections) {
                end(connection);
            }
        }
    }

    private static void end(Future<?> connection) throws IOException, InterruptedException {
        try {
            connection.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("a connection to the node did not end", e);
        }
    }

    private void hearDatagrams() {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
        while (!socket.isClosed()) {
            try {
                packet.setLength(LARGEST_DATAGRAM);
                socket.receive(packet);
                InetSocketAddress asker = (InetSocketAddress) packet.getSocketAddress();
                if (asker.equals(socket.getLocalSocketAddress())) {
                    ownWords.release();
                    continue;
                }
                Turn turn = turn(Arrays.copyOf(packet.getData(), packet.getLength()), asker);
                for (byte[] message : turn.says()) {
                    socket.send(new DatagramPacket(message, message.length, asker));
                }
            } catch (IOException e) {
                note(e, socket.isClosed());
            }
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                connections.add(threads.submit(() -> serve(connection)));
            } catch (IOException e) {
                note(e, listener.isClosed());
            }
        }
    }

    /** What fails once the test is over is its end. */
    private void note(IOException failure, boolean over) {
        if (!over) {
            breaches.add("the node failed: " + failure);
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            converse(connection);
        } catch (SocketException e) {
            // The other side is gone without a goodbye, which it may.
        } catch (IOException e) {
            note(e, listener.isClosed());
        }
    }

    private void converse(Socket connection) throws IOException {
        byte[] rest = {};
        try {
            InetSocketAddress asker = (InetSocketAddress) connection.getRemoteSocketAddress();
            byte[] more = new byte[Spoken.LONGEST];
            for (int read = 0; read >= 0; read = connection.getInputStream().read(more)) {
                rest = Arrays.copyOf(rest, rest.length + read);
                System.arraycopy(more, 0, rest, rest.length - read, read);
                for (int length = length(rest); length > 0; length = length(rest)) {
                    Turn turn = turn(Arrays.copyOf(rest, length), asker);
                    rest = Arrays.copyOfRange(rest, length, rest.length);
                    say(connection, turn);
                    if (turn.leaves()) {
                        return;
                    }
                }
            }
        } finally {
            if (rest.length > 0) {
                heard.add(rest);
            }
        }
    }

    private static void say(Socket connection, Turn turn) throws IOException {
        for (byte[] message : turn.says()) {
            connection.getOutputStream().write(message);
        }
    }

    /** Octets of the first message; all there are where no message begins so, which its turn will tell. */
    private int length(byte[] said) {
        try {
            int length = said.length == 0 ? 0 : spoken.length(ByteBuffer.wrap(said));
            return length > said.length ? 0 : length;
        } catch (Breach breach) {
            return said.length;
        }
    }

    private Turn turn(byte[] message, InetSocketAddress asker) {
        heard.add(message);
        try {
            return spoken.answer(ByteBuffer.wrap(message), asker);
        } catch (Breach breach) {
            breaches.add(breach.getMessage() + ": " + HexFormat.of().formatHex(message));
            return breach.turn();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        socket.close();
        threads.shutdownNow();
    }
}
