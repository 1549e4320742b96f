// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import java.util.List;

/** Industrial control and the Internet of things. */
final class IndustrialProtocols {
    static final List<Protocol> ALL = List.of();

    private IndustrialProtocols() {}
}
