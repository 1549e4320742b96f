// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Bar;
import io.netgrade.check.Clause;
import io.netgrade.check.Comparator;
import io.netgrade.check.Seen;
import io.netgrade.check.Verdict.Result;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Demand;
import io.netgrade.profile.Profile;
import io.netgrade.profile.Signed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One weakness, and what several profiles make of it. */
class ClauseMapTest {
    @Test
    void aWeaknessShowsEveryProfileThatRestsOnItsCheck() {
        List<Weakness> map = both(new Case().asks("A-01", "1", 128), new Case().asks("B-07", "2", 256), 100);

        assertThat(map).hasSize(1);
        assertThat(map.get(0).check()).isEqualTo("x.strength");
        assertThat(map.get(0).endpoint()).hasToString("192.0.2.1:22/tcp");
        assertThat(map.get(0).under())
                .extracting(under ->
                        under.profile().id() + " " + under.finding().control().id() + " " + under.result())
                .containsExactly("first A-01 FAIL", "second B-07 FAIL");
        assertThat(map.get(0).failing()).isEqualTo(2);
    }

    @Test
    void aLaxerBarIsShownToPassBesideIt() {
        List<Weakness> map = both(new Case().asks("A-01", "1", 64), new Case().asks("B-07", "2", 256), 100);

        assertThat(map).hasSize(1);
        assertThat(map.get(0).under()).extracting(Weakness.Under::result).containsExactly(Result.PASS, Result.FAIL);
        assertThat(map.get(0).failing()).isOne();
    }

    @Test
    void whatEveryProfileLetsPassIsNoWeakness() {
        assertThat(both(new Case().asks("A-01", "1", 64), new Case().asks("B-07", "2", 64), 100))
                .isEmpty();
    }

    @Test
    void aControlStandsOnceWithTheLowestLevelThatFails() {
        Case rising = new Case()
                .control(
                        "A-01",
                        Set.of("x"),
                        Case.ask("1", 64, false),
                        Case.ask("2", 128, false),
                        Case.ask("3.1", 256, false));

        List<Weakness> map = both(rising, new Case().asks("B-07", "2", 64), 100);

        assertThat(map).hasSize(1);
        assertThat(map.get(0).under())
                .extracting(under -> under.finding().control().id() + " "
                        + under.finding().level().id() + " " + under.result())
                .containsExactly("A-01 2 FAIL", "B-07 2 PASS");
    }

    @Test
    void ofSeveralPassesTheOneOfTheHighestLevelIsShown() {
        Case rising = new Case().control("A-01", Set.of("x"), Case.ask("1", 16, false), Case.ask("2", 32, false));

        assertThat(levels(both(rising, new Case().asks("B-07", "2", 64), 40))).containsExactly("2", "2");
    }

    @Test
    void ofSeveralThatAreOpenTheOneOfTheLowestLevelIsShown() {
        Case rising = new Case().control("A-01", Set.of("x"), Case.ask("1", 64, false), Case.ask("2", 128, false));
        rising.saw(1, Case.STRENGTH.partial(200));
        Case failing = new Case().asks("B-07", "2", 256).server(1, 200);

        assertThat(levels(new Assessments(rising.judged(), List.of(failing.judged())).clauseMap()))
                .containsExactly("1", "2");
    }

    /** A pass rests on every check that must hold, a failure on the one that decided. */
    @Test
    void aPassOfSeveralChecksIsShownBesideTheFailureOfAnyOfThem() {
        Case passing = new Case().control("A-01", Set.of("x"), strongAnd(Comparator.PRESENT));
        passing.observations.add(Seen.recognised(Seen.endpoint(1, 22), "x"));
        Case failing = new Case().asks("B-07", "2", 256);

        assertThat(both(passing, failing, 100))
                .singleElement()
                .satisfies(weakness -> assertThat(weakness.under())
                        .extracting(Weakness.Under::result)
                        .containsExactly(Result.PASS, Result.FAIL));
        Case failsByPresence = new Case().control("A-01", Set.of("x"), strongAnd(Comparator.ABSENT));
        failsByPresence.observations.add(Seen.recognised(Seen.endpoint(1, 22), "x"));
        assertThat(both(failsByPresence, new Case().asks("B-07", "2", 64), 100))
                .singleElement()
                .satisfies(weakness -> {
                    assertThat(weakness.check()).isEqualTo("service.presence");
                    assertThat(weakness.under()).hasSize(1);
                });
    }

