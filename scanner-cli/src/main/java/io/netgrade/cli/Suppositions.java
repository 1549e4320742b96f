// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.fact.Collected;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.Outcome;
import io.netgrade.grade.UnitMove;
import io.netgrade.grade.UnitScope;
import io.netgrade.grade.WhatIf;
import io.netgrade.profile.Level;
import io.netgrade.profile.Plan;
import io.netgrade.profile.Profile;
import io.netgrade.report.Supposition;
import io.netgrade.scan.Judging;
import io.netgrade.scan.PlanInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code judge --what-if}: every run under the profile of now and under others. Reads evidence, writes nothing. */
final class Suppositions {
    private final Console console;
    private final CommonOptions options;
    private final @Nullable Path plan;
    private final Map<Profile, List<Supposition.Unit>> profiles = new LinkedHashMap<>();
    private final Map<Path, Conclusion> plans = new LinkedHashMap<>();
    private int read;
    private int unread;

    /**
     * @param supposed ids or paths of profiles
     * @param plan whose units all runs are judged by; none for each run's own
     * @throws Refusal where a profile is at fault
     */
    Suppositions(Console console, CommonOptions options, List<String> supposed, @Nullable Path plan) {
        this.console = console;
        this.options = options;
        this.plan = plan;
        for (String idOrPath : supposed) {
            Profile profile = Judgement.profile(idOrPath);
            Judgement.failBelow(options, profile);
            profiles.put(profile, new ArrayList<>());
        }
    }

    /**
     * @param evidence the one to look at; none for all runs in the state directory
     * @throws Refusal where there is nothing to judge or nowhere to write
     */
    int of(@Nullable Path evidence) {
        SuppositionReports reports = new SuppositionReports(console, options);
        List<StoredRuns.Stored> runs =
                evidence == null ? stored() : List.of(new StoredRuns.Stored(evidence, Optional.empty()));
        runs.forEach(this::judge);
        if (read == 0) {
            throw new Refusal(ExitCode.BAD_DATA, List.of("--what-if: no evidence could be read"));
        }
        Supposition supposition = new Supposition(
                Version.number(),
                profiles.entrySet().stream()
                        .map(entry -> new Supposition.Supposed(entry.getKey(), entry.getValue()))
                        .toList());
        reports.write(supposition);
        return exit().code();
    }

    private List<StoredRuns.Stored> stored() {
        Path state = options.stateFolder();
        try {
            List<StoredRuns.Stored> runs = StoredRuns.of(state);
            if (runs.isEmpty()) {
                throw Refusal.usage("--what-if: no run is kept in " + state
                        + "; name the evidence to look at, or another place with --state");
            }
            return runs;
        } catch (IOException e) {
            throw new Refusal(ExitCode.UNAVAILABLE, List.of(state + ": the state directory cannot be read: " + e));
        }
    }

    private void judge(StoredRuns.Stored run) {
        Collected collected;
        try {
            collected = JudgeCommand.read(run.evidence());
        } catch (Refusal unreadable) {
            unread++;
            unreadable.lines().forEach(console::say);
            return;
        }
        read++;
        Path own = plan != null ? plan : run.plan().filter(this::isThere).orElse(null);
        Conclusion conclusion = conclusion(own);
        List<UnitScope> units = own == null
                ? List.of(conclusion
                        .judgement()
                        .everything(options, collected.run().vantage()))
                : PlanInputs.of(Plans.read(own, options))
                        .units(collected.attempts(), conclusion.judgement().asked());
        Assessment now = conclusion.judged(collected, units).own();
        profiles.forEach((profile, moves) -> WhatIf.of(now, then(conclusion, collected, profile, units))
                .forEach(move -> moves.add(new Supposition.Unit(now.profile(), move))));
    }

    private boolean isThere(Path file) {
        boolean there = Files.isRegularFile(file);
        if (!there) {
            console.say(file + ": the plan of a run is not there any more: all that the run saw is taken as one unit");
        }
        return there;
    }

    private Conclusion conclusion(@Nullable Path file) {
        if (file == null) {
            return plans.computeIfAbsent(Path.of(""), any -> new Conclusion(console, options));
        }
        return plans.computeIfAbsent(file, any -> {
            Plan read = Plans.read(file, options);
            return new Conclusion(console, options, read);
        });
    }

    private Assessment then(Conclusion conclusion, Collected collected, Profile profile, List<UnitScope> units) {
        List<UnitScope> asking = units.stream()
                .map(unit -> unit.requiring(unit.required().map(Level::id).flatMap(profile::level)))
                .toList();
        return Judging.judge(collected, profile, asking, conclusion.signed(), options.asOf());
    }

    /** Nothing that is only supposed moves the exit code, unless it is asked to. */
    private ExitCode exit() {
        ExitCode worst = unread > 0 ? ExitCode.UNDECIDED : ExitCode.HOLDS;
        for (Map.Entry<Profile, List<Supposition.Unit>> supposed : profiles.entrySet()) {
            Optional<Level> below = Judgement.failBelow(options, supposed.getKey());
            if (below.isPresent()) {
                for (Supposition.Unit unit : supposed.getValue()) {
                    UnitMove.Standing then = unit.move().then();
                    Outcome outcome = then.interval().against(below);
                    if (outcome == Outcome.BELOW) {
                        return ExitCode.BELOW;
                    }
                    worst = outcome == Outcome.UNDECIDED ? ExitCode.UNDECIDED : worst;
                }
            }
        }
        return worst;
    }
}
