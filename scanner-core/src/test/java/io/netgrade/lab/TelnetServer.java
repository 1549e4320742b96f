// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/**
 * The telnet daemon of GNU inetutils, each connection handed to it by socat.
 *
 * <p>Behind it stands a prompt of our own, since login(1) works for root only: any name and password end in a greeting.
 */
public final class TelnetServer implements LabServer {
    public static TelnetServer plain() {
        return new TelnetServer();
    }

    @Override
    public String name() {
        return "telnetd";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write(
                "telnetd", "exec /usr/sbin/telnetd --no-hostinfo --exec-login='/bin/sh " + place.inside("login") + "'");
        place.write("login", """
                printf 'lab login: '
                read -r name
                printf 'Password: '
                stty -echo
                read -r password
                stty echo
                printf '\nWelcome to the lab.\n$ '
                read -r line
                """);
    }

    @Override
    public List<String> command(Place place) {
        String listen = "TCP-LISTEN:" + place.port() + ",bind=" + place.address() + ",reuseaddr,fork";
        return List.of("socat", listen, "EXEC:/bin/sh " + place.inside("telnetd") + ",nofork");
    }

    /** Telnet opens with options: IAC WILL or IAC DO (RFC 854). */
    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "").startsWith("\u00ff");
    }
}
