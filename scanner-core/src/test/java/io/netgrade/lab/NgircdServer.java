// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** ngIRCd, in clear, or inside TLS alone. */
public final class NgircdServer implements LabServer {
    private final boolean tls;

    private NgircdServer(boolean tls) {
        this.tls = tls;
    }

    public static NgircdServer clear() {
        return new NgircdServer(false);
    }

    public static NgircdServer insideTls() {
        return new NgircdServer(true);
    }

    @Override
    public String name() {
        return tls ? "ngircd-tls" : "ngircd-clear";
    }

    @Override
    public void prepare(Place place) throws IOException {
        String ports = "Ports = " + (tls ? 0 : place.port()) + "\n";
        place.write("ngircd.conf", """
                [Global]
                Name = irc.lab.example
                Info = lab
                Listen = %s
                %s
                ServerUID = lab
                ServerGID = lab
                [Options]
                DNS = no
                Ident = no
                PAM = no
                """.formatted(place.address(), ports) + (tls ? tlsOptions(place) : ""));
    }

    private static String tlsOptions(Place place) throws IOException {
        Certificate certificate = Certificate.selfSigned(place, "rsa:2048", "sha256", 365);
        return "[SSL]\nPorts = %d\nCertFile = %s\nKeyFile = %s\n"
                .formatted(place.port(), certificate.chain(), certificate.key());
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/sbin/ngircd", "-n", "-f", place.inside("ngircd.conf"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return tls
                ? Files.readString(place.folder().resolve("log")).contains("ready.")
                : RawSocket.overTcp(place, "CAP LS\r\n").contains(" CAP ");
    }
}
