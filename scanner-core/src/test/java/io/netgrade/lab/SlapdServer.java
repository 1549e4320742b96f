// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** The directory of OpenLDAP: for TLS and named users alone, or for whoever comes. */
public final class SlapdServer implements LabServer {
    private final boolean strong;

    private SlapdServer(boolean strong) {
        this.strong = strong;
    }

    /** With StartTLS, which it demands for a simple bind; without anonymous binds. */
    public static SlapdServer strong() {
        return new SlapdServer(true);
    }

    /** Without TLS, and with binds of any kind. */
    public static SlapdServer weak() {
        return new SlapdServer(false);
    }

    @Override
    public String name() {
        return strong ? "slapd-strong" : "slapd-weak";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("data/.keep", "");
        String security = "";
        if (strong) {
            Certificate certificate = Certificate.selfSigned(place, "ec:prime256v1", "sha256", 90);
            security = """
                    TLSCertificateFile %s
                    TLSCertificateKeyFile %s
                    TLSCipherSuite SECURE128:-VERS-ALL:+VERS-TLS1.2:+VERS-TLS1.3
                    security simple_bind=128
                    disallow bind_anon
                    """.formatted(certificate.chain(), certificate.key());
        }
        place.write("slapd.conf", """
                include /etc/ldap/schema/core.schema
                pidfile %s
                modulepath /usr/lib/ldap
                moduleload back_mdb
                %s
                database mdb
                suffix "dc=lab,dc=example"
                directory %s
                """.formatted(place.inside("slapd.pid"), security, place.inside("data")));
    }

    @Override
    public List<String> command(Place place) {
        return List.of(
                "/usr/sbin/slapd",
                "-d",
                "0",
                "-f",
                place.inside("slapd.conf"),
                "-h",
                "ldap://" + place.address() + ":" + place.port() + "/");
    }

    /** A search for the entry without a name (RFC 4512, 5.1), for no attribute. */
    @Override
    public boolean answers(Place place) throws IOException {
        String search = "0*\2\1\1c%\4\0\n\1\0\n\1\0\2\1\1\2\1\5\1\1\0\207\13objectClass0\5\4\0031.1";
        return RawSocket.overTcp(place, search).startsWith("0");
    }
}
