// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Bar;
import io.netgrade.check.Clause;
import io.netgrade.check.Comparator;
import io.netgrade.check.Seen;
import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Observation;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Control;
import io.netgrade.profile.Demand;
import io.netgrade.profile.Level;
import io.netgrade.profile.Severity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiftSearchTest {
    private static final Applies X = new Applies(Set.of("x"), Set.of(), Set.of(), false, false);
    private static final Applies X_IN_CLEAR = new Applies(Set.of("x"), Set.of(), Set.of(), true, false);

    @Test
    void nothingLiftsWhatHoldsEverything() {
        assertThat(new Case()
                        .asks("A-01", "1", 10)
                        .requires("2")
                        .server(1, 10)
                        .grade()
                        .lifts())
                .isEmpty();
    }

    @Test
    void liftsToTheNextLevelAndToTheOneAskedAreApart() {
        List<LiftTo> lifts = new Case()
                .asks("A-01", "1", 10)
                .asks("A-02", "2", 20)
                .asks("A-03", "3.1", 30)
                .requires("3.1")
                .server(1, 10)
                .grade()
                .lifts();
        assertThat(lifts).extracting(lift -> lift.level().id()).containsExactly("2", "3.1");
        assertThat(lifts).extracting(LiftTo::next).containsExactly(true, false);
        assertThat(lifts).extracting(LiftTo::asked).containsExactly(false, true);
        assertThat(controls(lifts.get(0))).containsExactly("A-02");
        assertThat(controls(lifts.get(1))).containsExactly("A-02", "A-03");
    }

    @Test
    void oneLiftIsBothWhereTheLevelAskedIsTheNext() {
        List<LiftTo> lifts = new Case()
                .asks("A-01", "1", 10)
                .requires("1")
                .server(1, 5)
                .grade()
                .lifts();
        assertThat(lifts).singleElement().satisfies(lift -> {
            assertThat(lift.next()).isTrue();
            assertThat(lift.asked()).isTrue();
        });
    }

    @Test
    void levelThatIsHeldNeedsNoLift() {
        assertThat(new Case()
                        .asks("A-01", "1", 10)
                        .asks("A-02", "3.1", 30)
                        .requires("2")
                        .server(1, 10)
                        .grade()
                        .lifts())
                .singleElement()
                .satisfies(lift -> assertThat(lift.asked()).isFalse());
    }

    @Test
    void goalIsTheTightestBarUpToTheLevel() {
        Case it = new Case()
                .control(
                        "A-01",
                        Set.of("x"),
                        Case.ask("1", 10, false),
                        Case.ask("2", 20, false),
                        Case.ask("3.1", 30, false));
        List<LiftTo> lifts = it.requires("2").server(1, 5).grade().lifts();
        assertThat(goal(lifts.get(0))).isEqualTo("1 [10]");
        assertThat(goal(lifts.get(1))).isEqualTo("2 [20]");
        assertThat(lifts.get(1).fixes())
                .singleElement()
                .satisfies(fix -> assertThat(fix.removes()).isEqualTo(2));
        assertThat(lifts.get(0).sameSteps(lifts.get(1))).isFalse();
    }

    @Test
    void remedyThatRemovesMostIsFirstAndHostsLikewise() {
        LiftTo lift = new Case()
                .asks("A-01", "1", 10)
                .asks("A-02", "1", 20)
                .server(1, 15)
                .server(2, 5)
                .server(3, 30)
                .grade()
                .lifts()
                .get(0);
        assertThat(lift.fixes()).extracting(LiftFix::removes).containsExactly(2, 1);
        assertThat(controls(lift)).containsExactly("A-02", "A-01");
        assertThat(lift.fixes().get(0).endpoints()).containsExactly(Seen.endpoint(1, 22), Seen.endpoint(2, 22));
        assertThat(lift.fixes().get(0).places()).hasSize(2);
    }

    @Test
    void controlsOfOneRemedyAreOneFix() {
        Case it = new Case().asks("A-01", "1", 10).asks("A-02", "1", 20);
        Control second = it.controls.get(1);
        it.controls.set(1, withRemedyOf(it.controls.get(0), second));
        assertThat(it.server(1, 5).grade().lifts().get(0).fixes())
                .singleElement()
                .satisfies(fix -> {
                    assertThat(fix.controls()).extracting(Control::id).containsExactly("A-01", "A-02");
                    assertThat(fix.places())
                            .singleElement()
                            .satisfies(place -> assertThat(place.removes()).hasSize(2));
                });
    }

    @Test
    void whatIsSwitchedOffNeedsNoOtherFixAndNoDecision() {
        Case it = new Case().asks("A-01", "1", 10).asks("A-02", "1", 4).forbids("T-01", "1", X);
        it.observations.add(Seen.recognised(Seen.endpoint(1, 22), "x"));
        LiftTo lift = it.saw(1, Case.STRENGTH.partial(5)).grade().lifts().get(0);
        assertThat(controls(lift)).containsExactly("T-01");
        LiftFix.Place place = lift.fixes().get(0).places().get(0);
        assertThat(place.removes())
                .extracting(finding -> finding.control().id())
                .containsExactlyInAnyOrder("T-01", "A-01");
        assertThat(place.settles())
                .extracting(finding -> finding.control().id())
                .containsExactly("A-02");
        assertThat(lift.decisions()).isEmpty();
    }

    @Test
    void whatMayGoOnUnderEncryptionIsMendedAsWell() {
        Case it = new Case().asks("A-01", "1", 10).forbids("T-01", "1", X_IN_CLEAR);
        it.observations.add(Seen.recognised(Seen.endpoint(1, 22), "x"));
        assertThat(controls(it.server(1, 5).grade().lifts().get(0))).containsExactlyInAnyOrder("T-01", "A-01");
    }

    /** It is the weak setting that is forbidden, or the role: the service itself may go on. */
    @Test
    void whatForbidsSomethingElseThanTheServiceSwitchesNothingOff() {
        Bar absent = new Bar(List.of(Clause.of(Comparator.ABSENT)));
        Bar noServer = new Bar(List.of(Clause.of(Comparator.NONE_OF, "server")));
        for (Demand demand :
                List.of(new Demand.OfCheck("x.strength", absent), new Demand.OfCheck("service.presence", noServer))) {
            Ask ask = new Ask(Case.level("1"), Severity.HIGH, false, List.of(demand));
            Case it = new Case().asks("A-01", "1", 10).control("T-01", X, ask);
            it.observations.add(Seen.recognised(Seen.endpoint(1, 22), "x"));
            assertThat(controls(it.server(1, 5).grade().lifts().get(0))).containsExactlyInAnyOrder("T-01", "A-01");
        }
    }

    @Test
    void whatMayGoOnForOthersIsMendedAsWell() {
        Applies fromOutside = new Applies(Set.of("x"), Set.of(), Set.of("untrusted"), false, false);
        Case it = new Case().asks("A-01", "1", 10).forbids("T-01", "1", fromOutside);
        it.observations.add(Seen.recognised(Seen.endpoint(1, 22), "x"));
        assertThat(controls(it.server(1, 5).grade().lifts().get(0))).containsExactlyInAnyOrder("T-01", "A-01");
    }

    @Test
    void anotherServiceOnThePortIsMendedAsWell() {
        Case it = new Case().asks("A-01", "1", 10).forbids("T-01", "1", X);
        it.observations.add(Seen.recognised(Seen.endpoint(1, 22), "x"));
        it.observations.add(Seen.recognised(Seen.endpoint(1, 22), "y"));
        assertThat(controls(it.server(1, 5).grade().lifts().get(0))).containsExactlyInAnyOrder("T-01", "A-01");
    }

    @Test
    void whatIsForbiddenAboveTheLevelSwitchesNothingOffBelowIt() {
        Case it = new Case().asks("A-01", "1", 10).forbids("T-01", "2", X).requires("2");
        it.observations.add(Seen.recognised(Seen.endpoint(1, 22), "x"));
        List<LiftTo> lifts = it.server(1, 5).grade().lifts();
        assertThat(controls(lifts.get(0))).containsExactly("A-01");
        assertThat(controls(lifts.get(1))).containsExactly("T-01");
    }

    @Test
    void openQuestionsAreDecisionsAndNoFixes() {
        LiftTo lift = new Case()
                .partly("A-01", "1", 10)
                .asks("A-02", "1", 10)
                .saw(1, Case.STRENGTH.partial(30))
                .saw(2, Case.STRENGTH.partial(30))
                .grade()
                .lifts()
                .get(0);
        assertThat(lift.fixes()).isEmpty();
        assertThat(lift.decisions()).extracting(LiftDecision::reason).containsOnly(UnknownReason.PARTLY_SEEN);
        assertThat(lift.decisions()).extracting(LiftDecision::attestable).containsExactly(true, false);
        assertThat(lift.decisions().get(0).how().en()).contains("probe it").endsWith("attest");
        assertThat(lift.decisions().get(1).how().en()).doesNotContain("attest");
        assertThat(lift.decisions().get(1).endpoints()).containsExactly(Seen.endpoint(1, 22), Seen.endpoint(2, 22));
    }

    @Test
    void surenessOfAFailureIsThatOfTheSurestWhoShowsIt() {
        Case it = new Case().asks("A-01", "1", 10);
        it.observations.add(
                Seen.seen(Seen.endpoint(1, 22), Case.STRENGTH.complete(5), Confidence.LIKELY, Source.CAPTURE));
        it.server(1, 4);
        assertThat(it.judged().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.confidence()).contains(Confidence.CONFIRMED);
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        });
        assertThat(new Case().asks("A-01", "1", 10).judged().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.confidence()).isEmpty());
    }

    @Test
    void surenessOfAPassIsThatOfTheLeastSureThatItRestsOn() {
        Finding failed = new Case()
                .asks("A-01", "1", 10)
                .server(1, 5)
                .judged()
                .findings()
                .get(0);
        Observation likely =
                Seen.seen(Seen.endpoint(1, 22), Case.STRENGTH.complete(20), Confidence.LIKELY, Source.CAPTURE);
        Observation sure =
                Seen.seen(Seen.endpoint(1, 22), Case.STRENGTH.complete(20), Confidence.CONFIRMED, Source.PROBE);
        assertThat(failed.decided(Verdict.pass("strong", List.of(sure, likely))).confidence())
                .contains(Confidence.LIKELY);
        assertThat(failed.decided(Verdict.fail("weak", List.of(likely, sure))).confidence())
                .contains(Confidence.CONFIRMED);
    }

    private static List<String> controls(LiftTo lift) {
        return lift.fixes().stream()
                .flatMap(fix -> fix.controls().stream())
                .map(Control::id)
                .toList();
    }

    private static String goal(LiftTo lift) {
        LiftFix.Goal goal = lift.fixes().get(0).goals().get(0);
        Level from = goal.from();
        return from.id() + " " + goal.bars().get(0).clause().operands();
    }

    private static Control withRemedyOf(Control first, Control second) {
        return new Control(
                second.id(),
                second.chapter(),
                second.title(),
                second.clauses(),
                second.automation(),
                second.rationale(),
                first.remedy(),
                second.applies(),
                second.asks(),
                second.manualLevel(),
                second.references());
    }
}
