// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.fact.CaptureCoverage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Captures with little in them, for tests of what they lack. */
final class Captured {
    private Captured() {}

    /** @param problem why it was not read on; empty where it was */
    static CaptureCoverage of(String file, boolean truncated, String problem) {
        return of(file, truncated, problem, 0, 0);
    }

    static CaptureCoverage of(String file, boolean truncated, String problem, long snapped, long dropped) {
        return of(file, truncated, problem, snapped, dropped, Optional.empty(), Optional.empty());
    }

    static CaptureCoverage between(Instant from, Instant to) {
        return of("a.pcap", false, "", 0, 0, Optional.of(from), Optional.of(to));
    }

    private static CaptureCoverage of(
            String file,
            boolean truncated,
            String problem,
            long snapped,
            long dropped,
            Optional<Instant> from,
            Optional<Instant> to) {
        return new CaptureCoverage(
                file, "", 1, 1, truncated, problem, snapped, 0, Map.of(), 0, dropped, 1, 0, Map.of(), from, to);
    }
}
