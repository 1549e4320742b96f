// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** MariaDB, with TLS or without; only its greeting is of use, as it has no tables of users. */
public final class MariadbServer implements LabServer {
    private final boolean strict;

    private MariadbServer(boolean strict) {
        this.strict = strict;
    }

    public static MariadbServer withoutTls() {
        return new MariadbServer(false);
    }

    public static MariadbServer withTls() {
        return new MariadbServer(true);
    }

    @Override
    public String name() {
        return "mariadb" + (strict ? "-strict" : "-open");
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("data/lab", "nothing");
        if (strict) {
            Certificate.selfSigned(place, "rsa:2048", "sha256", 365);
        }
    }

    @Override
    public List<String> command(Place place) {
        List<String> options = new ArrayList<>(List.of(
                "/usr/sbin/mariadbd",
                "--no-defaults",
                "--skip-grant-tables",
                "--datadir=" + place.inside("data"),
                "--tmpdir=" + place.inside("data"),
                "--bind-address=" + place.address(),
                "--port=" + place.port(),
                "--socket=" + place.inside("socket"),
                "--pid-file=" + place.inside("pid")));
        if (strict) {
            options.add("--ssl-cert=" + place.inside("tls.crt"));
            options.add("--ssl-key=" + place.inside("tls.key"));
        }
        return options;
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "").contains("MariaDB");
    }
}
