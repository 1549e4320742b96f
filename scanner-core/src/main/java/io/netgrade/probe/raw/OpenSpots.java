// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.probe.ProbeTarget;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What is open of a stretch, sorted by address and port; 8 bytes for each of IPv4, as all of a million may be. */
final class OpenSpots {
    private static final Comparator<Spot> IN_ORDER = Comparator.<Spot, Long>comparing(
                    spot -> spot.high, Long::compareUnsigned)
            .thenComparing(spot -> spot.low, Long::compareUnsigned)
            .thenComparingInt(spot -> spot.port);

    private long[] four = new long[64];
    private int count;
    private final List<Spot> six = new ArrayList<>();

    /** @param spot may be filled again afterwards */
    void add(Spot spot) {
        if (spot.ipv6) {
            six.add(spot.copy());
            return;
        }
        if (count == four.length) {
            four = Arrays.copyOf(four, 2 * count);
        }
        four[count++] = spot.low << Short.SIZE | spot.port;
    }

    /** Hands on each, IPv4 first; the object is filled again for the next. */
    void forEach(Consumer<Spot> taker) {
        Arrays.sort(four, 0, count);
        Spot spot = new Spot();
        for (int i = 0; i < count; i++) {
            spot.set(false, 0, four[i] >>> Short.SIZE, (int) four[i] & 0xFFFF);
            taker.accept(spot);
        }
        six.sort(IN_ORDER);
        six.forEach(taker);
    }

    /** One target for each address, with the ports that are open there. */
    List<ProbeTarget> targets(Transport transport) {
        List<ProbeTarget> targets = new ArrayList<>();
        Spot host = new Spot();
        List<Integer> ports = new ArrayList<>();
        forEach(spot -> {
            if (!ports.isEmpty() && !spot.isAt(host)) {
                targets.add(target(host.endpoint(transport), ports));
                ports.clear();
            }
            host.set(spot.ipv6, spot.high, spot.low, spot.port);
            ports.add(spot.port);
        });
        if (!ports.isEmpty()) {
            targets.add(target(host.endpoint(transport), ports));
        }
        return targets;
    }

    private static ProbeTarget target(Endpoint host, List<Integer> open) {
        InetAddress address = host.address();
        PortSet ports = PortSet.of(open.stream().mapToInt(Integer::intValue).toArray());
        return host.transport() == Transport.SCTP
                ? new ProbeTarget(AddressRange.of(address), PortSet.NONE, PortSet.NONE, ports)
                : new ProbeTarget(AddressRange.of(address), ports, PortSet.NONE);
    }
}
