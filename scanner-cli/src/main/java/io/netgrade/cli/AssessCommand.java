// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.fact.Collected;
import io.netgrade.fact.Run;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.profile.Plan;
import io.netgrade.scan.Collector;
import io.netgrade.scan.PlanInputs;
import io.netgrade.scan.PlanRun;
import io.netgrade.scan.ReadingWatch;
import io.netgrade.scan.Runs;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code netgrade assess}: the main job. */
@Command(
        name = "assess",
        description = "The main job: everything a plan names, the level of each unit, reports.",
        mixinStandardHelpOptions = true)
final class AssessCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "PLAN.yaml", description = "The plan.")
    private Path file = Path.of("");

    AssessCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        Plan plan = Plans.read(file, options);
        Conclusion conclusion = new Conclusion(console, options, plan.profile());
        Instant now = clock.instant();
        Leave.toBegin(
                plan.scope(),
                plan.vantage(),
                plan.units().stream().flatMap(unit -> unit.targets().stream()).toList(),
                now);
        Run run = Runs.begin("assess", Version.number(), plan.vantage(), plan.vantageDeclared(), now);
        if (options.state == null && plan.state().isPresent()) {
            options.state = Path.of(plan.state().get());
        }
        PlanInputs inputs = PlanInputs.of(plan);
        try (Collector collector = Journal.keptCollector(console, options, run)) {
            ReadingWatch watch = new ReadingWatch();
            ProgressLine.during(
                    console,
                    options,
                    watch,
                    inputs.captureBytes(),
                    () -> PlanRun.examine(plan, inputs, ProbeLimits.GENTLE, clock, collector, watch));
            Collected collected = collector.collected(run, Instant.now());
            return conclusion.of(
                    collected,
                    inputs.units(collected.attempts(), conclusion.judgement().asked()));
        }
    }
}
