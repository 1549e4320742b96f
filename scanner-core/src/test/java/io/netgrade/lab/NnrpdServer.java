// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** INN's server for readers, started for each connection: with STARTTLS, or in clear alone. */
public final class NnrpdServer implements LabServer {
    private final boolean tls;

    private NnrpdServer(boolean tls) {
        this.tls = tls;
    }

    public static NnrpdServer clear() {
        return new NnrpdServer(false);
    }

    public static NnrpdServer withTls() {
        return new NnrpdServer(true);
    }

    @Override
    public String name() {
        return tls ? "nnrpd-tls" : "nnrpd-clear";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("inn.conf", common(place) + (tls ? tlsOptions(place) : ""));
        place.write("readers.conf", """
                auth "all" {
                  hosts: "*"
                  default: "<any>"
                }
                access "all" {
                  users: "*"
                  newsgroups: "*"
                }
                """);
        place.write("storage.conf", "method tradspool {\n  newsgroups: *\n  class: 0\n}\n");
        place.write("active", "local.test 0000000000 0000000001 y\n");
        for (String empty : List.of("newsgroups", "history", "history.dir", "history.hash", "history.index")) {
            place.write(empty, "");
        }
        place.run("/usr/bin/env", environment(place), "/bin/sh", "-c", "/usr/lib/news/bin/overchan </dev/null");
    }

    private static String common(Place place) {
        return """
                mta: "/bin/false %%s"
                mailcmd: /bin/false
                organization: "netgrade lab"
                ovmethod: tradindexed
                hismethod: hisv6
                pathhost: lab.example
                domain: lab.example
                pathnews: /usr/lib/news
                runasuser: lab
                runasgroup: lab
                pathdb: %1$s
                pathetc: %1$s
                pathrun: %1$s
                pathtmp: %1$s
                pathlog: %1$s
                pathspool: %1$s
                patharticles: %1$s
                pathoverview: %1$s
                """.formatted(place.inside("."));
    }

    private static String tlsOptions(Place place) throws IOException {
        Certificate certificate = Certificate.selfSigned(place, "rsa:2048", "sha256", 365);
        return "tlscertfile: %s\ntlskeyfile: %s\n".formatted(certificate.chain(), certificate.key());
    }

    private static String environment(Place place) {
        return "INNCONF=" + place.inside("inn.conf");
    }

    /** By itself it binds with the help of a program that must run as root. */
    @Override
    public List<String> command(Place place) {
        return List.of(
                "/usr/bin/env",
                environment(place),
                "/usr/bin/socat",
                "TCP-LISTEN:" + place.port() + ",bind=" + place.address() + ",reuseaddr,fork",
                "EXEC:/usr/lib/news/bin/nnrpd,nofork");
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "").startsWith("200 ");
    }
}
