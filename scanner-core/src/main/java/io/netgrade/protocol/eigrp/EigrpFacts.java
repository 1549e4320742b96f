// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.eigrp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an EIGRP router, and the checks of it. */
public final class EigrpFacts {
    public static final FactType AUTHENTICATION = FactType.of("eigrp.authentication", "How a packet was authenticated.")
            .text("type", "none, md5, hmac-sha256 or other (RFC 7868 §6.8.2)")
            .number("autonomous-system", "the number that neighbours share");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("eigrp.authentication", "How EIGRP packets are authenticated.", AUTHENTICATION, "type"));

    private EigrpFacts() {}
}
