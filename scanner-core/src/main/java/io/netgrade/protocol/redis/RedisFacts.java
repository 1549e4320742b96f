// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.redis;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a Redis server, and the checks of it. */
public final class RedisFacts {
    public static final FactType AUTHENTICATION = FactType.of(
                    "redis.authentication", "Whether the server wants a login before it answers a command.")
            .flag("required", "false where a client without a login was answered, true where it got NOAUTH");

    public static final FactType SERVICE = FactType.of("redis.service", "How the server runs.")
            .text("mode", "standalone, cluster or sentinel; protected where it turns away all but its own host")
            .text("role", "master, slave or sentinel");

    public static final FactType LOGIN_IN_CLEAR = FactType.of(
                    "redis.login-in-clear", "A client logged in, and a capture could read it.")
            .text("class", "plaintext-password; never the secret");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of(
                    "redis.authentication",
                    "Whether the server wants a login before it answers a command.",
                    AUTHENTICATION,
                    "required"),
            FieldCheck.of(
                    "redis.login-in-clear",
                    "Whether a password was seen to be given in clear.",
                    LOGIN_IN_CLEAR,
                    "class"));

    private RedisFacts() {}
}
