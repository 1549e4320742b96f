// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.teredo;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a Teredo server or relay, and the checks of it. */
public final class TeredoFacts {
    public static final FactType MESSAGE = FactType.of("teredo.message", "A packet that went through the tunnel.")
            .text("kind", "bubble (no more than an IPv6 header), router-discovery or packet (RFC 4380 §5.1.1)")
            .flag("authentication", "whether it bore an authentication header (RFC 4380 §5.1.1)");

    static final List<Check> CHECKS =
            List.of(FieldCheck.of("teredo.presence", "Whether Teredo tunnels are in use.", MESSAGE, "kind"));

    private TeredoFacts() {}
}
