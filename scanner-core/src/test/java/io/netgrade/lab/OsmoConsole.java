// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/**
 * The console (VTY) of Osmocom's GGSN, on port 4260 of a loopback address of its own: it is spoken by telnet, and lets
 * everybody in, as is its default, or whoever knows a password.
 */
public final class OsmoConsole implements LabServer {
    public static final int PORT = 4260;

    private final boolean password;

    private OsmoConsole(boolean password) {
        this.password = password;
    }

    public static OsmoConsole open() {
        return new OsmoConsole(false);
    }

    public static OsmoConsole withPassword() {
        return new OsmoConsole(true);
    }

    @Override
    public String name() {
        return password ? "osmo-console-password" : "osmo-console-open";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("state/mark", "");
        place.write("ggsn.cfg", """
                %4$s
                line vty
                 %3$s
                 bind %1$s
                ctrl
                 bind %1$s
                ggsn ggsn0
                 gtp state-dir %2$s
                 gtp bind-ip %1$s
                 no shutdown ggsn
                """.formatted(
                        OsmoGgsnServer.address(place.port()),
                        place.inside("state"),
                        password ? "login" : "no login",
                        password ? "password lab-only" : "!"));
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/bin/osmo-ggsn", "-c", place.inside("ggsn.cfg"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        Place fixed = new Place(place.tree(), place.folder(), OsmoGgsnServer.address(place.port()), PORT);
        return RawSocket.overTcp(fixed, "").contains("VTY");
    }
}
