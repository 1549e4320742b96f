// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL: SCRAM and TLS alone, or whoever comes and no TLS. */
public final class PostgresqlServer implements LabServer {
    private final boolean strict;

    private PostgresqlServer(boolean strict) {
        this.strict = strict;
    }

    public static PostgresqlServer open() {
        return new PostgresqlServer(false);
    }

    public static PostgresqlServer withTls() {
        return new PostgresqlServer(true);
    }

    @Override
    public String name() {
        return "postgresql" + (strict ? "-strict" : "-open");
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("password", "lab-only-postgresql");
        place.run(
                "/usr/bin/env",
                "LC_ALL=C",
                "/usr/lib/postgresql/15/bin/initdb",
                "--no-sync",
                "--username=lab",
                "--auth=" + (strict ? "scram-sha-256" : "trust"),
                "--pwfile=" + place.inside("password"),
                "--pgdata=" + place.inside("data"));
        if (strict) {
            Certificate.selfSigned(place, "rsa:2048", "sha256", 365);
            place.write("hba", "hostssl all all 127.0.0.1/32 scram-sha-256");
        }
    }

    @Override
    public List<String> command(Place place) {
        List<String> options = new ArrayList<>(List.of(
                "/usr/lib/postgresql/15/bin/postgres",
                "-D",
                place.inside("data"),
                "-h",
                place.address(),
                "-p",
                Integer.toString(place.port()),
                "-k",
                place.inside("."),
                "-F"));
        if (strict) {
            for (String option : List.of(
                    "ssl=on",
                    "ssl_cert_file=" + place.inside("tls.crt"),
                    "ssl_key_file=" + place.inside("tls.key"),
                    "hba_file=" + place.inside("hba"))) {
                options.add("-c");
                options.add(option);
            }
        }
        return options;
    }

    @Override
    public boolean answers(Place place) throws IOException {
        // SSLRequest.
        return RawSocket.overTcp(place, "\0\0\0\10\4\u00d2\26/").equals(strict ? "S" : "N");
    }
}
