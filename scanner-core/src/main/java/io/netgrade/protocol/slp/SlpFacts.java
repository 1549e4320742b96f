// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.slp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an SLP agent, and the checks of it. */
public final class SlpFacts {
    public static final FactType ANSWER = FactType.of(
                    "slp.answer", "A message with which the agent answered or announced itself.")
            .text("function", "service-reply, attribute-reply, service-type-reply, acknowledgement or advertisement")
            .number("version", "protocol version");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("slp.answer", "Whether the agent answers, and with what.", ANSWER, "function"),
            FieldCheck.of("slp.version", "The versions of SLP that the agent speaks.", ANSWER, "version"));

    private SlpFacts() {}
}
