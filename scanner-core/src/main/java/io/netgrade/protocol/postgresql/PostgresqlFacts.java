// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.postgresql;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a PostgreSQL server, and what can be asked of it. */
public final class PostgresqlFacts {
    public static final FactType SERVICE = FactType.of("postgresql.service", "How a connection can be protected.")
            .flag("start-tls", "whether SSLRequest was granted");

    public static final FactType AUTHENTICATION = FactType.of(
                    "postgresql.authentication", "What the server asks of a client before it lets it in.")
            .text(
                    "method",
                    "trust (nothing is asked), cleartext, md5, kerberos, gss, sspi, or a SASL mechanism such as"
                            + " scram-sha-256");

    public static final FactType LOGIN_IN_CLEAR = FactType.of(
                    "postgresql.login-in-clear", "A client logged in without TLS, and a capture could read it.")
            .text("class", "no-password, plaintext-password or challenge-response; never the secret");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("postgresql.start-tls", "Whether the server offers TLS.", SERVICE, "start-tls")
                    .inClear(),
            FieldCheck.of(
                    "postgresql.authentication",
                    "What the server asks of a client before it lets it in.",
                    AUTHENTICATION,
                    "method"),
            FieldCheck.of(
                    "postgresql.login-in-clear", "How a log-in without TLS was seen to go.", LOGIN_IN_CLEAR, "class"));

    private PostgresqlFacts() {}
}
