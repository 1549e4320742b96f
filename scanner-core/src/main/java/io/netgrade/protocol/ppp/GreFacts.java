// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ppp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an end of a GRE tunnel, and the checks of it. */
public final class GreFacts {
    public static final FactType TUNNEL = FactType.of("gre.tunnel", "A tunnel, not encrypted by itself.")
            .number("version", "0 (RFC 2784), or 1 for PPTP (RFC 2637)")
            .text(
                    "carries",
                    "ipv4, ipv6, ethernet, erspan-1, erspan-2, erspan-3, mpls, ppp, keepalive, or type- and the"
                            + " EtherType")
            .flag("key", "whether packets bear a key (RFC 2890), which is no secret")
            .flag("sequence", "whether packets are numbered");

    public static final FactType AUTHENTICATION = PppAuthentication.fact("gre");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("gre.presence", "Whether GRE tunnels are in use, and what they carry.", TUNNEL, "carries"),
            FieldCheck.of("gre.ppp-authentication", "How PPP within GRE authenticates.", AUTHENTICATION, "method"));

    private GreFacts() {}
}
