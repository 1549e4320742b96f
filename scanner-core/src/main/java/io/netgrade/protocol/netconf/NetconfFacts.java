// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.netconf;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a NETCONF server, and what can be asked of it. */
public final class NetconfFacts {
    public static final FactType HELLO = FactType.of("netconf.hello", "The server's hello (RFC 6241 8.1).")
            .names("versions", "of the base protocol, such as 1.0 and 1.1")
            .names("capabilities", "other standard ones, by their names, such as candidate or confirmed-commit");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("netconf.in-clear", "Whether NETCONF is spoken with nothing around it.", HELLO, "versions")
                    .inClear());

    private NetconfFacts() {}
}
