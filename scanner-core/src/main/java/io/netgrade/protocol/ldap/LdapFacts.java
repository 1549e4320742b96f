// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ldap;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a directory server, and what can be asked of it. */
public final class LdapFacts {
    public static final FactType BIND = FactType.of("ldap.bind", "How the server answered a bind (RFC 4513 5).")
            .text("method", "anonymous, unauthenticated (a name without a password), simple or sasl")
            .text("mechanism", "of SASL, such as GSS-SPNEGO; absent for the others")
            .flag("accepted", "whether the bind succeeded");

    public static final FactType LOGIN_IN_CLEAR = FactType.of(
                    "ldap.login-in-clear", "A client bound without TLS, and a capture could read what it sent.")
            .text("class", "plaintext-password or challenge-response; never the secret");

    public static final FactType SERVICE = FactType.of("ldap.service", "What the server says of itself.")
            .flag("start-tls", "whether it offers or accepts StartTLS (RFC 4511 4.14)")
            .names("sasl-mechanisms", "of its root entry, in its order; absent where not seen");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("ldap.bind", "How clients bind.", BIND, "method"),
            FieldCheck.of("ldap.login-in-clear", "How a bind without TLS was seen to go.", LOGIN_IN_CLEAR, "class"),
            FieldCheck.of("ldap.start-tls", "Whether a connection can be protected by TLS.", SERVICE, "start-tls")
                    .inClear());

    private LdapFacts() {}
}
