// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Check;
import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Collected;
import io.netgrade.profile.Level;
import io.netgrade.profile.Profile;
import io.netgrade.profile.Signed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Judges what was collected: evidence, profile, units and a date in, the assessment out. No clock, no I/O. */
public final class Judge {
    private final Collected collected;
    private final Profile profile;
    private final Map<String, Check> checks;
    private final Optional<Instant> asOf;
    private final Waiving waiving;
    private final Attesting attesting;

    private Judge(
            Collected collected, Profile profile, Signed signed, Map<String, Check> checks, Optional<Instant> asOf) {
        this.collected = withoutLookUps(collected);
        this.profile = profile;
        this.checks = checks;
        this.asOf = asOf;
        LocalDate day =
                asOf.orElse(collected.run().started()).atZone(ZoneOffset.UTC).toLocalDate();
        this.waiving = new Waiving(signed.waivers(), day);
        this.attesting = new Attesting(signed.attestations(), day);
    }

    /**
     * @param units in the order of the report; an observation may belong to several
     * @param signed what people answer for; it must hold on the day of judging, or where none is said of the run's start
     * @param checks by id
     * @param asOf the moment to judge as of; empty for the moment each fact was observed
     */
    public static Assessment judge(
            Collected collected,
            Profile profile,
            List<UnitScope> units,
            Signed signed,
            Map<String, Check> checks,
            Optional<Instant> asOf) {
        return new Judge(collected, profile, signed, checks, asOf).judge(units);
    }

    /** A name look-up says which addresses are a unit's; it is no attempt on a service. */
    private static Collected withoutLookUps(Collected collected) {
        return new Collected(
                collected.run(),
                collected.observations(),
                collected
                        .attempts()
                        .with(collected.attempts().own().stream()
                                .filter(attempt -> !attempt.question().equals(Attempt.RESOLVE))
                                .toList()),
                collected.captures(),
                collected.problems());
    }

    private Assessment judge(List<UnitScope> units) {
        List<Finding> findings = new ArrayList<>();
        List<UnitGrade> grades = new ArrayList<>();
        List<Score> scores = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        EyesTogether eyes = new EyesTogether(collected);
        SeenEndpoints everything = SeenEndpoints.of(collected);
        for (UnitScope unit : units) {
            SeenEndpoints seen = Stating.of(everything.only(unit.owns()), unit, collected.attempts());
            eyes.add(unit, seen);
            List<Finding> found = new UnitFindings(unit, seen, checks, asOf).of(profile);
            List<Finding> own = waiving.of(unit, seen, attesting.of(unit, found));
            findings.addAll(own);
            grades.add(grade(unit, seen, own));
            profile.rating()
                    .ifPresent(rating -> scores.addAll(new Scoring(rating, profile.levels()).of(unit.id(), seen, own)));
            if (seen.none()) {
                unseen.add(unit.id());
            }
        }
        Comparison comparison = eyes.compared();
        return new Assessment(
                collected.run(),
                profile,
                new Services(everything, units),
                findings,
                grades,
                notices(comparison),
                new CoverageCount(collected).of(findings, unseen),
                comparison,
                scores);
    }

    private List<Notice> notices(Comparison comparison) {
        return Stream.of(
                        waiving.notices().stream(),
                        attesting.notices().stream(),
                        comparison.differences().stream()
                                .filter(one -> one.kind() == Comparison.Kind.DECLARED_NOT_SEEN)
                                .map(Notice::notSeen))
                .flatMap(all -> all)
                .toList();
    }

    private UnitGrade grade(UnitScope unit, SeenEndpoints seen, List<Finding> own) {
        List<Level> levels = profile.levels();
        Interval interval = Interval.of(own, levels, true);
        Level wanted = unit.required().orElseGet(() -> levels.get(levels.size() - 1));
        Optional<Level> next = levels.stream()
                .filter(level -> interval.achieved().isEmpty()
                        || level.compareTo(interval.achieved().get()) > 0)
                .findFirst();
        List<String> doubts = new Doubts(collected, unit, seen, own).all();
        return new UnitGrade(
                unit.id(),
                unit.title(),
                unit.type(),
                unit.required(),
                interval,
                Interval.of(own, levels, false),
                doubts.isEmpty(),
                doubts,
                controls(own, wanted, finding -> finding.is(Result.FAIL) && !finding.waived()),
                controls(own, wanted, finding -> finding.is(Result.UNKNOWN)),
                controls(own, wanted, Finding::manual),
                attesting.answering(unit, wanted),
                next,
                next.map(level -> Lifts.to(level, own)).orElse(List.of()),
                new LiftSearch(own, seen, checks).all(interval, next, unit.required()),
                interval.against(unit.required()),
                UnexpectedService.of(unit, seen));
    }

    /** Ids of the controls with such findings up to a level, in the order of the profile. */
    private static List<String> controls(List<Finding> own, Level upTo, Predicate<Finding> such) {
        Set<String> controls = new LinkedHashSet<>();
        for (Finding finding : own) {
            if (finding.level().compareTo(upTo) <= 0 && such.test(finding)) {
                controls.add(finding.control().id());
            }
        }
        return List.copyOf(controls);
    }
}
