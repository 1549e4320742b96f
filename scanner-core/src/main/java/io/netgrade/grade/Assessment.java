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
 * @param comparison of what the two eyes saw, and of what is declared
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
        Comparison comparison,
        List<Score> scores) {
    public Assessment {
        findings = List.copyOf(findings);
        units = List.copyOf(units);
        notices = List.copyOf(notices);
        scores = List.copyOf(scores);
    }

    /** The same beside another of the same run, which says what is true of the run under every profile. */
    Assessment besideAnother() {
        List<Notice> own = notices.stream().filter(one -> !one.isOfTheRun()).toList();
        return new Assessment(run, profile, services, findings, units, own, coverage, comparison, scores);
    }

    /** That of its weakest unit against its own requirement, never an average. */
    public OperatorResult operatorResult() {
        return OperatorResult.of(units);
    }

    /** How the operator stands to what is asked of it. */
    public Outcome overall() {
        return operatorResult().outcome();
    }

    /** Whether everything that was named was looked at. */
    public boolean examinedEverything() {
        return coverage.unexamined().isEmpty();
    }
}
