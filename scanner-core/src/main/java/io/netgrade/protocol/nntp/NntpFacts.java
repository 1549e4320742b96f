// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.nntp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a news server, and the checks of it. */
public final class NntpFacts {
    public static final FactType GREETING = FactType.of("nntp.greeting", "How the server greets (RFC 3977 §5.1).")
            .text("access", "posting, reading, or none where it turns the client away");

    public static final FactType STARTTLS = FactType.of("nntp.starttls", "Whether the server begins TLS (RFC 4642).")
            .flag("offered", "whether STARTTLS stood among the capabilities, or was accepted");

    public static final FactType LOGIN = FactType.of("nntp.login", "A login that was made (RFC 4643).")
            .text("class", "plaintext-password for AUTHINFO PASS, sasl for AUTHINFO SASL")
            .flag("accepted", "whether the server took it");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("nntp.access", "What the server gives to who connects.", GREETING, "access"),
            FieldCheck.of("nntp.starttls", "Whether STARTTLS is offered.", STARTTLS, "offered"),
            FieldCheck.of("nntp.login-in-clear", "The classes of login that cross the wire in clear.", LOGIN, "class")
                    .inClear());

    private NntpFacts() {}
}
