// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** Coturn: STUN, and a relay for everybody or for users with a password. */
public final class CoturnServer implements LabServer {
    private final boolean open;

    private CoturnServer(boolean open) {
        this.open = open;
    }

    /** Relays for whoever asks, and tells its version. */
    public static CoturnServer open() {
        return new CoturnServer(true);
    }

    /** Wants the long-term credentials of its one user. */
    public static CoturnServer withLogin() {
        return new CoturnServer(false);
    }

    @Override
    public String name() {
        return open ? "coturn-open" : "coturn-login";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write(
                "turnserver.conf",
                """
                listening-ip=%s
                listening-port=%d
                relay-ip=%s
                no-tls
                no-dtls
                no-cli
                allow-loopback-peers
                log-file=stdout
                pidfile=%s
                userdb=%s
                """.formatted(
                                        place.address(),
                                        place.port(),
                                        place.address(),
                                        place.inside("pid"),
                                        place.inside("users"))
                        + (open ? "no-auth\n" : """
                lt-cred-mech
                realm=lab.example
                user=lab:lab-only-coturn
                no-software-attribute
                """));
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/bin/turnserver", "-c", place.inside("turnserver.conf"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overUdp(place, "000100002112a442 000102030405060708090a0b").length > 0;
    }
}
