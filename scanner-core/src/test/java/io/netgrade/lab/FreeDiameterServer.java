// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** freeDiameter in clear, for peers of any name below {@code invalid} or for none that it does not know. */
public final class FreeDiameterServer implements LabServer {
    private final boolean open;

    private FreeDiameterServer(boolean open) {
        this.open = open;
    }

    /** Takes peers in clear that it was not told of. */
    public static FreeDiameterServer open() {
        return new FreeDiameterServer(true);
    }

    /** Knows no peer. */
    public static FreeDiameterServer strict() {
        return new FreeDiameterServer(false);
    }

    @Override
    public String name() {
        return open ? "freediameter-open" : "freediameter-strict";
    }

    @Override
    public void prepare(Place place) throws IOException {
        Certificate certificate = Certificate.selfSigned(place, "rsa:2048", "sha256", 30);
        String list = place.write("peers.conf", "ALLOW_IPSEC *.invalid");
        place.write(
                "freediameter.conf",
                """
                Identity = "lab.example";
                Realm = "example";
                Port = %d;
                SecPort = 0;
                No_SCTP;
                ListenOn = "%s";
                TLS_Cred = "%s", "%s";
                TLS_CA = "%s";
                """.formatted(
                                        place.port(),
                                        place.address(),
                                        certificate.chain(),
                                        certificate.key(),
                                        certificate.chain())
                        + (open ? "LoadExtension = \"acl_wl.fdx\" : \"" + list + "\";\n" : ""));
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/bin/freeDiameterd", "-c", place.inside("freediameter.conf"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        RawSocket.overTcp(place, "no message of Diameter, so that the connection is closed");
        return true;
    }
}
