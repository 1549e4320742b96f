// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.wireguard;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a WireGuard peer, and the checks of it. */
public final class WireguardFacts {
    public static final FactType MESSAGE = FactType.of("wireguard.message", "A message that was seen.")
            .text("type", "initiation, response, cookie-reply or data");

    static final List<Check> CHECKS =
            List.of(FieldCheck.of("wireguard.presence", "Whether WireGuard is in use.", MESSAGE, "type"));

    private WireguardFacts() {}
}
