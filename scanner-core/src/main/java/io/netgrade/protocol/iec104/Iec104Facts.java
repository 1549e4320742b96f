// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.iec104;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a controlled station, and the checks of it. */
public final class Iec104Facts {
    public static final FactType UNIT = FactType.of(
                    "iec104.unit", "A type of application service data unit that the station sent or confirmed.")
            .number("type", "type identification (IEC 60870-5-101 §7.2.1, IEC 60870-5-104 §8)")
            .text("name", "its name, such as M_SP_NA_1")
            .text(
                    "kind",
                    "process-information, command, system-information, system-command, parameter, file-transfer"
                            + " or secure-authentication");

    public static final FactType TRANSFER = FactType.of(
                    "iec104.transfer", "Whether the station starts the transfer of data for who asks (§5.3).")
            .flag("started", "whether STARTDT was confirmed");

    public static final FactType AUTHENTICATION = FactType.of(
                    "iec104.secure-authentication", "Whether the station used IEC 62351-5 secure authentication.")
            .flag("used", "whether a data unit of types 81 to 95 came from the station");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("iec104.unit", "The kinds of data units that the station takes part in.", UNIT, "kind"),
            FieldCheck.of("iec104.transfer", "Whether the station starts the transfer of data.", TRANSFER, "started"),
            FieldCheck.of(
                    "iec104.secure-authentication",
                    "Whether IEC 62351-5 secure authentication is used.",
                    AUTHENTICATION,
                    "used"));

    private Iec104Facts() {}
}
