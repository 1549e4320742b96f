// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import java.util.List;

/** What carries packets of another network. */
final class TunnelProtocols {
    static final List<Protocol> ALL = List.of();

    private TunnelProtocols() {}
}
