// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.pim;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a PIM router, and the checks of it. */
public final class PimFacts {
    public static final FactType MESSAGE = FactType.of("pim.message", "A message that a router sent.")
            .text("type", "hello, register, register-stop, join-prune, bootstrap, assert and so on (RFC 7761 §4.9)")
            .text("protection", "none: the message was readable, and PIM has no authentication of its own")
            .number("time-to-live", "of the packet where it was seen");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("pim.protection", "What protects PIM messages.", MESSAGE, "protection"),
            FieldCheck.of("pim.message", "The PIM messages that are sent.", MESSAGE, "type"));

    private PimFacts() {}
}
