// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.ajp.AjpNioProtocol;

/** The AJP connector of Apache Tomcat, in this process, with a secret or without. */
public final class AjpConnector implements AutoCloseable {
    private final InetSocketAddress address = Loopback.free();
    private final Path folder;
    private final Tomcat tomcat = new Tomcat();

    private AjpConnector(boolean secret) throws IOException, LifecycleException {
        folder = Files.createTempDirectory("netgrade-ajp");
        AjpNioProtocol protocol = new AjpNioProtocol();
        protocol.setAddress(address.getAddress());
        protocol.setSecretRequired(secret);
        protocol.setSecret(secret ? "lab-only-ajp" : null);
        Connector connector = new Connector(protocol);
        connector.setPort(address.getPort());
        tomcat.setBaseDir(folder.toString());
        tomcat.getService().addConnector(connector);
        tomcat.addContext("", folder.toString());
        tomcat.start();
    }

    public static AjpConnector withSecret() throws IOException, LifecycleException {
        return new AjpConnector(true);
    }

    public static AjpConnector open() throws IOException, LifecycleException {
        return new AjpConnector(false);
    }

    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() throws IOException, LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
