// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What one capture held, and what of it was not seen. Counts are of frames unless named otherwise.
 *
 * @param file as the user named it
 * @param sha256 of the file, lower-case hex; empty for live traffic and pipes
 * @param packets frames read
 * @param bytes captured bytes of those frames
 * @param truncated whether the file ends in the middle of a record
 * @param problem one line with the byte offset where reading stopped early; empty where it read to the end
 * @param snapped frames that the snapshot length cut
 * @param malformed frames whose headers could not be read
 * @param unsupportedLinkType link type number to frames that were not looked into
 * @param notIp frames that carry neither IPv4 nor IPv6
 * @param dropped frames that the capturing machine reports as lost
 * @param flows flows seen, of all transports
 * @param unrecognised flows with payload in which no protocol was recognised
 * @param limits name of a cap that was hit (such as {@code flow-table}) to how often
 */
public record CaptureCoverage(
        String file,
        String sha256,
        long packets,
        long bytes,
        boolean truncated,
        String problem,
        long snapped,
        long malformed,
        Map<Integer, Long> unsupportedLinkType,
        long notIp,
        long dropped,
        long flows,
        long unrecognised,
        Map<String, Long> limits,
        Optional<Instant> firstTime,
        Optional<Instant> lastTime) {
    public CaptureCoverage {
        unsupportedLinkType = Map.copyOf(unsupportedLinkType);
        limits = Map.copyOf(limits);
    }
}
