// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/**
 * The GGSN of Osmocom without an access point: its control plane on port 2123, its user plane on 2152, version 0 on 3386, and
 * its console (VTY) on {@link #CONSOLE}, which cannot be chosen, so it has a loopback address of its own. The console lets
 * everybody in, as is its default, or whoever knows a password.
 */
public final class OsmoGgsnServer implements LabServer {
    public static final int CONSOLE = 4260;

    private static final int CONTROL = 2123;

    private final boolean password;

    public OsmoGgsnServer() {
        this(false);
    }

    private OsmoGgsnServer(boolean password) {
        this.password = password;
    }

    public static OsmoGgsnServer withPassword() {
        return new OsmoGgsnServer(true);
    }

    @Override
    public String name() {
        return password ? "osmo-ggsn-password" : "osmo-ggsn";
    }

    /** The loopback address of a run. */
    public static String address(int port) {
        return "127.77." + (port >> 8) + "." + ((port & 0xFF) | 1);
    }

    @Override
    public void prepare(Place place) throws IOException {
        String folder = place.inside("state");
        place.write("state/mark", "");
        place.write("ggsn.cfg", """
                %3$s
                line vty
                 %4$s
                 bind %1$s
                ctrl
                 bind %1$s
                ggsn ggsn0
                 gtp state-dir %2$s
                 gtp bind-ip %1$s
                 no shutdown ggsn
                """.formatted(
                address(place.port()), folder, password ? "password lab-only" : "!", password ? "login" : "no login"));
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/bin/osmo-ggsn", "-c", place.inside("ggsn.cfg"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        Place fixed = new Place(place.tree(), place.folder(), address(place.port()), CONTROL);
        return RawSocket.overUdp(fixed, "3201000400000000 0001 0000").length > 0;
    }
}
