// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rip;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a RIP speaker, and the checks of it. */
public final class RipFacts {
    public static final FactType UPDATE = FactType.of("rip.update", "A message that a RIP speaker sent.")
            .text("version", "1 (RFC 1058), 2 (RFC 2453) or ng (RFC 2080)")
            .text(
                    "authentication",
                    "none, simple-password, keyed-md5, hmac-sha1, hmac-sha256, hmac-sha384, hmac-sha512 or"
                            + " cryptographic (RFC 4822); versions 1 and ng have none of their own");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("rip.version", "The versions of RIP that are spoken.", UPDATE, "version"),
            FieldCheck.of("rip.authentication", "How RIP messages are authenticated.", UPDATE, "authentication"));

    private RipFacts() {}
}
