// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.profile.Plan;
import io.netgrade.profile.PlanUnit;
import io.netgrade.protocol.Protocol;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;

/** Examines everything that a plan names: evidence of earlier runs, captures, targets. */
public final class PlanRun {
    private PlanRun() {}

    /**
     * @param clock tells the moment at which the scope must hold
     * @param watch told how far the reading of captures is
     */
    public static void examine(
            Plan plan,
            PlanInputs inputs,
            ProbeLimits limits,
            InstantSource clock,
            Collector collector,
            ReadingWatch watch) {
        inputs.problems().forEach(collector::problem);
        inputs.evidence().forEach(collector::include);
        if (!inputs.captures().isEmpty()) {
            Captures.examine(inputs.captures(), InputStream.nullInputStream(), collector, watch);
        }
        List<Protocol> asked = TrustStores.usual()
                .map(store -> TrustStores.trusting(ProtocolCatalog.asked(), store, clock))
                .orElseGet(ProtocolCatalog::asked);
        for (PlanUnit unit : plan.units()) {
            if (!unit.targets().isEmpty() && !Thread.currentThread().isInterrupted()) {
                Targets.Ports ports = unit.ports().map(Targets.Ports::of).orElseGet(Targets.Ports::usual);
                Targets targets = Targets.of(unit.targets(), ports, plan.scope(), clock.instant());
                Probing.examine(targets, asked, limits, Course.WHOLE, clock, collector);
            }
        }
    }
}
