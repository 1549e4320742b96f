// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import java.util.List;

/** All that one run collected: what an evidence file stores, and all that judging may look at. */
public record Collected(
        Run run,
        List<Observation> observations,
        Attempts attempts,
        List<CaptureCoverage> captures,
        List<Problem> problems) {
    public Collected {
        observations = List.copyOf(observations);
        captures = List.copyOf(captures);
        problems = List.copyOf(problems);
    }

    /** The same, with each attempt kept as itself. */
    public Collected(
            Run run,
            List<Observation> observations,
            List<Attempt> attempts,
            List<CaptureCoverage> captures,
            List<Problem> problems) {
        this(run, observations, Attempts.of(attempts), captures, problems);
    }
}
