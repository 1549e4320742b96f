// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/**
 * The mobile switching centre of Osmocom without the network around it: its SMPP, for one application that must bind with a
 * password. It will not start where the kernel has no SCTP, for it listens for base stations' messages whatever it is told.
 */
public final class OsmoMscServer implements LabServer {
    @Override
    public String name() {
        return "osmo-msc";
    }

    /** Whether it can run here. */
    public static boolean runs() {
        try {
            String open = "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM, 132)";
            Lab.tree().run(List.of("/usr/bin/python3", "-c", open));
            return true;
        } catch (IOException noSctp) {
            return false;
        }
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("msc.cfg", """
                line vty
                 no login
                 bind %1$s
                ctrl
                 bind %1$s
                network
                 network country code 1
                 mobile network code 1
                 short name lab
                 long name lab
                 encryption a5 0
                msc
                 mncc internal
                smsc
                 database %4$s
                smpp
                 local-tcp-ip %2$s %3$d
                 system-id lab
                 policy closed
                 esme lab
                  password lab-only
                """.formatted(
                OsmoGgsnServer.address(place.port()), place.address(), place.port(), place.inside("messages.db")));
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/bin/osmo-msc", "-c", place.inside("msc.cfg"));
    }

    /** An enquire_link (SMPP 3.4 4.11). */
    @Override
    public boolean answers(Place place) throws IOException {
        String question = "\0\0\0\20\0\0\0\25\0\0\0\0\0\0\0\1";
        return RawSocket.overTcp(place, question).startsWith("\0\0\0\20\u0080\0\0\25");
    }
}
