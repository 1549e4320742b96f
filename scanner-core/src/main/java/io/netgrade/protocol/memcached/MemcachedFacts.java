// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.memcached;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a Memcached server, and what can be asked of it. */
public final class MemcachedFacts {
    public static final FactType SERVICE =
            FactType.of("memcached.service", "A Memcached server answers.").text("protocol", "text or binary");

    public static final FactType AUTHENTICATION = FactType.of(
                    "memcached.authentication", "Whether the server wants a log-in before it answers a command.")
            .flag("required", "false where a command was answered, true where it was refused for want of a log-in");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("memcached.service", "Whether a Memcached server answers.", SERVICE, "protocol"),
            FieldCheck.of(
                    "memcached.authentication",
                    "Whether the server wants a log-in before it answers a command.",
                    AUTHENTICATION,
                    "required"));

    private MemcachedFacts() {}
}
