// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** NATS, open to everybody, or with TLS and log-ins. */
public final class NatsServer implements LabServer {
    private final boolean strict;

    private NatsServer(boolean strict) {
        this.strict = strict;
    }

    public static NatsServer open() {
        return new NatsServer(false);
    }

    public static NatsServer strict() {
        return new NatsServer(true);
    }

    @Override
    public String name() {
        return "nats" + (strict ? "-strict" : "-open");
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("nats.conf", strict ? strictOptions(place) : "");
    }

    private static String strictOptions(Place place) throws IOException {
        Certificate certificate = Certificate.selfSigned(place, "rsa:2048", "sha256", 365);
        return """
                tls { cert_file: "%s", key_file: "%s" }
                authorization { user: lab, password: lab-only-nats }
                """.formatted(certificate.chain(), certificate.key());
    }

    @Override
    public List<String> command(Place place) {
        return List.of(
                "/usr/sbin/nats-server",
                "-a",
                place.address(),
                "-p",
                Integer.toString(place.port()),
                "-c",
                place.inside("nats.conf"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "").startsWith("INFO ");
    }
}
