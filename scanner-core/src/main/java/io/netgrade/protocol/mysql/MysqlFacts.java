// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mysql;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a MySQL server, and what can be asked of it. */
public final class MysqlFacts {
    public static final FactType SERVICE = FactType.of("mysql.service", "What the server's greeting says.")
            .flag("start-tls", "whether it offers TLS (CLIENT_SSL)")
            .text(
                    "authentication-plugin",
                    "the default one, such as caching_sha2_password; absent where it names none");

    public static final FactType LOGIN_IN_CLEAR = FactType.of(
                    "mysql.login-in-clear", "A client logged in without TLS, and a capture could read it.")
            .text("class", "no-password, plaintext-password or challenge-response; never the secret")
            .flag("accepted", "whether the server let the client in");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("mysql.start-tls", "Whether the server offers TLS.", SERVICE, "start-tls")
                    .inClear(),
            FieldCheck.of(
                    "mysql.authentication-plugin",
                    "The authentication plugin that the server names first.",
                    SERVICE,
                    "authentication-plugin"),
            FieldCheck.of("mysql.login-in-clear", "How a log-in without TLS was seen to go.", LOGIN_IN_CLEAR, "class"));

    private MysqlFacts() {}
}
