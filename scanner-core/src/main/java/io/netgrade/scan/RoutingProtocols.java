// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import java.util.List;

/** Routing, redundancy and label distribution. */
final class RoutingProtocols {
    static final List<Protocol> ALL = List.of();

    private RoutingProtocols() {}
}
