// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smtp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a mail server, and what can be asked of it. */
public final class SmtpFacts {
    public static final FactType SERVICE = FactType.of("smtp.service", "What a server offers before TLS.")
            .names("extensions", "the keywords of its answer to EHLO (RFC 5321 4.1.1.1); absent where not seen")
            .flag("start-tls", "whether it offers or accepts STARTTLS (RFC 3207)");

    public static final FactType AUTHENTICATION = FactType.of(
                    "smtp.authentication-offered", "What log-in a server offers on this connection (RFC 4954).")
            .names("mechanisms", "SASL mechanisms, in the server's order; empty where it offers none");

    public static final FactType LOGIN_IN_CLEAR = FactType.of(
                    "smtp.login-in-clear", "A client logged in, and a capture could read it.")
            .text("class", "plaintext-password, bearer-token or challenge-response; never the secret");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("smtp.start-tls", "Whether a session can be protected by TLS.", SERVICE, "start-tls")
                    .inClear(),
            FieldCheck.of(
                            "smtp.authentication-in-clear",
                            "The log-in mechanisms that are offered before TLS.",
                            AUTHENTICATION,
                            "mechanisms")
                    .inClear(),
            FieldCheck.of(
                    "smtp.login-in-clear", "Whether a log-in was seen to go over in clear.", LOGIN_IN_CLEAR, "class"));

    private SmtpFacts() {}
}
