// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Bar;
import io.netgrade.check.Check;
import io.netgrade.check.Clause;
import io.netgrade.check.Comparator;
import io.netgrade.check.FieldCheck;
import io.netgrade.check.Seen;
import io.netgrade.check.Verdict;
import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.yaml.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class AnyOfChecksTest {
    private static final FactType X = FactType.of("x.strength", "").number("bits", "");
    private static final FactType Y = FactType.of("y.strength", "").number("bits", "");
    private static final Map<String, Check> CHECKS = Map.of(
            X.id(), FieldCheck.of(X.id(), "", X, "bits"),
            Y.id(), FieldCheck.of(Y.id(), "", Y, "bits"));
    private static final Applies OF_X = new Applies(Set.of("x"), Set.of(), Set.of(), false, false);

    private final List<Observation> seen = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();

    @Test
    void onePassIsEnough() {
        saw(X.complete(1));
        saw(Y.complete(20));
        assertThat(judged().result()).isEqualTo(Result.PASS);
    }

    @Test
    void failsOnlyWhereAllFail() {
        saw(X.complete(1));
        saw(Y.complete(2));
        assertThat(judged().result()).isEqualTo(Result.FAIL);
        assertThat(judged().because()).hasSize(2);
        assertThat(judged().detail())
                .contains("1, at least 10")
                .contains("; and ")
                .contains("2, at least 10");
    }

    @Test
    void oneThatIsOpenLeavesItOpen() {
        saw(X.complete(1));
        saw(Y.partial(20));
        assertThat(judged().result()).isEqualTo(Result.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"ANSWERED", "CLOSED_EARLY", "NOT_THIS_PROTOCOL", "RESET"})
    void aWayThatTheServiceDoesNotGoFailsWithIt(Status reacted) {
        saw(X.complete(1));
        attempts.add(Seen.attempt(Seen.ENDPOINT, "y.hello", reacted));
        assertThat(judged().result()).isEqualTo(Result.FAIL);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            mode = Mode.EXCLUDE,
            names = {"ANSWERED", "CLOSED_EARLY", "NOT_THIS_PROTOCOL", "RESET"})
    void aWayOfWhichNothingWasHeardIsOpen(Status silent) {
        saw(X.complete(1));
        attempts.add(Seen.attempt(Seen.ENDPOINT, "y.hello", silent));
        attempts.add(Seen.attempt(Seen.ENDPOINT, "z.hello", Status.ANSWERED));
        assertThat(judged().result()).isEqualTo(Result.UNKNOWN);
        assertThat(judged().detail()).isEqualTo("it was not asked whether y is spoken there as well");
    }

    @Test
    void allOfOneWayMustHold() {
        AnyOfChecks both = AnyOfChecks.of(List.of(List.of(atLeast(X, 10), atLeast(Y, 10)), List.of(atLeast(X, 30))));
        saw(X.complete(20));
        saw(Y.complete(5));
        assertThat(judged(both).result()).isEqualTo(Result.FAIL);
        saw(Y.complete(20));
        seen.removeIf(one -> one.fact().equals(Y.complete(5)));
        assertThat(judged(both).result()).isEqualTo(Result.PASS);
    }

    @Test
    void namesItsChecksAndTheFactsThatTheyLookAt() {
        AnyOfChecks both = AnyOfChecks.of(List.of(List.of(atLeast(X, 10), atLeast(Y, 10)), List.of(atLeast(X, 30))));

        assertThat(both.checks()).containsExactly(X.id(), Y.id());
        assertThat(both.parts()).containsExactly(atLeast(X, 10), atLeast(Y, 10), atLeast(X, 30));
        assertThat(both.looksAt(CHECKS)).containsExactly(X, Y, X);
    }

    @Test
    void isNotPutWhereNoneOfItsWaysCanBeGone() {
        AnyOfChecks demand = AnyOfChecks.of(List.of(List.of(atLeast(X, 10)), List.of(atLeast(Y, 10))));
        attempts.add(Seen.attempt(Seen.ENDPOINT, "x.hello", Status.NOT_THIS_PROTOCOL));
        assertThat(demand.at(OF_X, new Observations(seen, attempts)))
                .contains(new AnyOfChecks(List.of(), List.of("y")));
        attempts.add(Seen.attempt(Seen.ENDPOINT, "y.hello", Status.NOT_THIS_PROTOCOL));
        assertThat(demand.at(OF_X, new Observations(seen, attempts))).isEmpty();
        saw(Y.complete(20));
        assertThat(demand.at(OF_X, new Observations(seen, attempts)))
                .contains(AnyOfChecks.of(List.of(List.of(atLeast(Y, 10)))));
    }

    @Test
    void namesTheCheckThatLeavesItOpenWhereOneWasPut() {
        saw(X.complete(1));
        Observations there = new Observations(seen, attempts);
        AnyOfChecks some = new AnyOfChecks(List.of(List.of(atLeast(X, 10))), List.of("y"));
        AnyOfChecks none = new AnyOfChecks(List.of(), List.of("y", "z"));

        assertThat(some.judge(CHECKS, there, Optional.empty()).check()).isEqualTo(X.id());
        assertThat(none.judge(CHECKS, there, Optional.empty()).check()).isEqualTo("any-of-checks");
        assertThat(none.judge(CHECKS, there, Optional.empty()).verdict().detail())
                .isEqualTo("it was not asked whether y or z is spoken there as well");
    }

    @Test
    void whatEveryProtocolMayStateIsAWayThatIsAlwaysOpen() {
        FactType software = CommonFacts.SOFTWARE;
        Map<String, Check> checks = Map.of(
                X.id(), CHECKS.get(X.id()), software.id(), FieldCheck.of(software.id(), "", software, "version"));
        AnyOfChecks either = AnyOfChecks.of(List.of(
                List.of(atLeast(X, 10)),
                List.of(new Demand.OfCheck(software.id(), new Bar(List.of(Clause.of(Comparator.EQUALS, "2")))))));
        saw(X.complete(1));
        Observations there = new Observations(seen, attempts);

        Verdict open = either.at(OF_X, there)
                .orElseThrow()
                .judge(checks, there, Optional.empty())
                .verdict();
        assertThat(open.result()).isEqualTo(Result.UNKNOWN);
        assertThat(open.detail()).doesNotContain("spoken there as well");
    }

    private Verdict judged() {
        return judged(AnyOfChecks.of(List.of(List.of(atLeast(X, 10)), List.of(atLeast(Y, 10)))));
    }

    private Verdict judged(AnyOfChecks demand) {
        Observations there = new Observations(seen, attempts);
        Ask ask = new Ask(new Level("1", 0, new Text("", "")), Severity.HIGH, false, List.of(demand));
        return ask.at(OF_X, there).judge(CHECKS, there, Optional.empty()).verdict();
    }

    private void saw(Fact fact) {
        seen.add(Seen.probed(fact));
    }

    private static Demand.OfCheck atLeast(FactType type, int bits) {
        return new Demand.OfCheck(type.id(), new Bar(List.of(Clause.of(Comparator.AT_LEAST, String.valueOf(bits)))));
    }
}
