// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** One of the small services that inetd has within itself: echo, chargen, daytime or time. */
public final class InetdServer implements LabServer {
    private final String service;

    private InetdServer(String service) {
        this.service = service;
    }

    public static InetdServer of(String service) {
        return new InetdServer(service);
    }

    @Override
    public String name() {
        return "inetd-" + service;
    }

    /** The port comes out of the system's list alone: another is put in its place. */
    @Override
    public void prepare(Place place) throws IOException {
        int port = place.port();
        place.write("services", "%s %d/tcp\n%s %d/udp".formatted(service, port, service, port));
        place.write("inetd.conf", """
                %s:%s stream tcp nowait root internal
                %s:%s dgram udp wait root internal
                """.formatted(place.address(), service, place.address(), service));
    }

    @Override
    public List<String> command(Place place) {
        String shown = "mount --bind " + place.inside("services")
                + " /etc/services && exec /usr/sbin/inetutils-inetd -d " + place.inside("inetd.conf");
        return List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", shown);
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return !RawSocket.overTcp(place, "lab\r\n").isEmpty();
    }
}
