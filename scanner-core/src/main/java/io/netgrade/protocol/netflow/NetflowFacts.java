// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.netflow;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a collector of flow records, and the checks of it. */
public final class NetflowFacts {
    public static final FactType EXPORT = FactType.of(
                    "netflow.export", "Flow records that an exporter sent to the collector.")
            .number("version", "version of NetFlow")
            .number("source", "source id of version 9 (RFC 3954 §5.1), engine of version 5");

    public static final FactType IPFIX_EXPORT = FactType.of(
                    "ipfix.export", "Flow records that an exporter sent to the collector.")
            .number("domain", "observation domain id (RFC 7011 §3.1)");

    static final List<Check> CHECKS =
            List.of(FieldCheck.of("netflow.in-clear", "Whether flow records pass in clear.", EXPORT, "version")
                    .inClear());

    static final List<Check> IPFIX_CHECKS =
            List.of(FieldCheck.of("ipfix.in-clear", "Whether flow records pass in clear.", IPFIX_EXPORT, "domain")
                    .inClear());

    private NetflowFacts() {}
}
