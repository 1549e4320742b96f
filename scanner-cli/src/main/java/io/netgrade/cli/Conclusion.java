// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.fact.Collected;
import io.netgrade.grade.Assessments;
import io.netgrade.grade.UnitScope;
import io.netgrade.profile.Level;
import io.netgrade.profile.Plan;
import io.netgrade.profile.PlanUnit;
import io.netgrade.profile.Profile;
import io.netgrade.profile.Signed;
import io.netgrade.profile.SignedReader;
import io.netgrade.scan.Judging;
import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.MistakesException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The end of every command that assesses: judge, report, exit code. Made before anything is looked at. */
final class Conclusion {
    private final Console console;
    private final CommonOptions options;
    private final Judgement judgement;
    private final Reports reports;
    private final Signed signed;
    private final Map<String, Map<String, Level>> requiredUnder;

    /**
     * @throws Refusal where the options are at fault
     */
    Conclusion(Console console, CommonOptions options) {
        this(console, options, Judgement.profiles(options.profiles), Map.of(), Signed.NOTHING);
    }

    /**
     * @throws Refusal where the options are at fault
     */
    Conclusion(Console console, CommonOptions options, Plan plan) {
        this(
                console,
                options,
                Stream.concat(Stream.of(plan.profile()), plan.beside().stream()).toList(),
                plan.units().stream().collect(Collectors.toMap(PlanUnit::id, PlanUnit::requiredUnder)),
                plan.signed());
    }

    private Conclusion(
            Console console,
            CommonOptions options,
            List<Profile> profiles,
            Map<String, Map<String, Level>> requiredUnder,
            Signed planned) {
        this.console = console;
        this.options = options;
        this.reports = new Reports(console, options);
        options.asOf();
        this.judgement = Judgement.of(options, profiles);
        this.requiredUnder = requiredUnder;
        this.signed = planned.with(signed(options, profiles));
    }

    Judgement judgement() {
        return judgement;
    }

    /** Everything that people answer for: the plan's and that of the options. */
    Signed signed() {
        return signed;
    }

    Assessments judged(Collected collected, List<UnitScope> units) {
        return Judging.judge(collected, judgement.asked(units, requiredUnder), signed, options.asOf());
    }

    private static Signed signed(CommonOptions options, List<Profile> profiles) {
        SignedReader reader = new SignedReader(profiles, false);
        Signed signed = Signed.NOTHING;
        List<String> mistakes = new ArrayList<>();
        for (Path file : Stream.concat(options.waivers.stream(), options.attestations.stream())
                .toList()) {
            try {
                signed = signed.with(reader.read(file));
            } catch (MistakesException e) {
                e.mistakes().stream().map(Mistake::toString).forEach(mistakes::add);
            }
        }
        if (!mistakes.isEmpty()) {
            throw Refusal.usage(mistakes);
        }
        return signed;
    }

    int of(Collected collected, List<UnitScope> units) {
        collected.problems().forEach(problem -> console.say(problem.message()));
        Assessments all = judged(collected, units);
        reports.write(all);
        return judgement.exit(all.own()).code();
    }
}
