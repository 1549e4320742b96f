// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** The screen of TigerVNC: for TLS with a certificate and a password alone, or for whoever comes. */
public final class TigerVncServer implements LabServer {
    private final boolean strong;

    private TigerVncServer(boolean strong) {
        this.strong = strong;
    }

    public static TigerVncServer strong() {
        return new TigerVncServer(true);
    }

    public static TigerVncServer weak() {
        return new TigerVncServer(false);
    }

    @Override
    public String name() {
        return strong ? "tigervnc-strong" : "tigervnc-weak";
    }

    @Override
    public void prepare(Place place) throws IOException {
        Certificate.selfSigned(place, "ec:prime256v1", "sha256", 90);
        // The format of such a file: eight octets.
        place.write("password", "lab-only");
    }

    @Override
    public List<String> command(Place place) {
        // The display's number decides nothing but the name of a socket: the port is free, so is the number.
        return List.of(
                "/usr/bin/Xtigervnc",
                ":" + place.port(),
                "-interface",
                place.address(),
                "-rfbport",
                Integer.toString(place.port()),
                "-nolisten",
                "tcp",
                "-geometry",
                "320x240",
                "-SecurityTypes",
                strong ? "X509Vnc" : "None,VncAuth",
                "-PasswordFile",
                place.inside("password"),
                "-X509Cert",
                place.inside("tls.crt"),
                "-X509Key",
                place.inside("tls.key"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "").startsWith("RFB ");
    }
}
