// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Every endpoint that targets name has a number in it, from 0 on, and each but one, however many targets name it. */
final class EndpointTable {
    /** More than ten million a second visit in a year. */
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(48);

    private final List<ProbeTarget> parts;
    private final long[] starts;
    private final long[] addresses;
    private final int[] tcp;
    private final int[] udp;
    private final long size;

    /** @throws IllegalArgumentException where there are too many to visit */
    EndpointTable(List<ProbeTarget> targets) {
        this.parts = DisjointTargets.of(targets);
        BigInteger sum = parts.stream().map(ProbeTarget::endpoints).reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "the targets name " + sum + " endpoints, more than the " + MOST + " that one run visits");
        }
        this.size = sum.longValueExact();
        this.starts = new long[parts.size()];
        this.addresses = new long[parts.size()];
        this.tcp = new int[parts.size()];
        this.udp = new int[parts.size()];
        long start = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = start;
            addresses[i] = parts.get(i).addresses().size().longValueExact();
            tcp[i] = parts.get(i).tcp().size();
            udp[i] = parts.get(i).udp().size();
            start += parts.get(i).endpoints().longValueExact();
        }
    }

    long size() {
        return size;
    }

    /** @param number from 0 to {@code size() - 1} */
    Endpoint at(long number) {
        int found = Arrays.binarySearch(starts, number);
        int which = found < 0 ? -found - 2 : found;
        ProbeTarget part = parts.get(which);
        long within = number - starts[which];
        int port = (int) (within / addresses[which]);
        InetAddress address = addresses[which] == 1
                ? part.addresses().first()
                : part.addresses().at(within % addresses[which]);
        if (port < tcp[which]) {
            return new Endpoint(address, part.tcp().at(port), Transport.TCP);
        }
        int beyond = port - tcp[which];
        return beyond < udp[which]
                ? new Endpoint(address, part.udp().at(beyond), Transport.UDP)
                : new Endpoint(address, part.sctp().at(beyond - udp[which]), Transport.SCTP);
    }
}
