// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.modbus;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a Modbus device, and the checks of it. */
public final class ModbusFacts {
    public static final FactType FUNCTION = FactType.of(
                    "modbus.function", "A function that the device answered (Modbus Application Protocol V1.1b3 §6).")
            .text("name", "the function's name in kebab-case, or its number")
            .text("kind", "read, write, diagnostic or vendor")
            .flag("performed", "whether it was done; false where an exception came back (§7)");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of(
                    "modbus.function",
                    "The kinds of function that the device performs for who asks.",
                    FUNCTION,
                    "kind"),
            FieldCheck.of(
                    "modbus.performed", "Whether the device performs functions for who asks.", FUNCTION, "performed"));

    private ModbusFacts() {}
}
