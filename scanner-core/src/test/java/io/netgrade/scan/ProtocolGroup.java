// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import java.util.List;
import java.util.Locale;

/** The groups of the catalog, each fuzzed by itself so that what is learned of one is not lost among the others. */
enum ProtocolGroup {
    SECURITY,
    MANAGEMENT,
    WEB,
    MAIL,
    DATA,
    CALLS,
    MOBILE,
    ROUTING,
    TUNNELS,
    INFRASTRUCTURE,
    INDUSTRIAL;

    List<Protocol> protocols() {
        return switch (this) {
            case SECURITY -> SecurityProtocols.ALL;
            case MANAGEMENT -> ManagementProtocols.ALL;
            case WEB -> WebProtocols.ALL;
            case MAIL -> MailProtocols.ALL;
            case DATA -> DataProtocols.ALL;
            case CALLS -> CallProtocols.ALL;
            case MOBILE -> MobileProtocols.ALL;
            case ROUTING -> RoutingProtocols.ALL;
            case TUNNELS -> TunnelProtocols.ALL;
            case INFRASTRUCTURE -> InfrastructureProtocols.ALL;
            case INDUSTRIAL -> IndustrialProtocols.ALL;
        };
    }

    static ProtocolGroup of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
