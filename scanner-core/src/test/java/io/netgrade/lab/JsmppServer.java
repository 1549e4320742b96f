// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javax.net.ServerSocketFactory;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;

/** The message centre of jSMPP, which waits for binds; it keeps of each who wanted to bind. */
public final class JsmppServer implements AutoCloseable {
    private static final int PATIENCE_MS = 5_000;
    private static final int BACKLOG = 50;

    private final Listening place;
    private final SMPPServerSessionListener listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(JsmppServer::daemon);
    private final List<String> binds = new CopyOnWriteArrayList<>();

    private JsmppServer(int port, ServerSocketFactory sockets) throws IOException {
        place = new Listening(LoopbackAddress.next(), sockets);
        listener = new SMPPServerSessionListener(FreePorts.orNext(port), place);
        threads.execute(this::accept);
    }

    /** @param port 0 for one that says nothing of the protocol */
    public static JsmppServer inClear(int port) throws IOException {
        return new JsmppServer(port, ServerSocketFactory.getDefault());
    }

    public static JsmppServer insideTls(int port) throws IOException {
        return new JsmppServer(port, LabTls.context().getServerSocketFactory());
    }

    /** Listens on one loopback address and nowhere else. */
    private static final class Listening implements ServerConnectionFactory {
        private final String address;
        private final ServerSocketFactory sockets;
        private int port;

        Listening(String address, ServerSocketFactory sockets) {
            this.address = address;
            this.sockets = sockets;
        }

        @Override
        public ServerConnection listen(int wanted) throws IOException {
            ServerSocket socket = sockets.createServerSocket(wanted, BACKLOG, InetAddress.getByName(address));
            port = socket.getLocalPort();
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int wanted, int timeout) throws IOException {
            ServerConnection listening = listen(wanted);
            listening.setSoTimeout(timeout);
            return listening;
        }

        @Override
        public ServerConnection listen(int wanted, int timeout, int backlog) throws IOException {
            return listen(wanted, timeout);
        }
    }

    public String address() {
        return place.address;
    }

    public int port() {
        return place.port;
    }

    /** The system identifiers of those who wanted to bind. */
    public List<String> binds() {
        return List.copyOf(binds);
    }

    private void accept() {
        while (!threads.isShutdown()) {
            try {
                SMPPServerSession session = listener.accept();
                threads.execute(() -> await(session));
            } catch (IOException over) {
                return;
            }
        }
    }

    private void await(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(PATIENCE_MS);
            binds.add(request.getSystemId());
        } catch (IllegalStateException | TimeoutException gone) {
            // Nobody bound, and the centre does not wait for ever: as its documentation does, it ends the session.
        } finally {
            session.close();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "jsmpp");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        listener.close();
    }
}
