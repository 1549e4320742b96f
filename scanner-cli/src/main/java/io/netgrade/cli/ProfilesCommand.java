// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.profile.Profile;
import io.netgrade.profile.ProfileExamples;
import io.netgrade.profile.ProfileLint;
import io.netgrade.profile.ProfileSource;
import io.netgrade.profile.UnitType;
import io.netgrade.profile.UnitTypes;
import io.netgrade.report.ProfileReport;
import io.netgrade.report.UnitTypeReport;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.yaml.Language;
import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.MistakesException;
import io.netgrade.yaml.Spelling;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netgrade profiles}: work on profiles. */
@Command(
        name = "profiles",
        description = "Work on graded protection profiles.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | show | lint | test | diff)")
final class ProfilesCommand implements Runnable {
    private final Console console;

    ProfilesCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw Refusal.usage("profiles: say which: list, show, lint, test or diff (see netgrade profiles --help)");
    }

    @Command(
            name = "list",
            description = "Lists the profiles that ship with netgrade.",
            mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--format", paramLabel = "text|json", defaultValue = "text") Listing format,
            @Option(names = "--lang", paramLabel = "en|zh", defaultValue = "en") Language language) {
        List<Profile> profiles = ProfileSource.shippedIds().parallelStream()
                .map(Judgement::profile)
                .toList();
        if (format == Listing.JSON) {
            ProfileReport.listJson(profiles, console.out());
        } else {
            ProfileReport.list(profiles, language, console.out());
        }
        return ExitCode.HOLDS.code();
    }

    @Command(name = "show", description = "Shows one profile whole.", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "ID|FILE") String idOrPath,
            @Option(names = "--unit-type", paramLabel = "T", description = "Only what it asks of units of this type.")
                    @Nullable
                    String unitType,
            @Option(names = "--format", paramLabel = "text|json", defaultValue = "text") Listing format,
            @Option(names = "--lang", paramLabel = "en|zh", defaultValue = "en") Language language) {
        Profile profile = Judgement.profile(idOrPath);
        if (unitType != null) {
            show(unitType, profile, format, language);
        } else if (format == Listing.JSON) {
            ProfileReport.json(profile, console.out());
        } else {
            ProfileReport.text(profile, language, console.out());
        }
        return ExitCode.HOLDS.code();
    }

    private void show(String unitType, Profile profile, Listing format, Language language) {
        UnitType type = UnitTypes.named(unitType)
                .orElseThrow(() -> Refusal.usage("--unit-type "
                        + Spelling.notOneOf(unitType, UnitTypes.shipped().keySet())));
        UnitTypeReport report = new UnitTypeReport(type, profile);
        if (format == Listing.JSON) {
            report.json(console.out());
        } else {
            report.text(language, console.out());
        }
    }

    @Command(
            name = "lint",
            description = "Lists every mistake in profiles, with file and line.",
            mixinStandardHelpOptions = true)
    int lint(@Parameters(paramLabel = "FILE", arity = "1..*") List<String> named) {
        List<String> mistakes = new ArrayList<>();
        for (String name : named) {
            try {
                new ProfileLint(ProtocolCatalog.vocabulary())
                        .lint(ProfileSource.of(name)).stream()
                                .map(Mistake::toString)
                                .forEach(mistakes::add);
            } catch (MistakesException e) {
                e.mistakes().stream().map(Mistake::toString).forEach(mistakes::add);
            }
        }
        if (!mistakes.isEmpty()) {
            throw Refusal.usage(mistakes);
        }
        console.out().println(named.size() + (named.size() == 1 ? " profile" : " profiles") + ", no mistake");
        return ExitCode.HOLDS.code();
    }

    @Command(
            name = "test",
            description = "Runs the examples of profiles: each must come to the result it states.",
            mixinStandardHelpOptions = true)
    int test(@Parameters(paramLabel = "FILE", arity = "1..*") List<String> named) {
        List<String> wrong = new ArrayList<>();
        int run = 0;
        for (String name : named) {
            try {
                for (ProfileExamples.Outcome outcome :
                        new ProfileExamples(ProtocolCatalog.vocabulary()).run(ProfileSource.of(name))) {
                    run++;
                    if (!outcome.asStated()) {
                        wrong.add(outcome.toString());
                    }
                }
            } catch (MistakesException e) {
                throw Refusal.usage(e.mistakes().stream().map(Mistake::toString).toList());
            }
        }
        wrong.forEach(console.out()::println);
        console.out().println(run + " examples, " + (run - wrong.size()) + " as stated, " + wrong.size() + " not");
        return wrong.isEmpty() ? ExitCode.HOLDS.code() : ExitCode.BELOW.code();
    }

    @Command(
            name = "diff",
            description = "Says which controls differ between two profiles, and which grades that can move.",
            mixinStandardHelpOptions = true)
    int diff(
            @Parameters(paramLabel = "BEFORE") String before,
            @Parameters(paramLabel = "AFTER") String after,
            @Option(names = "--format", paramLabel = "text|json", defaultValue = "text") Listing format,
            @Option(names = "--lang", paramLabel = "en|zh", defaultValue = "en") Language language) {
        Profile old = Judgement.profile(before);
        Profile young = Judgement.profile(after);
        if (format == Listing.JSON) {
            ProfileReport.diffJson(old, young, console.out());
        } else {
            ProfileReport.diff(old, young, language, console.out());
        }
        return ExitCode.HOLDS.code();
    }

    /** The forms of a listing. */
    enum Listing {
        JSON,
        TEXT
    }
}
