// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** Squid, a proxy for everybody, or for nobody and without its version. */
public final class SquidServer implements LabServer {
    private final boolean strong;

    private SquidServer(boolean strong) {
        this.strong = strong;
    }

    public static SquidServer strong() {
        return new SquidServer(true);
    }

    public static SquidServer weak() {
        return new SquidServer(false);
    }

    @Override
    public String name() {
        return strong ? "squid-strong" : "squid-weak";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write(
                "squid.conf", """
                http_port %1$s:%2$d
                pid_filename %3$spid
                cache_log %3$sdaemon.log
                access_log none
                cache deny all
                coredump_dir %3$s
                visible_hostname lab.example
                pinger_enable off
                shutdown_lifetime 1 second
                """.formatted(place.address(), place.port(), place.inside("")) + (strong ? """
                http_access deny all
                httpd_suppress_version_string on
                via off
                """ : """
                http_access allow all
                """));
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/sbin/squid", "-N", "-n", "lab" + place.port(), "-f", place.inside("squid.conf"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "GET / HTTP/1.0\r\n\r\n").startsWith("HTTP/1.1 ");
    }
}
