// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** FreeRADIUS: over UDP with a secret for the loopback network, or RadSec with or without certificates of clients. */
public final class FreeRadiusServer implements LabServer {
    private enum Kind {
        UDP,
        RADSEC_OPEN,
        RADSEC_STRICT
    }

    private final Kind kind;

    private FreeRadiusServer(Kind kind) {
        this.kind = kind;
    }

    /** A secret that netgrade is not told. */
    public static FreeRadiusServer overUdp() {
        return new FreeRadiusServer(Kind.UDP);
    }

    /** RadSec for whoever opens TLS. */
    public static FreeRadiusServer radsecForAll() {
        return new FreeRadiusServer(Kind.RADSEC_OPEN);
    }

    /** RadSec for clients with a certificate. */
    public static FreeRadiusServer radsec() {
        return new FreeRadiusServer(Kind.RADSEC_STRICT);
    }

    @Override
    public String name() {
        return "freeradius-" + kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void prepare(Place place) throws IOException {
        Certificate certificate = Certificate.selfSigned(place, "rsa:2048", "sha256", 30);
        boolean udp = kind == Kind.UDP;
        String folder = place.inside("");
        place.write("radiusd.conf", """
                prefix = /usr
                name = radius
                logdir = %1$s
                run_dir = %1$s
                raddbdir = %1$s
                libdir = /usr/lib/freeradius
                security {
                    status_server = yes
                    allow_vulnerable_openssl = yes
                }
                clients lab {
                    client loopback {
                        ipaddr = 127.0.0.0/8
                        secret = %2$s
                        proto = %3$s
                    }
                }
                thread pool {
                    start_servers = 1
                    max_servers = 4
                }
                modules {
                }
                server default {
                    listen {
                        type = auth
                        ipaddr = %4$s
                        port = %5$d
                        clients = lab
                        %6$s
                    }
                    authorize {
                    }
                }
                """.formatted(
                        folder,
                        udp ? "lab-only-radius" : "radsec",
                        udp ? "udp" : "tls",
                        place.address(),
                        place.port(),
                        udp ? "" : tls(certificate)));
    }

    /** Its own limit of 16 connections counts those that it has not yet seen end. */
    private String tls(Certificate certificate) {
        return """
                        proto = tcp
                        limit {
                            max_connections = 0
                        }
                        tls {
                            private_key_file = %s
                            certificate_file = %s
                            ca_file = %s
                            require_client_cert = %s
                            tls_min_version = "1.2"
                            tls_max_version = "1.3"
                        }
                """.formatted(
                certificate.key(), certificate.chain(), certificate.chain(), kind == Kind.RADSEC_STRICT ? "yes" : "no");
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/sbin/freeradius", "-f", "-l", "stdout", "-d", place.inside(""), "-n", "radiusd");
    }

    @Override
    public boolean answers(Place place) throws IOException {
        if (kind == Kind.UDP) {
            return place.run("sh", "-c", "cat /proc/net/udp").contains(":%04X ".formatted(place.port()));
        }
        RawSocket.overTcp(place, "no TLS, so that the connection is closed");
        return true;
    }
}
