// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Run;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.profile.Plan;
import io.netgrade.scan.Collector;
import io.netgrade.scan.PlanInputs;
import io.netgrade.scan.PlanRun;
import io.netgrade.scan.PlanTargets;
import io.netgrade.scan.ReadingWatch;
import io.netgrade.scan.Runs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Mixin
    private final PaceOptions pace = new PaceOptions();

    @Option(
            names = "--dry-run",
            description = "Sends nothing and reads no capture: lists what would be sent, to whom, and how long it takes"
                    + " at least.")
    private boolean dryRun;

    @Mixin
    private final RecordOption record = new RecordOption();

    @Parameters(paramLabel = "PLAN.yaml", description = "The plan.")
    private Path file = Path.of("");

    AssessCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        List<String> mistakes = new ArrayList<>();
        ProbeLimits limits = pace.read(mistakes);
        if (!mistakes.isEmpty()) {
            throw Refusal.usage(mistakes);
        }
        Plan plan = Plans.read(file, options);
        PaceOptions.warning(limits).ifPresent(console::say);
        Conclusion conclusion = new Conclusion(console, options, plan);
        Instant now = clock.instant();
        if (!dryRun) {
            Leave.toBegin(plan.scope(), plan.vantage(), named(plan), now);
        }
        PlanTargets targets = targets(plan, limits, now);
        if (dryRun) {
            print(targets, limits);
            Leave.toBegin(plan.scope(), plan.vantage(), named(plan), now);
        }
        Leave.toFinish(plan.scope(), named(plan), targets.least(), now);
        return dryRun ? ExitCode.HOLDS.code() : assess(plan, targets, limits, conclusion, now);
    }

    private int assess(Plan plan, PlanTargets targets, ProbeLimits limits, Conclusion conclusion, Instant now)
            throws IOException {
        Run run = Runs.begin("assess", Version.number(), plan.vantage(), plan.vantageDeclared(), now);
        if (options.state == null && plan.state().isPresent()) {
            options.state = Path.of(plan.state().get());
        }
        PlanInputs inputs = PlanInputs.of(plan);
        try (RecordOption.Opened recording = record.open(console);
                Collector collector = Journal.keptCollector(console, options, run)) {
            ReadingWatch watch = new ReadingWatch();
            ProgressLine.during(
                    console,
                    options,
                    watch,
                    inputs.captureBytes(),
                    () -> PlanRun.examine(inputs, targets, limits, clock, collector, watch, recording.tap()));
            Collected collected = collector.collected(run, Instant.now());
            return conclusion.of(
                    collected,
                    inputs.units(collected.attempts(), conclusion.judgement().asked()));
        }
    }

    private static List<Target> named(Plan plan) {
        return plan.units().stream().flatMap(unit -> unit.targets().stream()).toList();
    }

    private PlanTargets targets(Plan plan, ProbeLimits limits, Instant now) {
        try {
            Scope scope = dryRun ? plan.scope().atAnyTime() : plan.scope();
            return PlanTargets.of(plan, scope, limits, now);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(e.getMessage() + "; name fewer targets or ports");
        }
    }

    private void print(PlanTargets targets, ProbeLimits limits) {
        PrintWriter out = console.out();
        DryRun.begin(out);
        for (PlanTargets.Ready ready : targets.units()) {
            out.println("UNIT " + ready.unit().id());
            new DryRun(
                            ready.targets(),
                            ready.targets().permitted(),
                            ready.forecast(),
                            targets.protocols(),
                            limits.connectionsPerSecond())
                    .print(out);
            out.println();
        }
        out.println("IN ALL");
        out.println("  at least " + DryRun.Spans.text(targets.least()) + ", one unit after another");
        out.flush();
    }
}
