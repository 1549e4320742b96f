// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.Scope;
import io.netgrade.probe.Course;
import io.netgrade.probe.Forecast;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.profile.Plan;
import io.netgrade.profile.PlanConsent;
import io.netgrade.profile.PlanUnit;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a plan has probed, unit after unit: names looked up once, everything held against the scope, and how much it is.
 *
 * @param protocols those asked, with what the plan consents to
 */
public record PlanTargets(List<Ready> units, List<Protocol> protocols) {
    public PlanTargets {
        units = List.copyOf(units);
        protocols = List.copyOf(protocols);
    }

    /** A unit that has targets. */
    public record Ready(PlanUnit unit, Targets targets, Forecast forecast) {}

    /**
     * Makes the targets of a plan ready.
     *
     * @param scope the plan's, or the same without its times
     * @param now the moment the scope must be valid
     * @throws IllegalArgumentException where a unit names more endpoints than one run visits
     */
    public static PlanTargets of(Plan plan, Scope scope, ProbeLimits limits, Instant now) {
        List<Protocol> protocols = ProtocolCatalog.asked(consent(plan.consent()));
        List<Ready> units = new ArrayList<>();
        for (PlanUnit unit : plan.units()) {
            if (!unit.targets().isEmpty()) {
                Targets.Ports ports = unit.ports().map(Targets.Ports::of).orElseGet(Targets.Ports::usual);
                Targets targets = Targets.of(unit.targets(), ports, scope, now);
                Forecast forecast = Forecast.of(targets.permitted(), protocols, limits, Course.WHOLE);
                units.add(new Ready(unit, targets, forecast));
            }
        }
        return new PlanTargets(units, protocols);
    }

    /** The time that all of it takes at least at the set rate. */
    public Duration least() {
        return units.stream().map(ready -> ready.forecast().least()).reduce(Duration.ZERO, Duration::plus);
    }

    private static Consent consent(PlanConsent said) {
        return new Consent(said.communities(), said.defaultCommunities(), said.anonymousLogIns());
    }
}
