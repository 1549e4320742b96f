// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.capwap;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a CAPWAP controller, and the checks of it. */
public final class CapwapFacts {
    public static final FactType CHANNEL = FactType.of("capwap.channel", "How something was sent over a channel.")
            .text("channel", "control or data; absent for DTLS on a port that does not tell")
            .text("protection", "dtls, or clear")
            .text("message", "in the control channel in clear: discovery, which is never protected, or other");

    static final List<Check> CHECKS =
            List.of(FieldCheck.of("capwap.protection", "What protects a channel of CAPWAP.", CHANNEL, "protection"));

    private CapwapFacts() {}
}
