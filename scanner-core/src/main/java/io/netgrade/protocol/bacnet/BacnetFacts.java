// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bacnet;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a BACnet device, and the checks of it. */
public final class BacnetFacts {
    public static final FactType SERVICE = FactType.of(
                    "bacnet.service", "A service that the device announced or answered (ASHRAE 135 §21).")
            .text("name", "the service choice in kebab-case, or its number")
            .text("kind", "discovery, read, write, control, event, file or other")
            .flag("performed", "whether it was done; false where an error, a reject or an abort came back");

    public static final FactType DEVICE = FactType.of("bacnet.device", "What a device announces in I-Am (§16.10.4).")
            .number("instance", "instance number of the device object")
            .number("vendor", "vendor id of ASHRAE");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("bacnet.service", "The kinds of service that the device answers.", SERVICE, "kind"),
            FieldCheck.of(
                    "bacnet.performed", "Whether the device performs services for who asks.", SERVICE, "performed"),
            FieldCheck.of("bacnet.device", "Whether the device announces itself.", DEVICE, "instance"));

    private BacnetFacts() {}
}
