// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.enip;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an EtherNet/IP device, and the checks of it. */
public final class EnipFacts {
    public static final FactType COMMAND = FactType.of(
                    "enip.command", "An encapsulation command that the device answered (CIP volume 2 §2-3).")
            .text(
                    "name",
                    "list-services, list-identity, list-interfaces, register-session, unregister-session,"
                            + " send-rr-data, send-unit-data or nop")
            .flag("accepted", "whether its status was success");

    public static final FactType IDENTITY = FactType.of(
                    "enip.identity", "The identity that the device tells to who asks (CIP volume 2 §2-4.3).")
            .number("vendor", "vendor id of ODVA")
            .number("device-type", "device profile of ODVA")
            .text("product", "product name")
            .text("revision", "major and minor revision");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("enip.command", "The encapsulation commands that the device answers.", COMMAND, "name"),
            FieldCheck.of("enip.identity", "Whether the device tells its identity.", IDENTITY, "product"));

    private EnipFacts() {}
}
