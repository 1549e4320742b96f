// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Problem;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Counts of the capture being read. */
final class FlowCounts {
    private static final int MOST_LINK_TYPES = 1024;
    private static final int MOST_FAULTS = 100;

    private final Map<Limit, long[]> limits = new EnumMap<>(Limit.class);
    private final long[] ipProtocols = new long[256];
    private final Map<Integer, Long> linkTypes = new HashMap<>();
    private final Map<String, Problem> faults = new LinkedHashMap<>();
    private long malformed;
    private long notIp;
    private long flows;
    private long unrecognised;

    FlowCounts() {
        for (Limit limit : Limit.values()) {
            limits.put(limit, new long[1]);
        }
    }

    void hit(Limit limit) {
        counter(limit)[0]++;
    }

    void hits(Limit limit, long times) {
        counter(limit)[0] += times;
    }

    private long[] counter(Limit limit) {
        return Objects.requireNonNull(limits.get(limit));
    }

    void malformed() {
        malformed++;
    }

    void notIp() {
        notIp++;
    }

    void ipProtocol(int number) {
        ipProtocols[number]++;
    }

    void unsupported(int linkType) {
        if (linkTypes.size() < MOST_LINK_TYPES || linkTypes.containsKey(linkType)) {
            linkTypes.merge(linkType, 1L, Long::sum);
        }
    }

    /** Netgrade's own fault in a protocol; a repetition is not stored again. */
    void fault(String input, String protocol, Throwable fault, long frame) {
        StackTraceElement[] trace = fault.getStackTrace();
        String at = trace.length == 0 ? "" : " at " + trace[0];
        String key = protocol + fault.getClass().getName() + at;
        if (faults.size() < MOST_FAULTS && !faults.containsKey(key)) {
            String message = "netgrade's own fault in " + protocol + ", first at frame " + frame + ": "
                    + fault.getClass().getName() + at + "; please report it";
            faults.put(key, new Problem(input, message, false));
        }
    }

    /** Counts a flow, once for each capture that it has a frame in. */
    void book(int state, Transport transport) {
        if (!FlowState.has(state, FlowState.TOUCHED)) {
            return;
        }
        flows++;
        unrecognised += FlowState.has(state, FlowState.PAYLOAD) && !FlowState.has(state, FlowState.RECOGNISED) ? 1 : 0;
        if (FlowState.oneSided(state)) {
            bookOneSided(state, transport);
        }
    }

    private void bookOneSided(int state, Transport transport) {
        switch (transport) {
            case TCP -> {
                if (FlowState.has(state, FlowState.BEYOND_SYN)) {
                    hit(Limit.ONE_SIDED_TCP);
                }
            }
            case UDP -> hit(Limit.ONE_SIDED_UDP);
            case SCTP -> hit(Limit.ONE_SIDED_SCTP);
            case IP -> {
                // Routing and tunnels speak to groups and one way; nothing is missing.
            }
        }
    }

    /** The counts, which begin anew. */
    FlowCoverage close() {
        FlowCoverage coverage = new FlowCoverage(
                malformed,
                linkTypes,
                notIp,
                flows,
                unrecognised,
                hits(),
                faults.values().stream().toList());
        limits.values().forEach(hits -> hits[0] = 0);
        Arrays.fill(ipProtocols, 0);
        linkTypes.clear();
        faults.clear();
        malformed = 0;
        notIp = 0;
        flows = 0;
        unrecognised = 0;
        return coverage;
    }

    private Map<String, Long> hits() {
        Map<String, Long> hits = new LinkedHashMap<>();
        limits.forEach((limit, count) -> {
            if (count[0] > 0) {
                hits.put(limit.id(), count[0]);
            }
        });
        for (int number = 0; number < ipProtocols.length; number++) {
            if (ipProtocols[number] > 0) {
                hits.put("ip-protocol-" + number, ipProtocols[number]);
            }
        }
        return hits;
    }
}
