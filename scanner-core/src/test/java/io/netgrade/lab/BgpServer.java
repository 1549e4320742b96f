// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** FRR's BGP, which takes neighbours out of the loopback network without being told of them, or knows one other alone. */
public final class BgpServer implements LabServer {
    private final boolean open;

    private BgpServer(boolean open) {
        this.open = open;
    }

    /** Takes whoever comes, without a signature of TCP. */
    public static BgpServer open() {
        return new BgpServer(true);
    }

    /** Has one neighbour, which is not the asker, with a signature. */
    public static BgpServer strict() {
        return new BgpServer(false);
    }

    /** Where its terminal listens, on the same port. */
    private static String terminal(int port) {
        return OsmoGgsnServer.address(port);
    }

    @Override
    public String name() {
        return open ? "frr-bgp-open" : "frr-bgp-strict";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("bgpd.conf", """
                hostname lab
                password lab-only-frr
                router bgp 65001
                 bgp router-id 192.0.2.7
                """ + (open ? """
                 neighbor ALL peer-group
                 neighbor ALL remote-as external
                 bgp listen range 127.0.0.0/8 peer-group ALL
                """ : """
                 neighbor 192.0.2.9 remote-as 65002
                 neighbor 192.0.2.9 passive
                """));
    }

    @Override
    public List<String> command(Place place) {
        return List.of(
                "/usr/lib/frr/bgpd",
                "-n",
                "-S",
                "-p",
                Integer.toString(place.port()),
                "-l",
                place.address(),
                "-f",
                place.inside("bgpd.conf"),
                "-i",
                place.inside("pid"),
                "-z",
                place.inside("zebra"),
                "--vty_socket",
                place.inside(""),
                "-A",
                terminal(place.port()),
                "-P",
                Integer.toString(place.port()),
                "--log",
                "stdout");
    }

    @Override
    public boolean answers(Place place) throws IOException {
        Place terminal = new Place(place.tree(), place.folder(), terminal(place.port()), place.port());
        return RawSocket.overTcp(terminal, "").contains("User Access Verification");
    }
}
