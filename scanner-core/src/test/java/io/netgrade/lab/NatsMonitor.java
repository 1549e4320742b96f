// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** The monitoring port of a NATS server, which tells everybody how it is run. */
public final class NatsMonitor implements LabServer {
    @Override
    public String name() {
        return "nats-monitor";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("nats.conf", """
                listen: "%1$s:-1"
                http: "%1$s:%2$d"
                """.formatted(place.address(), place.port()));
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/sbin/nats-server", "-c", place.inside("nats.conf"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "GET / HTTP/1.0\r\n\r\n").startsWith("HTTP/1.0 200");
    }
}
