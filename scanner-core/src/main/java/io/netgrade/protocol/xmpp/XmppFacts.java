// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.xmpp;

import io.netgrade.fact.FactType;

/** What netgrade can say of an XMPP server. */
public final class XmppFacts {
    public static final FactType FEATURES = FactType.of(
                    "xmpp.features", "What the server offers at the beginning of a stream (RFC 6120 section 4.3.2).")
            .text("for", "client or server, by the namespace of the stream")
            .text("starttls", "required, offered or absent (section 5.3.1)")
            .names("mechanisms", "of SASL, in the server's order (section 6.3.3)");

    public static final FactType CREDENTIALS_IN_CLEAR = FactType.of(
                    "xmpp.credentials-in-clear", "A client sent credentials that a capture could read.")
            .text("class", "sasl-plain, or plaintext-password (XEP-0078); never the secret");

    private XmppFacts() {}
}
