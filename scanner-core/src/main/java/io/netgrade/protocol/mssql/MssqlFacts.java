// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mssql;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a Microsoft SQL Server, and what can be asked of it. */
public final class MssqlFacts {
    public static final FactType ENCRYPTION = FactType.of(
                    "mssql.encryption", "What PRELOGIN says of encryption (MS-TDS 2.2.6.5).")
            .text("server", "off (the log-in alone is encrypted), on, not-supported or required")
            .text("client", "the same of the client that asked; absent where it was not seen");

    public static final FactType LOGIN_IN_CLEAR = FactType.of(
                    "mssql.login-in-clear", "A client logged in without TLS, and a capture could read it.")
            .text("class", "plaintext-password (LOGIN7 only obscures it), no-password or integrated; never the secret");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("mssql.encryption", "What the server says of encryption.", ENCRYPTION, "server"),
            FieldCheck.of("mssql.login-in-clear", "How a log-in without TLS was seen to go.", LOGIN_IN_CLEAR, "class"));

    private MssqlFacts() {}
}
