// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Run;
import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.raw.RawSocketException;
import io.netgrade.profile.Plan;
import io.netgrade.protocol.http.DeclaredMedia;
import io.netgrade.scan.Collector;
import io.netgrade.scan.PlanIdentity;
import io.netgrade.scan.PlanInputs;
import io.netgrade.scan.PlanPlace;
import io.netgrade.scan.PlanRun;
import io.netgrade.scan.PlanTargets;
import io.netgrade.scan.ReadingWatch;
import io.netgrade.scan.Remains;
import io.netgrade.scan.Runs;
import io.netgrade.scan.TlsMeasures;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
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

    @Option(
            names = "--resume",
            description =
                    "Goes on with the newest run of this plan that was interrupted or killed. The report is over both.")
    private boolean resume;

    @Mixin
    private final OrderOptions order = new OrderOptions();

    @Mixin
    private final DiscoveryWay discovery = new DiscoveryWay();

    @Mixin
    private final MediaOptions media = new MediaOptions();

    @Mixin
    private final TrustOption trusted = new TrustOption();

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
        pace.read(mistakes);
        Course course = order.read(mistakes);
        if (!mistakes.isEmpty()) {
            throw Refusal.usage(mistakes);
        }
        Plan plan = Plans.read(file, options);
        ProbeLimits limits = pace.read(plan.probing(), mistakes);
        List<DeclaredMedia> generated = media.read(plan.probing().media(), mistakes);
        TlsMeasures measures = trusted.read(plan.probing(), mistakes);
        if (!mistakes.isEmpty()) {
            throw Refusal.usage(mistakes);
        }
        Conclusion conclusion = new Conclusion(console, options, plan);
        Instant now = clock.instant();
        if (!dryRun) {
            Leave.toBegin(plan.scope(), plan.vantage(), named(plan), now);
        }
        if (options.state == null && plan.state().isPresent()) {
            options.state = Path.of(plan.state().get());
        }
        if (options.recog == null && plan.recog().isPresent()) {
            options.recog = Path.of(plan.recog().get());
        }
        PlanTargets targets = targets(plan, limits, generated, course, now);
        if (dryRun) {
            return dry(plan, targets, limits, now);
        }
        if (!resume) {
            Leave.toFinish(plan.scope(), named(plan), targets.least(), now);
        }
        RunLock lock = PlanLock.of(options.stateFolder(), file, course.share());
        try {
            return assess(plan, targets, new Manner(limits, measures), conclusion, now);
        } finally {
            lock.close();
        }
    }

    /** How the targets are asked. */
    private record Manner(ProbeLimits limits, TlsMeasures measures) {}

    private int dry(Plan plan, PlanTargets targets, ProbeLimits limits, Instant now) {
        PaceOptions.warning(limits).ifPresent(console::say);
        PlanTargets rest = rest(targets, earlier(targets), limits);
        print(rest, limits);
        Leave.toBegin(plan.scope(), plan.vantage(), named(plan), now);
        Leave.toFinish(plan.scope(), named(plan), rest.least(), now);
        return ExitCode.HOLDS.code();
    }

    private Optional<EarlierPlan> earlier(PlanTargets targets) {
        return resume
                ? Optional.of(EarlierPlan.find(
                        options.stateFolder(), file, targets.course().share()))
                : Optional.empty();
    }

    private static PlanTargets rest(PlanTargets targets, Optional<EarlierPlan> earlier, ProbeLimits limits) {
        return earlier.map(before -> targets.from(before.units(), limits)).orElse(targets);
    }

    private int assess(Plan plan, PlanTargets targets, Manner manner, Conclusion conclusion, Instant now)
            throws IOException, InterruptedException {
        PlanInputs inputs = PlanInputs.of(plan);
        PlanIdentity identity = PlanIdentity.of(Version.number(), plan, targets, inputs);
        Optional<EarlierPlan> earlier = earlier(targets);
        earlier.ifPresent(before -> before.refuseWhatDiffers(identity));
        PlanTargets rest = rest(targets, earlier, manner.limits());
        Leave.toFinish(plan.scope(), named(plan), rest.least(), now);
        Optional<Collected> taken = taken(earlier, inputs);
        PaceOptions.warning(manner.limits()).ifPresent(console::say);
        Instant started = taken.map(before -> before.run().started()).orElse(now);
        Run run = Runs.begin("assess", Version.number(), plan.vantage(), plan.vantageDeclared(), now)
                .startedAt(started);
        PlanPlace begun = PlanPlace.begin(
                run.id(),
                PlanLock.name(file, targets.course().share()),
                Journal.kept(options, run).toAbsolutePath().toString(),
                identity);
        BooleanSupplier mayProbe = () ->
                plan.scope().times().open(clock.instant()) && !plan.scope().expired(clock.instant());
        try (RecordOption.Opened recording = record.open(console, plan.probing().record(), run.id());
                Collector collector = Journal.keptCollector(console, options, run)) {
            taken.ifPresent(before -> collector.include(Remains.ofPlan(before, inputs.evidence())));
            try (KeptPlan kept = KeptPlan.begin(
                    console,
                    options,
                    run,
                    taken.isPresent() ? begun.withInputsTaken() : begun,
                    earlier,
                    collector,
                    mayProbe)) {
                examine(inputs, rest, manner, collector, recording, kept);
            }
            Collected collected = collector.collected(run, Instant.now());
            return conclusion.of(
                    collected,
                    inputs.units(collected.attempts(), conclusion.judgement().asked()));
        }
    }

    /** What an earlier run has collected; nothing where it had not read all its inputs, as it has sent nothing then. */
    private Optional<Collected> taken(Optional<EarlierPlan> earlier, PlanInputs inputs) throws InterruptedException {
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        EarlierPlan before = earlier.get();
        if (!before.place().inputsTaken()) {
            if (!options.quiet) {
                console.say("--resume: " + before.folder()
                        + ": that run was reading captures and had sent nothing: all are read from the beginning");
            }
            return Optional.empty();
        }
        return Optional.of(before.collected(inputs));
    }

    private void examine(
            PlanInputs inputs,
            PlanTargets targets,
            Manner manner,
            Collector collector,
            RecordOption.Opened recording,
            KeptPlan kept) {
        if (!kept.inputsTaken() && take(inputs, targets, collector)) {
            kept.takeInputs();
        }
        if (kept.inputsTaken()) {
            try {
                kept.over(PlanRun.question(
                        targets, manner.measures(), manner.limits(), clock, collector, recording.tap(), kept));
            } catch (RawSocketException e) {
                throw DiscoveryWay.refusal(e);
            }
        }
    }

    private boolean take(PlanInputs inputs, PlanTargets targets, Collector collector) {
        ReadingWatch watch = new ReadingWatch();
        AtomicBoolean whole = new AtomicBoolean();
        ProgressLine.during(
                console,
                options,
                watch,
                inputs.captureBytes(),
                () -> whole.set(PlanRun.take(inputs, targets, collector, watch)));
        return whole.get();
    }

    private static List<Target> named(Plan plan) {
        return plan.units().stream().flatMap(unit -> unit.targets().stream()).toList();
    }

    private PlanTargets targets(
            Plan plan, ProbeLimits limits, List<DeclaredMedia> generated, Course course, Instant now) {
        try {
            Scope scope = dryRun ? plan.scope().atAnyTime() : plan.scope();
            return PlanTargets.of(
                    plan, scope, limits, now, discovery.id(plan.probing().discovery()), generated, course);
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
            DiscoveryWay.describe(targets.raw(), ready.sctp(), out);
            out.println();
        }
        out.println("IN ALL");
        out.println("  at least " + DryRun.Spans.text(targets.least()) + ", one unit after another");
        out.flush();
    }
}
