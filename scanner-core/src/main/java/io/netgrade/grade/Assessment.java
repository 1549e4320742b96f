// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.fact.Run;
import io.netgrade.profile.Profile;
import java.util.List;

/**
 * All that a report shows. Lists are in a fixed order, so that the same evidence gives the same bytes.
 *
 * @param services not to be changed; each may be made only when it is asked for
 * @param scores where the profile's scheme has a score: of each endpoint that it scores, unit by unit
 */
public record Assessment(
        Run run,
        Profile profile,
        List<ServiceSeen> services,
        List<Finding> findings,
        List<UnitGrade> units,
        List<Notice> notices,
        Coverage coverage,
        List<Score> scores) {
    private static final List<Outcome> WEAKEST_FIRST = List.of(Outcome.BELOW, Outcome.UNDECIDED, Outcome.MEETS);

    public Assessment {
        findings = List.copyOf(findings);
        units = List.copyOf(units);
        notices = List.copyOf(notices);
        scores = List.copyOf(scores);
    }

    /** One by a profile whose scheme has no score. */
    public Assessment(
            Run run,
            Profile profile,
            List<ServiceSeen> services,
            List<Finding> findings,
            List<UnitGrade> units,
            List<Notice> notices,
            Coverage coverage) {
        this(run, profile, services, findings, units, notices, coverage, List.of());
    }

    /** The operator's result: that of its weakest unit against its own requirement, never an average. */
    public Outcome overall() {
        List<Outcome> outcomes = units.stream().map(UnitGrade::outcome).toList();
        return WEAKEST_FIRST.stream().filter(outcomes::contains).findFirst().orElse(Outcome.NOT_ASKED);
    }

    /** Whether everything that was named was looked at. */
    public boolean examinedEverything() {
        return coverage.unexamined().isEmpty();
    }
}
