// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** RabbitMQ, in clear with every mechanism it has by itself, or inside TLS with PLAIN alone; both versions of AMQP. */
public final class RabbitmqServer implements LabServer {
    private final boolean strict;

    private RabbitmqServer(boolean strict) {
        this.strict = strict;
    }

    public static RabbitmqServer clear() {
        return new RabbitmqServer(false);
    }

    public static RabbitmqServer insideTls() {
        return new RabbitmqServer(true);
    }

    @Override
    public String name() {
        return "rabbitmq" + (strict ? "-strict" : "-open");
    }

    @Override
    public void prepare(Place place) throws IOException {
        String open = "listeners.tcp.1 = %s:%d".formatted(place.address(), place.port());
        place.write("rabbitmq.conf", strict ? tlsOptions(place) : open);
        place.write("plugins", "[rabbitmq_amqp1_0].");
    }

    private static String tlsOptions(Place place) throws IOException {
        Certificate certificate = Certificate.selfSigned(place, "rsa:2048", "sha256", 365);
        return """
                listeners.tcp = none
                listeners.ssl.1 = %s:%d
                ssl_options.certfile = %s
                ssl_options.keyfile = %s
                auth_mechanisms.1 = PLAIN
                """.formatted(place.address(), place.port(), certificate.chain(), certificate.key());
    }

    @Override
    public List<String> command(Place place) {
        String base = place.inside("");
        return List.of(
                "/usr/bin/env",
                "HOME=" + base,
                "RABBITMQ_BASE=" + base,
                "RABBITMQ_MNESIA_BASE=" + place.inside("db"),
                "RABBITMQ_LOG_BASE=" + place.inside("logs"),
                "RABBITMQ_LOGS=-",
                "RABBITMQ_CONFIG_FILE=" + place.inside("rabbitmq.conf"),
                "RABBITMQ_ENABLED_PLUGINS_FILE=" + place.inside("plugins"),
                "RABBITMQ_PID_FILE=" + place.inside("pid"),
                "RABBITMQ_NODENAME=lab" + place.port() + "@localhost",
                // Where the nodes of a cluster talk, and where they find each other.
                "RABBITMQ_DIST_PORT=" + FreePorts.next(),
                "ERL_EPMD_PORT=" + FreePorts.next(),
                "ERL_EPMD_ADDRESS=127.0.0.1",
                "/bin/sh",
                "-c",
                "cd " + base + " && exec /usr/lib/rabbitmq/bin/rabbitmq-server");
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return Files.readString(place.folder().resolve("log")).contains("Server startup complete");
    }
}
