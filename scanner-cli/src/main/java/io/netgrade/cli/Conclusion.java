// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.fact.Collected;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.UnitScope;
import io.netgrade.profile.Profile;
import io.netgrade.scan.Judging;
import java.util.List;

/** The end of every command that assesses: judge, report, exit code. Made before anything is looked at. */
final class Conclusion {
    private final Console console;
    private final CommonOptions options;
    private final Judgement judgement;
    private final Reports reports;

    /**
     * @throws Refusal where the options are at fault
     */
    Conclusion(Console console, CommonOptions options) {
        this(console, options, Judgement.profile(options.profile == null ? Judgement.USUAL_PROFILE : options.profile));
    }

    /**
     * @throws Refusal where the options are at fault
     */
    Conclusion(Console console, CommonOptions options, Profile profile) {
        this.console = console;
        this.options = options;
        this.reports = new Reports(console, options);
        options.asOf();
        this.judgement = Judgement.of(options, profile);
    }

    Judgement judgement() {
        return judgement;
    }

    int of(Collected collected, List<UnitScope> units) {
        collected.problems().forEach(problem -> console.say(problem.message()));
        Assessment assessment = Judging.judge(collected, judgement.profile(), units, options.asOf());
        reports.write(assessment);
        return judgement.exit(assessment).code();
    }
}
