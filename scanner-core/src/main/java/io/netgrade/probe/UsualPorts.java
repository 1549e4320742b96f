// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Protocol;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of some protocols usually live on a port, in their order. */
final class UsualPorts {
    private final Map<Transport, Map<Integer, List<Protocol>>> ports = new EnumMap<>(Transport.class);

    UsualPorts(List<Protocol> protocols) {
        for (Transport transport : Transport.values()) {
            Map<Integer, List<Protocol>> here = new HashMap<>();
            for (Protocol protocol : protocols) {
                for (int port : protocol.usualPorts(transport)) {
                    here.computeIfAbsent(port, any -> new ArrayList<>(2)).add(protocol);
                }
            }
            ports.put(transport, here);
        }
    }

    List<Protocol> on(Endpoint endpoint) {
        return ports.getOrDefault(endpoint.transport(), Map.of()).getOrDefault(endpoint.port(), List.of());
    }
}
