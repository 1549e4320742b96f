// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.fact.Problem;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.UnitScope;
import io.netgrade.profile.Level;
import io.netgrade.profile.Profile;
import io.netgrade.profile.UnitTypes;
import io.netgrade.scan.Judging;
import io.netgrade.yaml.MistakesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the options ask the judgement for, checked before anything is looked at. */
record Judgement(List<Profile> profiles, AskedLevels levels, Optional<Level> failBelow, boolean neverFail) {
    static final String USUAL_PROFILE = "miit-telecom";

    /**
     * @throws Refusal listing every mistake
     */
    static Judgement of(CommonOptions options, List<Profile> profiles) {
        Profile own = profiles.get(0);
        List<String> mistakes = new ArrayList<>();
        AskedLevels levels = AskedLevels.of(options.levels, profiles, mistakes);
        boolean never = "never".equals(options.failOn);
        Optional<Level> failBelow = never || options.failOn == null
                ? Optional.empty()
                : AskedLevels.level("--fail-on", options.failOn, own, mistakes);
        if (options.unitType != null && !UnitTypes.shipped().containsKey(options.unitType)) {
            mistakes.add("--unit-type: \"" + options.unitType + "\" is not one of "
                    + String.join(", ", UnitTypes.shipped().keySet()));
        }
        if (!mistakes.isEmpty()) {
            throw Refusal.usage(mistakes);
        }
        return new Judgement(profiles, levels, failBelow, never);
    }

    /**
     * The profiles that options name, the usual one where they name none.
     *
     * @throws Refusal listing every mistake
     */
    static List<Profile> profiles(List<String> named) {
        List<Profile> profiles = (named.isEmpty() ? List.of(USUAL_PROFILE) : named)
                .stream().map(Judgement::profile).toList();
        List<String> ids = profiles.stream().map(Profile::id).toList();
        List<String> twice = ids.stream()
                .filter(id -> ids.indexOf(id) != ids.lastIndexOf(id))
                .distinct()
                .map(id -> "--profile: profile " + id + " is there twice")
                .toList();
        if (!twice.isEmpty()) {
            throw Refusal.usage(twice);
        }
        return profiles;
    }

    /** @throws Refusal listing every mistake in it */
    static Profile profile(String idOrPath) {
        try {
            return Judging.profile(idOrPath);
        } catch (MistakesException e) {
            throw Refusal.usage(e.mistakes().stream().map(Object::toString).toList());
        }
    }

    /**
     * The level below which {@code --fail-on} wants the exit code to be 1, of one of several profiles.
     *
     * @throws Refusal where it is none of that profile's
     */
    static Optional<Level> failBelow(CommonOptions options, Profile profile) {
        List<String> mistakes = new ArrayList<>();
        Optional<Level> level = options.failOn == null || "never".equals(options.failOn)
                ? Optional.empty()
                : AskedLevels.level("--fail-on", options.failOn, profile, mistakes);
        if (!mistakes.isEmpty()) {
            throw Refusal.usage(mistakes);
        }
        return level;
    }

    /** The run's own. */
    Profile profile() {
        return profiles.get(0);
    }

    /** The level asked under the run's own profile, in place of any that a plan asks. */
    Optional<Level> asked() {
        return levels.under(profile());
    }

    /**
     * The same units under each profile, with the levels that it asks.
     *
     * @param units with the levels that the run's own profile asks
     * @param planned the levels that a plan asks under other profiles, by unit and profile
     */
    List<Judging.Asked> asked(List<UnitScope> units, Map<String, Map<String, Level>> planned) {
        List<Judging.Asked> asked = new ArrayList<>();
        asked.add(new Judging.Asked(profile(), units));
        for (Profile other : profiles.subList(1, profiles.size())) {
            asked.add(new Judging.Asked(
                    other,
                    units.stream()
                            .map(unit -> unit.requiring(levels.under(other)
                                    .or(() -> Optional.ofNullable(planned.getOrDefault(unit.id(), Map.of())
                                            .get(other.id())))))
                            .toList()));
        }
        return asked;
    }

    /** The one unit of a command that was given no plan: everything that is seen. */
    UnitScope everything(CommonOptions options, String vantage) {
        return new UnitScope(
                "all",
                "",
                options.unitType == null ? "" : options.unitType,
                vantage,
                asked(),
                seen -> true,
                tried -> true);
    }

    /** The exit code that the contract gives to an assessment. */
    ExitCode exit(Assessment assessment) {
        if (unreadable(assessment)) {
            return ExitCode.BAD_DATA;
        }
        ExitCode units = neverFail ? ExitCode.HOLDS : ExitDecision.of(assessment.units(), failBelow);
        boolean examined = assessment.coverage().unexamined().isEmpty();
        return units == ExitCode.HOLDS && !examined ? ExitCode.UNDECIDED : units;
    }

    /** Whether nothing at all could be read of what was named. */
    private static boolean unreadable(Assessment assessment) {
        return assessment.coverage().captures().isEmpty()
                && assessment.coverage().endpointsTried() == 0
                && assessment.services().isEmpty()
                && assessment.coverage().problems().stream().anyMatch(Problem::unreadable);
    }
}
