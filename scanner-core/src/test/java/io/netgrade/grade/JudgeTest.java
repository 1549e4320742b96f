// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static io.netgrade.grade.Case.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Problem;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Level;
import io.netgrade.profile.Signed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule of grading, as architecture.md states them. */
class JudgeTest {
    private static final Set<String> X = Set.of("x");

    @Test
    void reachesNothingWhenNothingWasSeen() {
        UnitGrade grade = new Case().asks("A-01", "1", 10).requires("1").grade();
        assertInterval(grade, null, "3.1");
        assertThat(grade.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(grade.undecided()).containsExactly("A-01");
        assertThat(grade.provisionalBecause()).contains("nothing of this unit was seen");
    }

    @Test
    void reachesNothingWhenNothingWasAsked() {
        assertInterval(new Case().server(1, 10).grade(), null, "3.1");
    }

    @Test
    void reachesNothingWhenNothingApplies() {
        Case it = new Case().control("A-01", Set.of("y"), Case.ask("1", 10, false));
        assertInterval(it.server(1, 10).grade(), null, "3.1");
    }

    @Test
    void reachesTheTopWhenAllIsShown() {
        UnitGrade grade = new Case()
                .asks("A-01", "1", 10)
                .asks("A-02", "3.1", 20)
                .requires("3.1")
                .server(1, 20)
                .grade();
        assertInterval(grade, "3.1", "3.1");
        assertThat(grade.outcome()).isEqualTo(Outcome.MEETS);
        assertThat(grade.confirmed()).isTrue();
        assertThat(grade.nextLevel()).isEmpty();
        assertThat(grade.toNextLevel()).isEmpty();
    }

    @Test
    void failureStopsFloorAndCeilingBelowItsLevel() {
        UnitGrade grade = new Case()
                .asks("A-01", "1", 10)
                .asks("A-02", "2", 20)
                .requires("2")
                .server(1, 10)
                .grade();
        assertInterval(grade, "1", "1");
        assertThat(grade.outcome()).isEqualTo(Outcome.BELOW);
        assertThat(grade.blockedBy()).containsExactly("A-02");
    }

    @Test
    void failureAtTheLowestLevelLeavesNone() {
        UnitGrade grade =
                new Case().asks("A-01", "1", 10).requires("1").server(1, 5).grade();
        assertInterval(grade, null, null);
        assertThat(grade.outcome()).isEqualTo(Outcome.BELOW);
    }

    @Test
    void openQuestionStopsTheFloorAlone() {
        UnitGrade grade = new Case()
                .asks("A-01", "1", 10)
                .asks("A-02", "2", 20)
                .requires("2")
                .server(1, 10)
                .saw(2, Case.STRENGTH.partial(30))
                .grade();
        assertThat(grade.blockedBy()).containsExactly("A-02");
        UnitGrade partly = new Case()
                .asks("A-02", "2", 20)
                .requires("2")
                .server(1, 20)
                .saw(2, Case.STRENGTH.partial(30))
                .grade();
        assertInterval(partly, "1", "3.1");
        assertThat(partly.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(partly.undecided()).containsExactly("A-02");
    }

    @Test
    void failureAboveTheRequiredLevelBlocksNothingOfIt() {
        UnitGrade grade = new Case()
                .asks("A-01", "1", 10)
                .asks("A-02", "3.1", 99)
                .requires("2")
                .server(1, 10)
                .grade();
        assertThat(grade.outcome()).isEqualTo(Outcome.MEETS);
        assertThat(grade.blockedBy()).isEmpty();
        assertThat(grade.nextLevel()).contains(level("3.1"));
        assertThat(grade.toNextLevel()).extracting(Lift::how).containsExactly("mend A-02");
    }

    @Test
    void highestLevelCountsWhereNoneIsAsked() {
        UnitGrade grade = new Case()
                .asks("A-01", "1", 10)
                .asks("A-02", "3.1", 99)
                .server(1, 10)
                .grade();
        assertThat(grade.outcome()).isEqualTo(Outcome.NOT_ASKED);
        assertThat(grade.blockedBy()).containsExactly("A-02");
    }

    @Test
    void tighterAsksHoldWithTheLowerOnes() {
        Case it = new Case().control("A-01", X, Case.ask("1", 10, false), Case.ask("3.1", 20, false));
        assertInterval(it.server(1, 15).grade(), "2", "2");
    }

    @Test
    void adviceBlocksNothing() {
        Case it = new Case().asks("A-01", "1", 1).control("A-02", X, Case.ask("1", 99, true));
        Assessment judged = it.server(1, 10).judged();
        assertInterval(judged.units().get(0), "3.1", "3.1");
        assertThat(judged.findings())
                .filteredOn(finding -> finding.control().id().equals("A-02"))
                .extracting(finding -> finding.verdict().result())
                .containsExactly(Result.FAIL);
        assertThat(judged.units().get(0).blockedBy()).isEmpty();
    }

    @Test
    void manualControlStaysOpenAndStopsNoFloor() {
        Assessment judged = new Case()
                .asks("A-01", "1", 10)
                .manual("M-01", "2")
                .server(1, 10)
                .judged();
        UnitGrade grade = judged.units().get(0);
        assertInterval(grade, "3.1", "3.1");
        assertThat(grade.manual()).containsExactly("M-01");
        assertThat(grade.confirmed()).isFalse();
        assertThat(grade.provisionalBecause()).containsExactly("1 control is for a person to attest");
        assertThat(grade.undecided()).isEmpty();
        assertThat(judged.coverage().unknownByReason()).isEmpty();
    }

    @Test
    void manualControlAboveTheRequiredLevelIsNotListed() {
        Case it = new Case()
                .asks("A-01", "1", 10)
                .manual("M-01", "3.1")
                .requires("2")
                .server(1, 10);
        assertThat(it.grade().manual()).isEmpty();
    }

    @Test
    void saysWhyNothingApplies() {
        Case it = new Case()
                .control("A-01", Set.of("y", "z"), Case.ask("1", 1, false))
                .control("A-02", new Applies(X, Set.of("ims"), Set.of(), false, false), Case.ask("1", 1, false))
                .control("A-03", new Applies(X, Set.of(), Set.of("management"), false, false), Case.ask("1", 1, false));
        assertThat(it.server(1, 1).server(2, 1).judged().findings())
                .allMatch(finding -> finding.verdict().result() == Result.NOT_APPLICABLE)
                .allMatch(finding -> finding.endpoint().isEmpty())
                .extracting(finding -> finding.verdict().detail())
                .containsExactly(
                        "no y or z service among the 2 endpoints seen",
                        "asked of units of type ims only; this one is of a type that was not said",
                        "asked from the vantage management only; this look was from untrusted");
    }

    @Test
    void controlOfAFactIsAskedOnlyWhereItWasSeen() {
        Applies ofStrength = new Applies(X, Set.of(), Set.of(), false, false, Set.of("x.strength"));
        Case it =
                new Case().control("A-01", ofStrength, Case.ask("1", 10, false)).server(1, 1);
        it.observations.add(Seen.recognised(Seen.endpoint(2, 22), "x"));
        it.attempts.add(Seen.attempt(Seen.endpoint(2, 22), "x.hello", Attempt.Status.ANSWERED));
        assertThat(it.judged().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.verdict().result()).isEqualTo(Result.FAIL);
            assertThat(finding.endpoint()).contains(Seen.endpoint(1, 22));
        });
    }

