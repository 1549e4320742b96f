// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rsvp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an RSVP node, and the checks of it. */
public final class RsvpFacts {
    public static final FactType AUTHENTICATION = FactType.of("rsvp.authentication", "How a message was authenticated.")
            .text("type", "none, hmac-md5, hmac-sha1 or integrity where the digest has another length (RFC 2747 §2)")
            .text("message", "path, resv, hello and so on; type- and its number where it is another");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("rsvp.authentication", "How RSVP messages are authenticated.", AUTHENTICATION, "type"));

    private RsvpFacts() {}
}
