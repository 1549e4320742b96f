// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.lldp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of equipment that announces itself, and the checks of it. */
public final class LinkFacts {
    public static final FactType LLDP = FactType.of("lldp.announcement", "What a system says of itself in LLDP.")
            .text("system-name", "TLV 5")
            .text("system-description", "TLV 6, its first 256 characters")
            .text("port", "port id or description");

    public static final FactType CDP = FactType.of("cdp.announcement", "What a device says of itself in CDP.")
            .text("device-id", "its name")
            .text("platform", "its model")
            .text("port", "port id")
            .number("native-vlan", "where it says so");

    public static final FactType STP = FactType.of("stp.bridge", "A bridge that sends BPDUs.")
            .text("version", "stp, rstp, mstp or spb (IEEE 802.1D, 802.1Q)")
            .flag("root", "whether it takes itself for the root");

    public static final FactType DTP = FactType.of("dtp.announcement", "A port that offers to become a trunk.")
            .text("mode", "on, off, desirable, auto or other: whether the port wants to become a trunk")
            .flag("trunking", "whether it is one now");

    static final List<Check> LLDP_CHECKS = List.of(
            FieldCheck.of("lldp.presence", "Whether equipment announces itself by LLDP.", LLDP, "port"),
            FieldCheck.of("lldp.system-name", "The names announced by LLDP.", LLDP, "system-name"));

    static final List<Check> CDP_CHECKS =
            List.of(FieldCheck.of("cdp.presence", "Whether equipment announces itself by CDP.", CDP, "device-id"));

    static final List<Check> STP_CHECKS =
            List.of(FieldCheck.of("stp.presence", "Whether bridges send BPDUs.", STP, "version"));

    static final List<Check> DTP_CHECKS =
            List.of(FieldCheck.of("dtp.presence", "Whether ports offer to become trunks.", DTP, "mode"));

    private LinkFacts() {}
}
