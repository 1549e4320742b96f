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
        Optional<Instant> lastTime) {}
