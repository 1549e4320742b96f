// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.security.KeyStore;
import java.security.Security;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A TLS server of the JDK with nothing switched off, in a process of its own: what a JDK refuses is settled once for a
 * process, when it first uses TLS. Ends with its standard input.
 */
final class JdkServer {
    private JdkServer() {}

    /** Arguments: key store, protocols and suites, each separated by commas. Prints its port. */
    public static void main(String[] arguments) throws Exception {
        Security.setProperty("jdk.tls.disabledAlgorithms", "");
        Security.setProperty("jdk.tls.legacyAlgorithms", "");
        Security.setProperty("jdk.certpath.disabledAlgorithms", "");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (FileInputStream file = new FileInputStream(arguments[0])) {
            keys.load(file, "lab".toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
        factory.init(keys, "lab".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        SSLServerSocket server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setEnabledProtocols(arguments[1].split(","));
        server.setEnabledCipherSuites(arguments[2].split(","));
        Thread accepting = new Thread(() -> serve(server));
        accepting.setDaemon(true);
        accepting.start();
        System.out.println(server.getLocalPort());
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }

    private static void serve(SSLServerSocket server) {
        while (!server.isClosed()) {
            try (SSLSocket socket = (SSLSocket) server.accept()) {
                socket.startHandshake();
            } catch (IOException refused) {
                System.err.println("refused: " + refused.getMessage());
            }
        }
    }
}