    @Test
    void controlOfAFactThatNoAnswerHoldsDoesNotApply() {
        Applies ofStrength = new Applies(X, Set.of(), Set.of(), false, false, Set.of("x.strength"));
        Case it = new Case().control("A-01", ofStrength, Case.ask("1", 10, false));
        it.observations.add(Seen.recognised(Seen.endpoint(1, 22), "x"));
        it.attempts.add(Seen.attempt(Seen.endpoint(1, 22), "x.hello", Attempt.Status.ANSWERED));
        assertThat(it.judged().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.verdict().result()).isEqualTo(Result.NOT_APPLICABLE);
            assertThat(finding.verdict().detail())
                    .isEqualTo("no x service that tells x.strength among the 1 endpoint seen");
        });
    }

    /** See docs/adr/0012: else taking the fact away would raise the floor. */
    @Test
    void controlOfAFactThatNobodyAskedForIsOpen() {
        Applies ofStrength = new Applies(X, Set.of(), Set.of(), false, false, Set.of("x.strength"));
        Case it = new Case().control("A-01", ofStrength, Case.ask("1", 10, false));
        it.observations.add(Seen.recognised(Seen.endpoint(1, 22), "x"));
        it.attempts.add(Seen.attempt(Seen.endpoint(1, 22), "x.hello", Attempt.Status.TIMED_OUT));
        it.attempts.add(Seen.attempt(Seen.endpoint(1, 22), "y.hello", Attempt.Status.ANSWERED));
        assertThat(it.judged().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.verdict().unknown()).contains(UnknownReason.TIMED_OUT));
    }

    /** What it asks was seen, but not what makes it apply: neither counts against nor for the unit. */
    @Test
    void verdictOfAControlThatMayNotApplyDoesNotStand() {
        Applies ofOther = new Applies(X, Set.of(), Set.of(), false, false, Set.of("x.other"));
        for (int bits : new int[] {1, 20}) {
            Case it = new Case()
                    .control("A-01", ofOther, Case.ask("1", 10, false))
                    .server(1, bits);
            assertThat(it.judged().findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.verdict().detail())
                            .isEqualTo("whether it applies is not known: x.other was not asked"));
        }
    }

    @Test
    void typeNotSaidMakesTheLevelProvisional() {
        Case it = new Case()
                .asks("A-01", "1", 1)
                .control("A-02", new Applies(X, Set.of("ims"), Set.of(), false, false), Case.ask("1", 1, false));
        assertThat(it.server(1, 1).grade().provisionalBecause())
                .containsExactly("the unit's type was not said, so 1 control of certain types was not asked");
    }

    @Test
    void askingACarrierAppliesToWhatItCarries() {
        Case it = new Case().control("A-01", Set.of("tls"), Case.ask("1", 10, false));
        it.server(1, 10).observations.add(Seen.recognised(Seen.endpoint(1, 22), "http", "tls"));
        assertThat(it.judged().findings())
                .extracting(finding -> finding.verdict().result())
                .containsExactly(Result.PASS);
    }

    @Test
    void vantageNotDeclaredIsTakenAsUntrusted() {
        Case it = new Case().asks("A-01", "1", 1).server(1, 1);
        it.vantageDeclared = false;
        assertThat(it.grade().provisionalBecause()).singleElement().asString().contains("untrusted");
    }

    @Test
    void captureAloneIsProvisional() {
        Case it = new Case().asks("A-01", "1", 1);
        it.observations.add(
                Seen.seen(Seen.endpoint(1, 22), Case.STRENGTH.complete(9), Confidence.CONFIRMED, Source.CAPTURE));
        it.captures.add(Captured.of("a.pcap", true, ""));
        assertThat(it.grade().provisionalBecause())
                .containsExactly(
                        "nothing was probed: a capture shows what was used, not all that is there",
                        "a.pcap was not read to its end");
        assertThat(it.judged().coverage().unexamined()).containsExactly("a.pcap: ends in the middle of a record");
    }

    @Test
    void silentPortsMakeDiscoveryIncomplete() {
        Case it = new Case().asks("A-01", "1", 1).server(1, 1);
        it.attempts.add(Seen.attempt(Seen.endpoint(1, 80), "connect", Status.FILTERED));
        it.attempts.add(Seen.attempt(Seen.endpoint(1, 81), "connect", Status.REFUSED));
        Assessment judged = it.judged();
        assertThat(judged.units().get(0).provisionalBecause())
                .containsExactly("discovery is incomplete: 1 of 3 endpoints tried gave no answer");
        assertThat(judged.examinedEverything()).isTrue();
        assertThat(judged.coverage().endpointsTried()).isEqualTo(3);
        assertThat(judged.coverage().endpointsAnswered()).isEqualTo(1);
        assertThat(judged.coverage().attemptsByStatus()).containsEntry(Status.FILTERED, 1L);
    }

    @Test
    void namesWhatWasNotExamined() {
        Case it = new Case().asks("A-01", "1", 1).server(1, 1);
        it.attempts.add(Seen.attempt(Seen.endpoint(2, 80), "connect", Status.TIMED_OUT));
        it.attempts.add(Seen.attempt(Seen.endpoint(1, 9), "connect", Status.ANSWERED));
        it.problems.add(new Problem("b.pcap", "there is no such file", true));
        Assessment judged = it.judged();
        assertThat(judged.examinedEverything()).isFalse();
        assertThat(judged.coverage().unexamined())
                .containsExactly(
                        "b.pcap: there is no such file",
                        "192.0.2.2: no answer (1 timed-out)",
                        "192.0.2.1:9/tcp: open, and no service was recognised");
    }

    @Test
    void liftsMendBeforeTheyDecide() {
        UnitGrade grade = new Case()
                .asks("A-01", "1", 10)
                .asks("A-02", "1", 20)
                .server(1, 10)
                .server(2, 15)
                .saw(3, Case.STRENGTH.partial(30))
                .grade();
        assertThat(grade.nextLevel()).contains(level("1"));
        assertThat(grade.toNextLevel())
                .extracting(Lift::how)
                .containsExactly(
                        "mend A-02",
                        "probe it for the whole: only part of it was seen",
                        "probe it for the whole: only part of it was seen");
        assertThat(grade.toNextLevel().get(0).endpoints()).containsExactly(Seen.endpoint(1, 22), Seen.endpoint(2, 22));
    }

    @Test
    void findingIdDependsOnTheQuestionAlone() {
        Assessment pass = new Case().asks("A-01", "1", 10).server(1, 10).judged();
        Assessment fail = new Case()
                .asks("A-00", "1", 1)
                .asks("A-01", "1", 10)
                .server(1, 5)
                .judged();
        assertThat(pass.findings().get(0).id())
                .isEqualTo(fail.findings().get(1).id())
                .hasSize(16)
                .isEqualTo("d6a76e08dc9f2df1");
        assertThat(fail.findings().get(0).id())
                .isNotEqualTo(fail.findings().get(1).id());
    }

    @Test
    void checkThatIsNotThereIsOpen() {
        Case it = new Case().asks("A-01", "1", 10).server(1, 10);
        UnitScope unit = new UnitScope("u", "", "", "untrusted", Optional.empty(), any -> true, any -> true);
        var judged = it.judged(List.of(unit));
        var without = Judge.judge(
                new io.netgrade.fact.Collected(judged.run(), it.observations, it.attempts, List.of(), List.of()),
                judged.profile(),
                List.of(unit),
                Signed.NOTHING,
                Map.of(),
                Optional.empty());
        assertThat(without.findings().get(0).verdict().unknown()).contains(UnknownReason.NOT_ASKED);
    }

    @Test
    void weakestUnitIsTheOperatorsResult() {
        Case it = new Case().asks("A-01", "2", 10).server(1, 10).server(2, 5);
        UnitScope good = unit("good", 1, Optional.of(level("2")));
        UnitScope bad = unit("bad", 2, Optional.of(level("2")));
        UnitScope free = unit("free", 2, Optional.empty());
        UnitScope empty = unit("empty", 3, Optional.of(level("1")));
        assertThat(it.judged(List.of(good, bad, empty)).overall()).isEqualTo(Outcome.BELOW);
        assertThat(it.judged(List.of(good, empty)).overall()).isEqualTo(Outcome.UNDECIDED);
        assertThat(it.judged(List.of(good, free)).overall()).isEqualTo(Outcome.MEETS);
        assertThat(it.judged(List.of(free)).overall()).isEqualTo(Outcome.NOT_ASKED);
    }

    @Test
    void weakestUnitIsTheOneThatLacksMostOfWhatIsAsked() {
        Case it = new Case()
                .asks("A-01", "1", 5)
                .asks("A-02", "2", 10)
                .server(1, 7)
                .server(2, 1)
                .server(3, 7);
        UnitScope one = unit("one", 1, Optional.of(level("2")));
        UnitScope two = unit("two", 2, Optional.of(level("2")));
        UnitScope three = unit("three", 3, Optional.of(level("2")));
        assertThat(it.judged(List.of(one, two, three)).operatorResult().weakest())
                .map(UnitGrade::id)
                .contains("two");
        assertThat(it.judged(List.of(three, one)).operatorResult().weakest())
                .map(UnitGrade::id)
                .contains("three");
        assertThat(it.judged(List.of(unit("free", 2, Optional.empty())))
                        .operatorResult()
                        .weakest())
                .isEmpty();
    }

    @Test
    void operatorsResultIsConfirmedWhereEveryUnitsLevelIs() {
        Case it = new Case().asks("A-01", "1", 5).server(1, 7);
        UnitScope seen = unit("seen", 1, Optional.of(level("1")));
        UnitScope unseen = unit("unseen", 9, Optional.of(level("1")));
        assertThat(it.judged(List.of(seen)).operatorResult().confirmed()).isTrue();
        assertThat(it.judged(List.of(seen, unseen)).operatorResult().confirmed())
                .isFalse();
    }

    @Test
    void unitIsJudgedByItsOwnServicesOnly() {
        Case it = new Case().asks("A-01", "2", 10).server(1, 10).server(2, 5);
        Assessment judged =
                it.judged(List.of(unit("good", 1, Optional.of(level("2"))), unit("bad", 2, Optional.of(level("2")))));
        assertThat(judged.units()).extracting(UnitGrade::outcome).containsExactly(Outcome.MEETS, Outcome.BELOW);
        assertThat(judged.services()).extracting(ServiceSeen::unit).containsExactly("good", "bad");
    }

    private static UnitScope unit(String id, int host, Optional<Level> required) {
        var endpoint = Seen.endpoint(host, 22);
        return new UnitScope(
                id,
                id,
                "",
                "untrusted",
                required,
                seen -> seen.service().endpoint().equals(endpoint),
                endpoint::equals);
    }

    private static void assertInterval(UnitGrade grade, String achieved, String possible) {
        assertThat(grade.interval().achieved().map(Level::id).orElse(null)).isEqualTo(achieved);
        assertThat(grade.interval().possible().map(Level::id).orElse(null)).isEqualTo(possible);
    }
}
