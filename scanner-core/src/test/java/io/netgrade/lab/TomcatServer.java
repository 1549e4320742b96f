// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.ajp.AbstractAjpProtocol;
import org.apache.coyote.http2.Http2Protocol;

/** Apache Tomcat within the tests: its AJP connector, and its HTTP/2. */
public final class TomcatServer implements AutoCloseable {
    /** What web servers must know of {@link #ajpWithSecret}. */
    private static final String SECRET = "lab-only-ajp";
    /** Several in one process share its management beans and its URL handlers: one starts or ends at a time. */
    private static final Object ONE = new Object();

    private final Tomcat tomcat = new Tomcat();
    private final Path folder;
    private final Connector connector;

    private TomcatServer(Connector connector, int port, Page page) throws IOException, LifecycleException {
        this.connector = connector;
        folder = Files.createTempDirectory("lab-tomcat");
        String address = LoopbackAddress.next();
        connector.setPort(FreePorts.orNext(port));
        connector.setProperty("address", address);
        synchronized (ONE) {
            tomcat.setBaseDir(folder.toString());
            tomcat.setSilent(true);
            tomcat.setConnector(connector);
            Context context = tomcat.addContext("", folder.toString());
            Tomcat.addServlet(context, "page", page);
            context.addServletMappingDecoded("/", "page");
            tomcat.start();
        }
    }

    /** Answers every GET alike. */
    public static class Page extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            answer(response, 200, "text/html", "<title>lab</title>");
        }

        protected static void answer(HttpServletResponse response, int status, String type, String body)
                throws IOException {
            response.setStatus(status);
            response.setContentType(type);
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** As Tomcat had it up to 9.0.30: whoever reaches the port is a web server. */
    public static TomcatServer ajpWithoutSecret(int port) throws IOException, LifecycleException {
        return ajp(port, false);
    }

    public static TomcatServer ajpWithSecret(int port) throws IOException, LifecycleException {
        return ajp(port, true);
    }

    private static TomcatServer ajp(int port, boolean secret) throws IOException, LifecycleException {
        Connector connector = new Connector("AJP/1.3");
        AbstractAjpProtocol<?> protocol = (AbstractAjpProtocol<?>) connector.getProtocolHandler();
        protocol.setSecretRequired(secret);
        if (secret) {
            protocol.setSecret(SECRET);
        }
        return new TomcatServer(connector, port, new Page());
    }

    /** HTTP/2 with prior knowledge and HTTP/1.1, in clear. */
    public static TomcatServer http2(Page page) throws IOException, LifecycleException {
        Connector connector = new Connector("HTTP/1.1");
        connector.addUpgradeProtocol(new Http2Protocol());
        return new TomcatServer(connector, 0, page);
    }

    public String address() {
        return String.valueOf(connector.getProperty("address")).replace("/", "");
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() throws IOException, LifecycleException {
        synchronized (ONE) {
            tomcat.stop();
            tomcat.destroy();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
