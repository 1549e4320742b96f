// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** The L2TP daemon xl2tpd, which begins tunnels with whoever asks, or with those who answer its challenge. */
public final class L2tpServer implements LabServer {
    private final boolean challenging;

    private L2tpServer(boolean challenging) {
        this.challenging = challenging;
    }

    public static L2tpServer open() {
        return new L2tpServer(false);
    }

    public static L2tpServer challenging() {
        return new L2tpServer(true);
    }

    @Override
    public String name() {
        return challenging ? "xl2tpd-challenging" : "xl2tpd-open";
    }

    @Override
    public void prepare(Place place) throws IOException {
        String secrets = place.write("secrets", "* * lab-only-l2tp");
        place.write("xl2tpd.conf", """
                [global]
                port = %d
                listen-addr = %s
                auth file = %s
                [lns default]
                ip range = 192.0.2.2-192.0.2.9
                local ip = 192.0.2.1
                challenge = %s
                """.formatted(place.port(), place.address(), secrets, challenging ? "yes" : "no"));
    }

    @Override
    public List<String> command(Place place) {
        return List.of(
                "/usr/sbin/xl2tpd",
                "-D",
                "-c",
                place.inside("xl2tpd.conf"),
                "-C",
                place.inside("control"),
                "-p",
                place.inside("pid"));
    }

    /** It tells nobody but a tunnel's other end that it is there, so the socket is looked for. */
    @Override
    public boolean answers(Place place) throws IOException {
        return place.run("sh", "-c", "cat /proc/net/udp").contains(":%04X ".formatted(place.port()));
    }
}
