// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.stun;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a STUN or TURN server, and the checks of it. */
public final class StunFacts {
    public static final FactType SERVICE = FactType.of("stun.service", "A method that the server is asked for.")
            .text(
                    "method",
                    "binding, allocate, refresh, send, data, create-permission, channel-bind … (RFC 8489 §18.2)")
            .text("grammar", "rfc5389 with the magic cookie, rfc3489 without")
            .flag("ice", "whether it is a connectivity check between two peers of a call (RFC 8445 §7.1.1)");

    public static final FactType MAPPED_ADDRESS = FactType.of(
                    "stun.mapped-address", "That an answer tells the address that the asker is seen with.")
            .text("form", "xor (RFC 8489 §14.2) or plain (RFC 8489 §14.1)");

    public static final FactType ALLOCATION = FactType.of(
                    "stun.allocation", "Whether the server relays for whoever asks (RFC 8656 §7.2).")
            .flag("challenged", "false where it relays without a login, true where it wants one");

    public static final FactType INTEGRITY = FactType.of(
                    "stun.integrity", "How an answer of the server is authenticated (RFC 8489 §14.5, §14.6).")
            .text("algorithm", "hmac-sha1, hmac-sha256 or none");

    public static final FactType INTERNAL_ADDRESS = FactType.of(
                    "stun.internal-address", "That the server tells a private address of its own.")
            .text("attribute", "response-origin, other-address, source-address, changed-address or relayed-address");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of(
                    "stun.allocation",
                    "Whether the server relays without a login (RFC 8656).",
                    ALLOCATION,
                    "challenged"),
            FieldCheck.of(
                    "stun.internal-address",
                    "Whether answers tell private addresses of the server.",
                    INTERNAL_ADDRESS,
                    "attribute"),
            FieldCheck.of("stun.integrity", "How answers are authenticated (RFC 8489).", INTEGRITY, "algorithm"));

    private StunFacts() {}
}
