// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.geneve;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a Geneve tunnel endpoint, and the checks of it. */
public final class GeneveFacts {
    public static final FactType NETWORK = FactType.of("geneve.network", "A network that is carried, not encrypted.")
            .number("identifier", "VNI")
            .text("carries", "ethernet, ipv4, ipv6 or mpls");

    static final List<Check> CHECKS =
            List.of(FieldCheck.of("geneve.presence", "Whether Geneve tunnels are in use.", NETWORK, "carries"));

    private GeneveFacts() {}
}
