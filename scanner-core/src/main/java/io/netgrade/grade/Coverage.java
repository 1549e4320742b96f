// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.UnknownReason;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Problem;
import java.util.List;
import java.util.Map;

/**
 * What was looked at and what was not.
 *
 * @param unexamined one line for each thing named that could not be examined: a unit or host with nothing seen, a capture
 *     not read to its end, a problem; empty where everything was
 */
public record Coverage(
        List<CaptureCoverage> captures,
        long endpointsTried,
        long endpointsAnswered,
        Map<Attempt.Status, Long> attemptsByStatus,
        Map<UnknownReason, Long> unknownByReason,
        List<Problem> problems,
        List<String> unexamined) {
    public Coverage {
        captures = List.copyOf(captures);
        attemptsByStatus = Map.copyOf(attemptsByStatus);
        unknownByReason = Map.copyOf(unknownByReason);
        problems = List.copyOf(problems);
        unexamined = List.copyOf(unexamined);
    }
}
