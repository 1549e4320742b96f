// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.probe.ProbeLimits;
import io.netgrade.profile.Plan;
import io.netgrade.profile.PlanUnit;
import java.io.InputStream;
import java.time.Instant;

/** Examines everything that a plan names: evidence of earlier runs, captures, targets. */
public final class PlanRun {
    private PlanRun() {}

    /**
     * @param now the moment the scope must be valid
     * @param watch told how far the reading of captures is
     */
    public static void examine(
            Plan plan, PlanInputs inputs, ProbeLimits limits, Instant now, Collector collector, ReadingWatch watch) {
        inputs.problems().forEach(collector::problem);
        inputs.evidence().forEach(collector::include);
        if (!inputs.captures().isEmpty()) {
            Captures.examine(inputs.captures(), InputStream.nullInputStream(), collector, watch);
        }
        for (PlanUnit unit : plan.units()) {
            if (!unit.targets().isEmpty() && !Thread.currentThread().isInterrupted()) {
                Targets.Ports ports = unit.ports().map(Targets.Ports::of).orElseGet(Targets.Ports::usual);
                Probing.examine(Targets.of(unit.targets(), ports, plan.scope(), now), limits, collector);
            }
        }
    }
}
