// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ipsec;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of one who speaks IPsec, and the checks of it. */
public final class IpsecFacts {
    public static final FactType ESP = FactType.of("esp.packet", "A packet under ESP.")
            .text("encryption", "none where what is within can be read (RFC 2410, RFC 5879), else opaque")
            .text("mode", "tunnel or transport, where it can be read");

    public static final FactType AH = FactType.of("ah.packet", "A packet under AH: authenticated, not encrypted.")
            .text("mode", "tunnel or transport")
            .number("next-protocol", "IP protocol number of what it covers")
            .number("check-length", "octets of the integrity check value (RFC 4302 §2.6)");

    static final List<Check> ESP_CHECKS =
            List.of(FieldCheck.of("esp.encryption", "Whether ESP encrypts.", ESP, "encryption"));

    static final List<Check> AH_CHECKS = List.of(
            FieldCheck.of("ah.presence", "Whether packets go under AH alone, readable by all.", AH, "mode"),
            FieldCheck.of("ah.next-protocol", "What goes under AH.", AH, "next-protocol"));

    private IpsecFacts() {}
}
