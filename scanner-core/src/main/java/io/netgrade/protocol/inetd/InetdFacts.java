// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.inetd;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of the small services, and the checks of it. */
final class InetdFacts {
    private InetdFacts() {}

    /** That a service answered; every small service has one such fact. */
    static FactType answer(String protocol) {
        return FactType.of(protocol + ".answer", "The first answer of the service.")
                .number("octets", "octets of the answer's first piece")
                .number("asked-octets", "octets that were sent to it before");
    }

    static List<Check> checks(String protocol, FactType answer) {
        return List.of(FieldCheck.of(protocol + ".answer", "Whether the service answers.", answer, "octets"));
    }
}
