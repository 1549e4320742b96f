// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ipip;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an end of such a tunnel, and the checks of it. */
public final class IpipFacts {
    public static final FactType FOUR =
            FactType.of("ipip.tunnel", "A tunnel of IPv4 in IP, not encrypted.").text("carries", "ipv4");

    public static final FactType SIX = FactType.of("6in4.tunnel", "A tunnel of IPv6 in IP, not encrypted.")
            .text("carries", "ipv6")
            .text("kind", "6to4 (RFC 3056), isatap (RFC 5214) or configured (RFC 4213)");

    static final List<Check> FOUR_CHECKS =
            List.of(FieldCheck.of("ipip.presence", "Whether IPv4 goes in IP without encryption.", FOUR, "carries"));

    static final List<Check> SIX_CHECKS = List.of(
            FieldCheck.of("6in4.presence", "Whether IPv6 goes in IP without encryption.", SIX, "carries"),
            FieldCheck.of("6in4.kind", "The kinds of tunnels of IPv6 in IP.", SIX, "kind"));

    private IpipFacts() {}
}
