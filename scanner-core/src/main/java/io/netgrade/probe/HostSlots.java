// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** How many connections are open, to each host, to each network (IPv4 /24, IPv6 /64) and in all. */
final class HostSlots {
    private static final long IPV4_NETWORKS = 0xFFFF_0000_0000_0000L;

    private final ProbeLimits limits;
    private final Map<InetAddress, Integer> hosts = new HashMap<>();
    private final Map<Long, Integer> networks = new HashMap<>();
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

    /** Whether one more takes one of the last eighth of the connections that may be open to the host, or in all. */
    boolean crowded(InetAddress host, int most) {
        return full(hosts.getOrDefault(host, 0) + 1, most) || full(open + 1, limits.atOnce());
    }

    private static boolean full(long taken, long most) {
        return 8 * taken > 7 * most;
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

    /** The upper bits of the address; those of an IPv4 network stand where IPv6 has multicast, which has no hosts. */
    private static long network(InetAddress host) {
        ByteBuffer bytes = ByteBuffer.wrap(host.getAddress());
        return bytes.capacity() == Integer.BYTES
                ? IPV4_NETWORKS | (Integer.toUnsignedLong(bytes.getInt()) >>> Byte.SIZE)
                : bytes.getLong();
    }
}
