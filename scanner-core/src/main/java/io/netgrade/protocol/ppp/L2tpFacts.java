// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ppp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an L2TP server, and the checks of it. */
public final class L2tpFacts {
    public static final FactType TUNNEL = FactType.of("l2tp.tunnel", "A tunnel, not encrypted by itself.")
            .text("version", "2 (RFC 2661) or 3 (RFC 3931)")
            .text("kind", "control or data");

    public static final FactType ENDPOINT = FactType.of(
                    "l2tp.endpoint", "What an end says of itself to begin a tunnel.")
            .text("role", "initiator (SCCRQ) or responder (SCCRP)")
            .text("vendor", "Vendor Name (RFC 2661 §4.4.3)")
            .text("tunnel-authentication", "challenge, digest (RFC 3931 §4.3) or none asked for");

    public static final FactType AUTHENTICATION = PppAuthentication.fact("l2tp");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("l2tp.presence", "Whether L2TP tunnels go without encryption.", TUNNEL, "version"),
            FieldCheck.of(
                    "l2tp.tunnel-authentication",
                    "Whether the ends of tunnels authenticate each other.",
                    ENDPOINT,
                    "tunnel-authentication"),
            FieldCheck.of("l2tp.ppp-authentication", "How PPP within L2TP authenticates.", AUTHENTICATION, "method"));

    private L2tpFacts() {}
}
