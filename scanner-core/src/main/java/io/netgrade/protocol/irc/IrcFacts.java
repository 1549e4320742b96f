// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.irc;

import io.netgrade.fact.FactType;

/** What netgrade can say of an IRC server. */
public final class IrcFacts {
    public static final FactType REGISTRATION = FactType.of(
                    "irc.registration", "How a client registered (RFC 2812 section 3.1).")
            .text(
                    "authentication",
                    "none where the server welcomed a client that sent no password, given where it sent one, required"
                            + " where it was refused for want of one");

    public static final FactType CREDENTIALS_IN_CLEAR = FactType.of(
                    "irc.credentials-in-clear", "A client sent credentials that a capture could read.")
            .text("class", "plaintext-password (PASS, OPER, NickServ) or sasl; never the secret");

    public static final FactType CAPABILITIES = FactType.of(
                    "irc.capabilities", "What the server offers in CAP LS (IRCv3).")
            .names("capabilities", "by their names, without values: sasl, tls, sts …");

    private IrcFacts() {}
}
