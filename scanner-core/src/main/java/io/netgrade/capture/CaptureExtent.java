// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import java.time.Instant;
import java.util.Optional;

/**
 * How much of a capture was read.
 *
 * @param packets frames read
 * @param bytes captured bytes of those frames
 * @param truncated whether the input ends in the middle of a record
 * @param problem one line with the byte offset where reading stopped early; empty where it read to the end
 * @param snapped frames that the snapshot length cut
 * @param dropped frames that the capturing machine reports as lost
 */
public record CaptureExtent(
        long packets,
        long bytes,
        boolean truncated,
        String problem,
        long snapped,
        long dropped,
        Optional<Instant> firstTime,
        Optional<Instant> lastTime) {
    /** The same of a file that had another length when its end was reached than when it was opened. */
    CaptureExtent changed(long before, long after) {
        String change = "the file " + (after > before ? "grew" : "shrank") + " from " + before + " to " + after
                + " bytes while it was read; what came after the last whole record was not read";
        return new CaptureExtent(
                packets,
                bytes,
                truncated,
                problem.isEmpty() ? change : problem + "; " + change,
                snapped,
                dropped,
                firstTime,
                lastTime);
    }
}
