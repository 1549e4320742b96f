// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.probe.Course;
import io.netgrade.probe.PacketTap;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.ProbeWatch;
import io.netgrade.profile.Plan;
import io.netgrade.protocol.Protocol;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Examines everything that a plan names: evidence of earlier runs, captures, targets. */
public final class PlanRun {
    private PlanRun() {}

    /**
     * @param limits their wall time is that of all units together
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
        PlanTargets targets = PlanTargets.of(plan, plan.scope(), limits, clock.instant());
        examine(inputs, targets, limits, clock, collector, watch, PacketTap.NONE);
    }

    /**
     * The same, with targets that are ready.
     *
     * @param tap is shown what the probes send and receive
     */
    public static void examine(
            PlanInputs inputs,
            PlanTargets targets,
            ProbeLimits limits,
            InstantSource clock,
            Collector collector,
            ReadingWatch watch,
            PacketTap tap) {
        inputs.problems().forEach(collector::problem);
        inputs.evidence().forEach(collector::include);
        if (!inputs.captures().isEmpty()) {
            Captures.examine(inputs.captures(), InputStream.nullInputStream(), collector, watch);
        }
        List<Protocol> asked = TrustStores.usual()
                .map(store -> TrustStores.trusting(targets.protocols(), store, clock))
                .orElse(targets.protocols());
        long began = System.nanoTime();
        for (PlanTargets.Ready unit : targets.units()) {
            if (!Thread.currentThread().isInterrupted()) {
                Duration left = limits.wallTime().minusNanos(System.nanoTime() - began);
                Probing.examine(
                        unit.targets(),
                        asked,
                        limits.withWallTime(left.toMillis() > 0 ? left : Duration.ofMillis(1)),
                        Course.WHOLE,
                        clock,
                        collector,
                        new ProbeWatch(tap, standing -> {}),
                        "");
            }
        }
    }
}
