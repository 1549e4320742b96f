// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.fact.Run;
import io.netgrade.profile.Profile;
import java.util.List;

/** All that a report shows. Lists are in a fixed order, so that the same evidence gives the same bytes. */
public record Assessment(
        Run run,
        Profile profile,
        List<ServiceSeen> services,
        List<Finding> findings,
        List<UnitGrade> units,
        Coverage coverage) {
    public Assessment {
        services = List.copyOf(services);
        findings = List.copyOf(findings);
        units = List.copyOf(units);
    }
}
