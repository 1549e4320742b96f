// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ppp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a PPTP server, and the checks of it. */
public final class PptpFacts {
    public static final FactType SERVICE = FactType.of(
                    "pptp.service", "What a server answers to the beginning of a tunnel.")
            .text("result", "ok, or why not (RFC 2637 §2.2)")
            .text("vendor", "the vendor string")
            .number("firmware", "firmware revision");

    static final List<Check> CHECKS =
            List.of(FieldCheck.of("pptp.presence", "Whether PPTP answers.", SERVICE, "result"));

    private PptpFacts() {}
}
