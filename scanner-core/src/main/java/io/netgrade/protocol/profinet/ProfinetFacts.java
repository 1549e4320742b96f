// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.profinet;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a PROFINET station, and the checks of it. */
public final class ProfinetFacts {
    public static final FactType FRAME = FactType.of("profinet.frame", "A kind of frame that the station sent.")
            .text("kind", "dcp-get, dcp-set, dcp-identify, dcp-hello, cyclic-data, alarm, or time");

    public static final FactType STATION = FactType.of("profinet.station", "What the station tells of itself by DCP.")
            .text("name", "name of station")
            .number("vendor", "vendor id of PI")
            .number("device", "device id of the vendor");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("profinet.frame", "The kinds of frame that the station sends.", FRAME, "kind"),
            FieldCheck.of("profinet.station", "Whether the station tells its name to who asks.", STATION, "name"));

    private ProfinetFacts() {}
}
