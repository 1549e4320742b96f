// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.s7comm;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a controller that speaks S7comm, and the checks of it. */
public final class S7Facts {
    public static final FactType FUNCTION = FactType.of(
                    "s7comm.function", "A function of S7comm that the controller answered.")
            .text("name", "the function's name in kebab-case, or its number")
            .text("kind", "setup, read, write, program, control, diagnostic, time or security")
            .flag("performed", "whether it was done; false where the controller answered with an error class");

    public static final FactType VARIANT = FactType.of(
                    "s7comm.variant", "Which of the two protocols the controller speaks.")
            .text("name", "s7comm or s7comm-plus")
            .number("version", "protocol version of S7comm-plus: 1 without, 2 and 3 with integrity protection");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("s7comm.function", "The kinds of function that the controller answers.", FUNCTION, "kind"),
            FieldCheck.of("s7comm.variant", "Whether the unprotected S7comm is spoken.", VARIANT, "name"));

    private S7Facts() {}
}
