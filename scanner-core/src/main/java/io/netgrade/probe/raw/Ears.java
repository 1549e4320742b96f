// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import java.util.HashMap;
import java.util.Map;

/** An ear at each interface that probes leave by. For several threads. */
final class Ears implements AutoCloseable {
    private final Map<String, Ear> ears = new HashMap<>();
    private final Cookie cookie;
    private final Probe probe;
    private final String filter;
    private final Ear.Listener listener;

    Ears(Cookie cookie, Probe probe, SourcePorts sources, Ear.Listener listener) {
        this.cookie = cookie;
        this.probe = probe;
        this.filter = filter(probe, sources);
        this.listener = listener;
    }

    /**
     * What comes to our ports, and what ICMP says is unreachable. Not the word inbound: libpcap applies the filter itself to
     * the first frames, and knows no direction there.
     */
    private static String filter(Probe probe, SourcePorts sources) {
        return "(ip proto " + probe.protocol() + " or ip6 proto " + probe.protocol()
                + ") and dst portrange " + sources.first() + "-" + sources.last()
                + " or icmp[0] = 3 or (icmp6 and ip6[40] = 1)";
    }

    /** Hears what comes in there from now on. */
    synchronized void at(String interfaceName) throws RawSocketException {
        if (!ears.containsKey(interfaceName)) {
            ears.put(interfaceName, Ear.at(interfaceName, filter, new Answers(cookie, probe), listener));
        }
    }

    /** Frames that were lost for want of room. */
    synchronized long dropped() throws RawSocketException {
        long dropped = 0;
        for (Ear ear : ears.values()) {
            dropped += ear.dropped();
        }
        return dropped;
    }

    @Override
    public synchronized void close() {
        ears.values().forEach(Ear::close);
    }
}
