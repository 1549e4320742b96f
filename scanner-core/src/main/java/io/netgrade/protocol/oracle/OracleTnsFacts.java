// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.oracle;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an Oracle listener, and what can be asked of it. */
public final class OracleTnsFacts {
    public static final FactType SERVICE = FactType.of("oracle-tns.service", "How a listener answers a CONNECT.")
            .text("answer", "accepted, refused, redirected or resend")
            .number("version", "of TNS, such as 314; absent where the answer has none");

    static final List<Check> CHECKS =
            List.of(FieldCheck.of("oracle-tns.service", "How a listener answers whoever connects.", SERVICE, "answer"));

    private OracleTnsFacts() {}
}
