// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.lisp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a LISP node, and the checks of it. */
public final class LispFacts {
    public static final FactType MESSAGE = FactType.of("lisp.message", "A message that a node sent.")
            .text(
                    "type",
                    "map-request, map-reply, map-register, map-notify, map-notify-ack, encapsulated-control or data;"
                            + " over TCP reliable, whatever its type");

    public static final FactType REGISTRATION = FactType.of(
                    "lisp.registration", "How a registration was authenticated (RFC 9301 §5.6).")
            .text("algorithm", "none, hmac-sha1-96, hmac-sha256-128, hmac-sha256-128-derived or other")
            .number("length", "octets of authentication data");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("lisp.message", "The LISP messages that are sent.", MESSAGE, "type"),
            FieldCheck.of("lisp.registration", "How registrations are authenticated.", REGISTRATION, "algorithm"));

    private LispFacts() {}
}
