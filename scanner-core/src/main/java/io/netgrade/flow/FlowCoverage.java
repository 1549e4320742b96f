// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.fact.Problem;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** What several eyes did not see that have looked at parts of one capture. */
    public static FlowCoverage sum(List<FlowCoverage> parts) {
        Map<Integer, Long> unsupported = new HashMap<>();
        Map<String, Long> limits = new HashMap<>();
        List<Problem> faults = new ArrayList<>();
        for (FlowCoverage part : parts) {
            part.unsupportedLinkType.forEach((type, count) -> unsupported.merge(type, count, Long::sum));
            part.limits.forEach((limit, count) -> limits.merge(limit, count, Long::sum));
            part.faults.stream().filter(fault -> !faults.contains(fault)).forEach(faults::add);
        }
        return new FlowCoverage(
                parts.stream().mapToLong(FlowCoverage::malformed).sum(),
                unsupported,
                parts.stream().mapToLong(FlowCoverage::notIp).sum(),
                parts.stream().mapToLong(FlowCoverage::flows).sum(),
                parts.stream().mapToLong(FlowCoverage::unrecognised).sum(),
                limits,
                faults);
    }
}
