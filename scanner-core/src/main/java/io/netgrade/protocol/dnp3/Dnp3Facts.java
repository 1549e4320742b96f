// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dnp3;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a DNP3 outstation, and the checks of it. */
public final class Dnp3Facts {
    public static final FactType FUNCTION = FactType.of(
                    "dnp3.function",
                    "An application function that was asked of an answering outstation (IEEE 1815 §4.2.2.5).")
            .text("name", "the function's name in kebab-case, or its number")
            .text("kind", "read, write, control, restart, file, time, authentication, response or other");

    public static final FactType AUTHENTICATION = FactType.of(
                    "dnp3.secure-authentication", "Whether secure authentication was used (IEEE 1815 §7).")
            .flag("used", "an authentication request or response passed");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("dnp3.function", "The kinds of function that pass with the outstation.", FUNCTION, "kind"),
            FieldCheck.of(
                    "dnp3.secure-authentication", "Whether secure authentication is used.", AUTHENTICATION, "used"));

    private Dnp3Facts() {}
}
