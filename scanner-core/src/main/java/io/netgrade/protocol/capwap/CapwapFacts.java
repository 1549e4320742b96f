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

    public static final FactType CONTROLLER = FactType.of(
                    "capwap.controller", "What a controller tells of its own rules (RFC 5415 §4.6.1).")
            .names("join", "how access points may authenticate: psk, x509")
            .names("data", "how data channels may be sent: dtls, clear");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("capwap.protection", "What protects a channel of CAPWAP.", CHANNEL, "protection"),
            FieldCheck.of("capwap.join", "How a controller lets access points authenticate.", CONTROLLER, "join"),
            FieldCheck.of("capwap.data", "How a controller lets data channels be sent.", CONTROLLER, "data"));

    private CapwapFacts() {}
}
