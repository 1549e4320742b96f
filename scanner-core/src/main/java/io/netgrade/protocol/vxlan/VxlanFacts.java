// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.vxlan;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a VXLAN tunnel endpoint, and the checks of it. */
public final class VxlanFacts {
    public static final FactType NETWORK = FactType.of("vxlan.network", "A network that is carried, not encrypted.")
            .number("identifier", "VNI")
            .text("carries", "ethernet, ipv4, ipv6, mpls or nsh");

    static final List<Check> CHECKS =
            List.of(FieldCheck.of("vxlan.presence", "Whether VXLAN tunnels are in use.", NETWORK, "carries"));

    private VxlanFacts() {}
}
