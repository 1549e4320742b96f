// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.amqp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an AMQP broker, and the checks of it. */
public final class AmqpFacts {
    public static final FactType MECHANISMS = FactType.of(
                    "amqp.mechanisms",
                    "The SASL mechanisms that the broker offers (AMQP 0-9-1 §1.4.2.1, 1.0 §5.3.3.1).")
            .names("mechanisms", "names of the IANA registry, as written")
            .text("version", "0-9 or 1.0");

    public static final FactType LOGIN = FactType.of("amqp.login", "A login that was made.")
            .text("mechanism", "the SASL mechanism that the client took")
            .text("class", "anonymous, default-account for a guest login, plaintext-password or other")
            .flag("accepted", "whether the broker went on");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("amqp.mechanisms", "The SASL mechanisms that the broker offers.", MECHANISMS, "mechanisms"),
            FieldCheck.of("amqp.login", "The classes of login that the broker accepts.", LOGIN, "class"),
            FieldCheck.of("amqp.login-in-clear", "The classes of login that cross the wire in clear.", LOGIN, "class")
                    .inClear());

    private AmqpFacts() {}
}
