// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.fact.Problem;
import java.util.List;
import java.util.Map;

/**
 * What was not seen of one capture's flows; the part of {@link io.netgrade.fact.CaptureCoverage} that the flows know.
 *
 * @param malformed frames whose headers could not be read
 * @param unsupportedLinkType link type number to frames that were not looked into
 * @param notIp frames that carry neither IPv4 nor IPv6
 * @param flows of TCP and UDP that had a frame in this capture
 * @param unrecognised of them with payload in which no protocol was recognised so far
 * @param limits names of caps ({@link Limit#id}) to how often each was hit, and {@code ip-protocol-N} to frames of IP
 *     protocols that are not looked into
 * @param faults netgrade's own, one for each protocol and kind
 */
public record FlowCoverage(
        long malformed,
        Map<Integer, Long> unsupportedLinkType,
        long notIp,
        long flows,
        long unrecognised,
        Map<String, Long> limits,
        List<Problem> faults) {
    public FlowCoverage {
        unsupportedLinkType = Map.copyOf(unsupportedLinkType);
        limits = Map.copyOf(limits);
        faults = List.copyOf(faults);
    }
}
