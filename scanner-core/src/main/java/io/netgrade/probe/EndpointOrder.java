// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import java.math.BigInteger;
import java.util.List;
import java.util.NoSuchElementException;

/** Every endpoint of the targets, each once, in the shuffled order; made one by one, so that a large network costs nothing. */
final class EndpointOrder {
    /** At the gentle pace, more than two years. */
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(32);

    private final List<ProbeTarget> targets;
    private final long[] starts;
    private final long size;
    private final Shuffle shuffle;
    private long place;

    /** @throws IllegalArgumentException where there are too many to visit */
    EndpointOrder(List<ProbeTarget> targets, long seed) {
        this.targets = List.copyOf(targets);
        this.starts = new long[targets.size()];
        this.size = count(targets);
        this.shuffle = new Shuffle(size, seed);
        long start = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = start;
            start += targets.get(i).endpoints().longValueExact();
        }
    }

    /** How many endpoints the targets have; what two of them name is counted twice. */
    static long count(List<ProbeTarget> targets) {
        BigInteger sum = targets.stream().map(ProbeTarget::endpoints).reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "the targets name " + sum + " endpoints, more than the " + MOST + " that one run visits");
        }
        return sum.longValueExact();
    }

    boolean hasNext() {
        while (place < size && named(shuffle.at(place)).repeated()) {
            place++;
        }
        return place < size;
    }

    Endpoint next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return named(shuffle.at(place++)).endpoint();
    }

    /** How many are left, repeats among them. */
    long left() {
        return size - place;
    }

    private Named named(long index) {
        int which = starts.length - 1;
        while (starts[which] > index) {
            which--;
        }
        ProbeTarget target = targets.get(which);
        long within = index - starts[which];
        long addresses = target.addresses().size().longValueExact();
        int port = (int) (within / addresses);
        boolean tcp = port < target.tcp().size();
        Endpoint endpoint = new Endpoint(
                target.addresses().at(within % addresses),
                tcp
                        ? target.tcp().at(port)
                        : target.udp().at(port - target.tcp().size()),
                tcp ? Transport.TCP : Transport.UDP);
        return new Named(endpoint, earlier(which, endpoint));
    }

    private boolean earlier(int which, Endpoint endpoint) {
        for (ProbeTarget target : targets.subList(0, which)) {
            boolean port = endpoint.transport() == Transport.TCP
                    ? target.tcp().contains(endpoint.port())
                    : target.udp().contains(endpoint.port());
            if (port && target.addresses().contains(endpoint.address())) {
                return true;
            }
        }
        return false;
    }

    /** @param repeated whether an earlier target names it too */
    private record Named(Endpoint endpoint, boolean repeated) {}
}
