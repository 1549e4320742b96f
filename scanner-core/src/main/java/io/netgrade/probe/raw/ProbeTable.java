// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.endpoint.PortSet;
import io.netgrade.probe.DisjointTargets;
import io.netgrade.probe.ProbeTarget;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The endpoints of targets over one transport, numbered from 0, each but once: the address and port of a number, and the
 * number of an address and port. In plain numbers, for both are asked for every packet.
 */
final class ProbeTable {
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(48);
    private static final BigInteger LOW = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private final List<Part> parts;
    private final long[] starts;
    private final long size;

    /** @throws IllegalArgumentException where there are too many to visit */
    ProbeTable(List<ProbeTarget> targets) {
        this.parts = new ArrayList<>();
        List<ProbeTarget> disjoint = DisjointTargets.of(targets);
        BigInteger sum = disjoint.stream().map(ProbeTarget::endpoints).reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "the targets name " + sum + " endpoints, more than the " + MOST + " that one run visits");
        }
        this.size = sum.longValueExact();
        this.starts = new long[disjoint.size()];
        long start = 0;
        for (ProbeTarget target : disjoint) {
            starts[parts.size()] = start;
            parts.add(Part.of(target));
            start += target.endpoints().longValueExact();
        }
    }

    long size() {
        return size;
    }

    /** Tells where the endpoint of a number is. */
    void locate(long number, Spot spot) {
        int found = Arrays.binarySearch(starts, number);
        Part part = parts.get(found < 0 ? -found - 2 : found);
        long within = number - starts[found < 0 ? -found - 2 : found];
        long address = within % part.addresses;
        long low = part.low + address;
        boolean carried = Long.compareUnsigned(low, part.low) < 0;
        spot.set(part.ipv6, carried ? part.high + 1 : part.high, low, part.ports[(int) (within / part.addresses)]);
    }

    /** The number of the endpoint there; -1 where it is none of the targets'. */
    long number(Spot spot) {
        int low = 0;
        int high = parts.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Part part = parts.get(middle);
            int order = part.order(spot);
            if (order == 0) {
                int port = Arrays.binarySearch(part.ports, spot.port);
                return port < 0 ? -1 : starts[middle] + port * part.addresses + (spot.low - part.low);
            }
            low = order > 0 ? middle + 1 : low;
            high = order > 0 ? high : middle - 1;
        }
        return -1;
    }

    /** Addresses one after another, fewer than 2^48, with the same ports. */
    private static final class Part {
        private final boolean ipv6;
        private final long high;
        private final long low;
        private final long addresses;
        private final int[] ports;

        private Part(boolean ipv6, long high, long low, long addresses, int[] ports) {
            this.ipv6 = ipv6;
            this.high = high;
            this.low = low;
            this.addresses = addresses;
            this.ports = ports;
        }

        static Part of(ProbeTarget target) {
            byte[] first = target.addresses().first().getAddress();
            BigInteger number = new BigInteger(1, first);
            PortSet ports = target.tcp();
            return new Part(
                    first.length == 16,
                    number.shiftRight(64).longValue(),
                    number.and(LOW).longValue(),
                    target.addresses().size().longValueExact(),
                    ports.stream().toArray());
        }

        /** Above 0 where the spot lies behind this part, 0 where it is in it. */
        int order(Spot spot) {
            if (spot.ipv6 != ipv6) {
                return spot.ipv6 ? 1 : -1;
            }
            long distance = spot.low - low;
            boolean carried = Long.compareUnsigned(spot.low, low) < 0;
            long up = spot.high - high - (carried ? 1 : 0);
            boolean here = up == 0 && Long.compareUnsigned(distance, addresses) < 0;
            boolean before = Long.compareUnsigned(spot.high, high) < 0 || (spot.high == high && carried);
            return here ? 0 : before ? -1 : 1;
        }
    }

    /** The same targets with their ports of TCP alone. */
    static List<ProbeTarget> tcp(List<ProbeTarget> targets) {
        return targets.stream()
                .map(target -> new ProbeTarget(target.addresses(), target.tcp(), PortSet.NONE))
                .toList();
    }
}
