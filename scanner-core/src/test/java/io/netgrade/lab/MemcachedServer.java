// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Memcached, open to whoever connects or behind a file of log-ins. */
public final class MemcachedServer implements LabServer {
    private final boolean login;
    private final boolean udp;

    private MemcachedServer(boolean login, boolean udp) {
        this.login = login;
        this.udp = udp;
    }

    public static MemcachedServer open() {
        return new MemcachedServer(false, false);
    }

    public static MemcachedServer withLogin() {
        return new MemcachedServer(true, false);
    }

    /** Open, and over UDP as well. */
    public static MemcachedServer overUdp() {
        return new MemcachedServer(false, true);
    }

    @Override
    public String name() {
        return login ? "memcached-login" : udp ? "memcached-udp" : "memcached-open";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("logins", "lab:lab-only-memcached\n");
    }

    @Override
    public List<String> command(Place place) {
        List<String> open = List.of(
                "/usr/bin/memcached",
                "-l",
                place.address(),
                "-p",
                Integer.toString(place.port()),
                "-U",
                udp ? Integer.toString(place.port()) : "0",
                "-m",
                "8");
        return login
                ? Stream.concat(open.stream(), Stream.of("-Y", place.inside("logins")))
                        .toList()
                : open;
    }

    @Override
    public boolean answers(Place place) throws IOException {
        String answer = RawSocket.overTcp(place, "version\r\n");
        return answer.startsWith(login ? "CLIENT_ERROR" : "VERSION ");
    }
}
