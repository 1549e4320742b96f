// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.endpoint.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An ear at each interface that probes leave by. For several threads. */
final class Ears implements AutoCloseable {
    private final Map<String, Ear> ears = new HashMap<>();
    /** Of the interfaces of which it is not known yet. */
    private final Map<Ear, KernelResets> unknown = new HashMap<>();

    private volatile boolean allKnown = true;
    private final Cookie cookie;
    private final Probe probe;
    private final String filter;
    private final String resets;
    private final Ear.Listener listener;
    private final boolean trusting;

    /** @param trusting whether farewells of ours are left out where the kernel was seen to say its own */
    Ears(Cookie cookie, Probe probe, SourcePorts sources, boolean trusting, Ear.Listener listener) {
        this.cookie = cookie;
        this.probe = probe;
        this.filter = filter(probe, sources);
        this.resets = " or (src portrange " + sources.first() + "-" + sources.last()
                + " and ((ip proto 6 and tcp[13] = 4) or (ip6 proto 6 and ip6[53] = 4)))";
        this.listener = listener;
        this.trusting = trusting && probe.transport() == Transport.TCP;
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
            KernelResets seen = new KernelResets(trusting);
            String all = seen.known() ? filter : filter + resets;
            Ear ear = Ear.at(interfaceName, all, new Answers(cookie, probe), seen, listener);
            ears.put(interfaceName, ear);
            if (!seen.known()) {
                unknown.put(ear, seen);
                allKnown = false;
            }
        }
    }

    /** Farewells that were held back, and are to be sent now. */
    List<Farewell> due(long now) {
        return allKnown ? List.of() : released(resets -> resets.due(now));
    }

    /** Farewells that are held back still. */
    List<Farewell> held() {
        return allKnown ? List.of() : released(KernelResets::all);
    }

    private synchronized List<Farewell> released(Function<KernelResets, List<Farewell>> which) {
        List<Farewell> released = new ArrayList<>();
        unknown.values().forEach(resets -> released.addAll(which.apply(resets)));
        unknown.forEach((ear, resets) -> {
            if (resets.known()) {
                ear.narrow(filter);
            }
        });
        unknown.values().removeIf(KernelResets::known);
        allKnown = unknown.isEmpty();
        return released;
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
