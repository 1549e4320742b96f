// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.probe.EveryPort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The hosts of a list of open ports that {@linkplain EveryPort answer on every port}, told by the ports of one stretch of the
 * order: of a host with fewer than 256 in a stretch it is not told. Once one is known, it stays known.
 */
final class EveryPortHosts {
    private final Set<Host> known = new HashSet<>();

    private record Host(boolean six, long high, long low) {
        static Host of(Spot spot) {
            return new Host(spot.ipv6, spot.high, spot.low);
        }
    }

    private static final class Ports {
        private int open;
        private int contacts;
        private int lowest = Integer.MAX_VALUE;
        private int highest;
    }

    /** Looks at a stretch that is over; a line for each host that is known since. */
    List<String> look(OpenSpots open, Board board, ProbeOrder order) {
        Map<Host, Ports> likely = likely(open);
        if (likely.isEmpty()) {
            return List.of();
        }
        Spot spot = new Spot();
        for (int i = 0; i < board.length(); i++) {
            if (board.at(i) != Finding.OUT_OF_SCOPE) {
                order.locate(board.place(i), spot);
                Ports ports = likely.get(Host.of(spot));
                if (ports != null) {
                    ports.contacts++;
                }
            }
        }
        List<String> lines = new ArrayList<>();
        likely.forEach((host, ports) -> {
            if (EveryPort.seems(ports.open, ports.contacts, ports.lowest, ports.highest)) {
                known.add(host);
                spot.set(host.six, host.high, host.low, 0);
                lines.add(Endpoint.text(spot.endpoint(Transport.TCP).address()) + ": "
                        + EveryPort.words(EveryPort.share(ports.open, ports.contacts)));
            }
        });
        return lines;
    }

    /** Whether a spot is of a host that is known. */
    boolean has(Spot spot) {
        return !known.isEmpty() && known.contains(Host.of(spot));
    }

    /** The hosts of which it may be, by what is open alone. */
    private Map<Host, Ports> likely(OpenSpots open) {
        Map<Host, Ports> likely = new LinkedHashMap<>();
        Spot host = new Spot();
        Ports[] last = {new Ports()};
        open.forEach(spot -> {
            if (!spot.isAt(host)) {
                keep(host, last[0], likely);
                host.set(spot.ipv6, spot.high, spot.low, spot.port);
                last[0] = new Ports();
            }
            Ports ports = last[0];
            ports.open++;
            ports.lowest = Math.min(ports.lowest, spot.port);
            ports.highest = Math.max(ports.highest, spot.port);
        });
        keep(host, last[0], likely);
        return likely;
    }

    private void keep(Spot host, Ports ports, Map<Host, Ports> likely) {
        if (!has(host) && EveryPort.mayBe(ports.open, ports.lowest, ports.highest)) {
            likely.put(Host.of(host), ports);
        }
    }
}
