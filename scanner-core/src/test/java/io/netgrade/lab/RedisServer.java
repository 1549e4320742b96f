// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** Redis, open to whoever connects or behind a password. */
public final class RedisServer implements LabServer {
    /** The password of {@link #withPassword}. */
    public static final String PASSWORD = "lab-only-redis";

    private final boolean password;

    public RedisServer() {
        this(false);
    }

    private RedisServer(boolean password) {
        this.password = password;
    }

    public static RedisServer open() {
        return new RedisServer(false);
    }

    public static RedisServer withPassword() {
        return new RedisServer(true);
    }

    @Override
    public String name() {
        return password ? "redis-password" : "redis-open";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write(
                "redis.conf",
                """
                bind %s
                port %d
                dir %s
                protected-mode no
                save ""
                """.formatted(place.address(), place.port(), place.inside(""))
                        + (password ? "requirepass " + PASSWORD : ""));
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/bin/redis-server", place.inside("redis.conf"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        String answer = RawSocket.overTcp(place, "PING\r\n");
        return answer.startsWith(password ? "-NOAUTH" : "+PONG");
    }
}