    @Test
    void eachUnitHasItsOwnInTheOrderOfUnits() {
        Case one = new Case().asks("A-01", "1", 128).server(1, 64).server(2, 64);
        List<UnitScope> units = List.of(unit("v", 2), unit("u", 1));
        Case other = new Case().asks("B-01", "1", 128).server(1, 64).server(2, 64);

        assertThat(new Assessments(one.judged(units), List.of(other.judged(units))).clauseMap())
                .extracting(weakness -> weakness.unit() + " " + weakness.endpoint())
                .containsExactly("v 192.0.2.2:22/tcp", "u 192.0.2.1:22/tcp");
    }

    private static UnitScope unit(String id, int host) {
        return new UnitScope(
                id,
                "",
                "",
                "untrusted",
                Optional.empty(),
                seen -> seen.service().endpoint().equals(Seen.endpoint(host, 22)),
                any -> true);
    }

    /** Demands first how it stands with presence, then the strength of 64 bits. */
    private static Ask strongAnd(Comparator presence) {
        Ask strong = Case.ask("1", 64, false);
        Bar bar = new Bar(List.of(Clause.of(presence)));
        return new Ask(
                strong.level(),
                strong.severity(),
                false,
                List.of(
                        new Demand.OfCheck("service.presence", bar),
                        strong.demands().get(0)));
    }

    private static List<String> levels(List<Weakness> map) {
        return map.get(0).under().stream()
                .map(under -> under.finding().level().id())
                .toList();
    }

    @Test
    void anAdviceDoesNotHideAFailureThatCounts() {
        Case advised = new Case().control("A-01", Set.of("x"), Case.ask("1", 512, true), Case.ask("2", 128, false));

        List<Weakness> map = both(advised, new Case().asks("B-07", "2", 64), 100);

        assertThat(map.get(0).under().get(0).finding().level().id()).isEqualTo("2");
        assertThat(map.get(0).under().get(0).finding().advisory()).isFalse();
    }

    @Test
    void oneProfileAloneNeedsNoMap() {
        Case one = new Case().asks("A-01", "1", 128).server(1, 64);

        assertThat(Assessments.alone(one.judged()).clauseMap()).isEmpty();
    }

    @Test
    void endpointsStandInTheirOrder() {
        Case first = new Case().asks("A-01", "1", 128).server(9, 64).server(2, 64);
        Case second = new Case().asks("B-01", "1", 128).server(2, 64).server(9, 64);

        assertThat(new Assessments(first.judged(), List.of(second.judged())).clauseMap())
                .extracting(weakness -> weakness.endpoint().toString())
                .containsExactly("192.0.2.2:22/tcp", "192.0.2.9:22/tcp");
    }

    @Test
    void whatIsSignedCountsUnderTheProfilesThatHaveTheControl() {
        Case one = new Case().asks("A-01", "1", 128).server(1, 64);
        Signed waived = SignedJudgementTest.waived(SignedJudgementTest.waiver("W-1", "A-01"));

        assertThat(waived.under(one.judged().profile()).waivers()).hasSize(1);
        Case other = new Case().asks("B-01", "1", 128).server(1, 64);
        assertThat(waived.under(other.judged().profile()).waivers()).isEmpty();
    }

    private static List<Weakness> both(Case first, Case second, int bits) {
        Assessment one = named("first", first.server(1, bits).judged());
        Assessment other = named("second", second.server(1, bits).judged());
        return new Assessments(one, List.of(other)).clauseMap();
    }

    private static Assessment named(String id, Assessment judged) {
        Profile as = judged.profile();
        Profile named = new Profile(
                id,
                as.version(),
                as.title(),
                as.source(),
                as.effective(),
                as.unverified(),
                as.sha256(),
                as.levels(),
                as.controls());
        return new Assessment(
                judged.run(),
                named,
                judged.services(),
                judged.findings(),
                judged.units(),
                judged.notices(),
                judged.coverage(),
                judged.comparison(),
                judged.scores());
    }
}
