// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How many connections are open, to each host, to each network (IPv4 /24, IPv6 /64) and in all. */
final class HostSlots {
    private final ProbeLimits limits;
    private final Map<InetAddress, Integer> hosts = new HashMap<>();
    private final Map<String, Integer> networks = new HashMap<>();
    private int open;

    HostSlots(ProbeLimits limits) {
        this.limits = limits;
    }

    /** @param most connections to the host at a time */
    boolean free(InetAddress host, int most) {
        return open < limits.atOnce()
                && hosts.getOrDefault(host, 0) < most
                && networks.getOrDefault(network(host), 0) < limits.perNetwork();
    }

    void take(InetAddress host) {
        open++;
        hosts.merge(host, 1, Integer::sum);
        networks.merge(network(host), 1, Integer::sum);
    }

    void release(InetAddress host) {
        open--;
        hosts.computeIfPresent(host, (address, count) -> count == 1 ? null : count - 1);
        networks.computeIfPresent(network(host), (key, count) -> count == 1 ? null : count - 1);
    }

    /** Connections open in all. */
    int open() {
        return open;
    }

    private static String network(InetAddress host) {
        byte[] bytes = host.getAddress();
        return Arrays.toString(Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 8));
    }
}
