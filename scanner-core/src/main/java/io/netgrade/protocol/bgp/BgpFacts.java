// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bgp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a BGP speaker, and the checks of it. */
public final class BgpFacts {
    public static final FactType SESSION = FactType.of("bgp.session", "What protects a session below BGP.")
            .text("signature", "none, tcp-md5 (RFC 2385) or tcp-ao (RFC 5925), as all segments seen bear it")
            .text("kind", "external between two autonomous systems, internal within one; unknown before both OPENs")
            .number("time-to-live", "of the packet where it was seen; 255 or 254 under GTSM (RFC 5082)");

    public static final FactType OPEN = FactType.of("bgp.open", "The OPEN that a speaker sent (RFC 4271 §4.2).")
            .number("as", "autonomous system, of four octets where the speaker says so (RFC 6793)")
            .number("hold-time", "seconds; 0 for none")
            .text("router-id", "BGP identifier, as four numbers with dots");

    public static final FactType CAPABILITIES = FactType.of(
                    "bgp.capabilities", "The capabilities in a speaker's OPEN (RFC 5492).")
            .names("capabilities", "IANA's names in kebab-case; capability- and the number where it is another")
            .names("families", "address families of multiprotocol BGP (RFC 4760), AFI/SAFI in numbers");

    public static final FactType NOTIFICATION = FactType.of(
                    "bgp.notification", "Why a speaker ended the session (RFC 4271 §4.5).")
            .text("error", "the code's name, such as cease or hold-timer-expired")
            .number("subcode", "IANA bgp-parameters");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("bgp.signature", "Whether TCP signs the session's segments.", SESSION, "signature"),
            FieldCheck.of("bgp.time-to-live", "The time to live of the session's packets.", SESSION, "time-to-live"),
            FieldCheck.of("bgp.capabilities", "The capabilities that a speaker offers.", CAPABILITIES, "capabilities"),
            FieldCheck.of("bgp.hold-time", "The hold time that a speaker offers, in seconds.", OPEN, "hold-time"),
            FieldCheck.of("bgp.presence", "Whether BGP opens a session at all.", OPEN, "as"),
            FieldCheck.of("bgp.notification", "Why a speaker ends sessions or refuses them.", NOTIFICATION, "error"));

    private BgpFacts() {}
}
