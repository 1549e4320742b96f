// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.imap;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an IMAP server, and what can be asked of it. */
public final class ImapFacts {
    public static final FactType SERVICE = FactType.of("imap.service", "What a server offers before TLS and log-in.")
            .names("capabilities", "in the server's order (RFC 3501 6.1.1); absent where not seen")
            .flag("start-tls", "whether it offers or accepts STARTTLS")
            .flag("login-disabled", "whether it refuses the LOGIN command here (LOGINDISABLED)");

    public static final FactType AUTHENTICATION = FactType.of(
                    "imap.authentication-offered", "What log-in a server offers on this connection.")
            .names("mechanisms", "LOGIN unless LOGINDISABLED, and the SASL mechanisms of AUTH=");

    public static final FactType LOGIN_IN_CLEAR = FactType.of(
                    "imap.login-in-clear", "A client logged in, and a capture could read it.")
            .text("class", "plaintext-password, bearer-token or challenge-response; never the secret");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("imap.start-tls", "Whether a session can be protected by TLS.", SERVICE, "start-tls")
                    .inClear(),
            FieldCheck.of("imap.login-disabled", "Whether LOGIN is refused before TLS.", SERVICE, "login-disabled")
                    .inClear(),
            FieldCheck.of(
                            "imap.authentication-in-clear",
                            "The log-in mechanisms that are offered before TLS.",
                            AUTHENTICATION,
                            "mechanisms")
                    .inClear(),
            FieldCheck.of(
                    "imap.login-in-clear", "Whether a log-in was seen to go over in clear.", LOGIN_IN_CLEAR, "class"));

    private ImapFacts() {}
}
