// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A web server inside TLS on a free port of loopback, of the JDK alone: ./netgrade asks it once while it builds itself, to
 * see which classes such a question loads. Prints its port, and ends by itself.
 *
 * <p>Arguments: a key store (PKCS #12) and its password.
 */
final class WarmUpServer {
    private static final int LIFE_MILLIS = 60_000;

    private WarmUpServer() {}

    public static void main(String[] args) throws IOException, GeneralSecurityException, InterruptedException {
        char[] password = args[1].toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(Path.of(args[0]))) {
            keys.load(stored, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        System.out.println(server.getAddress().getPort());
        Thread.sleep(LIFE_MILLIS);
        server.stop(0);
    }
}
