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
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the options ask the judgement for, checked before anything is looked at. */
record Judgement(Profile profile, Optional<Level> asked, Optional<Level> failBelow, boolean neverFail) {
    static final String USUAL_PROFILE = "miit-telecom";

    /**
     * @throws Refusal listing every mistake
     */
    static Judgement of(CommonOptions options, Profile profile) {
        List<String> mistakes = new ArrayList<>();
        Optional<Level> asked = level("--level", options.level, profile, mistakes);
        boolean never = "never".equals(options.failOn);
        Optional<Level> failBelow = never ? Optional.empty() : level("--fail-on", options.failOn, profile, mistakes);
        if (options.unitType != null && !UnitTypes.shipped().containsKey(options.unitType)) {
            mistakes.add("--unit-type: \"" + options.unitType + "\" is not one of "
                    + String.join(", ", UnitTypes.shipped().keySet()));
        }
        if (!mistakes.isEmpty()) {
            throw Refusal.usage(mistakes);
        }
        return new Judgement(profile, asked, failBelow, never);
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
        Optional<Level> level = "never".equals(options.failOn)
                ? Optional.empty()
                : level("--fail-on", options.failOn, profile, mistakes);
        if (!mistakes.isEmpty()) {
            throw Refusal.usage(mistakes);
        }
        return level;
    }

    private static Optional<Level> level(String option, @Nullable String id, Profile profile, List<String> mistakes) {
        if (id == null) {
            return Optional.empty();
        }
        Optional<Level> level = profile.level(id);
        if (level.isEmpty()) {
            mistakes.add(option + ": \"" + id + "\" is not one of the levels of " + profile.id() + ": "
                    + profile.levels().stream().map(Level::id).collect(Collectors.joining(", ")));
        }
        return level;
    }

    /** The one unit of a command that was given no plan: everything that is seen. */
    UnitScope everything(CommonOptions options, String vantage) {
        return new UnitScope(
                "all",
                "",
                options.unitType == null ? "" : options.unitType,
                vantage,
                asked,
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
