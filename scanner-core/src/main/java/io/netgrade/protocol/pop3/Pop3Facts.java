// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.pop3;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a POP3 server, and what can be asked of it. */
public final class Pop3Facts {
    public static final FactType SERVICE = FactType.of("pop3.service", "What a server offers before TLS.")
            .names("capabilities", "the names of its answer to CAPA (RFC 2449); absent where not seen")
            .flag("start-tls", "whether it offers or accepts STLS (RFC 2595)");

    public static final FactType AUTHENTICATION = FactType.of(
                    "pop3.authentication-offered", "What log-in a server offers on this connection.")
            .names("mechanisms", "USER, APOP (by a timestamp in the greeting) and SASL mechanisms (RFC 5034)");

    public static final FactType LOGIN_IN_CLEAR = FactType.of(
                    "pop3.login-in-clear", "A client logged in, and a capture could read it.")
            .text("class", "plaintext-password, bearer-token or challenge-response; never the secret");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("pop3.start-tls", "Whether a session can be protected by TLS.", SERVICE, "start-tls")
                    .inClear(),
            FieldCheck.of(
                            "pop3.authentication-in-clear",
                            "The log-in mechanisms that are offered before TLS.",
                            AUTHENTICATION,
                            "mechanisms")
                    .inClear(),
            FieldCheck.of(
                    "pop3.login-in-clear", "Whether a log-in was seen to go over in clear.", LOGIN_IN_CLEAR, "class"));

    private Pop3Facts() {}
}
