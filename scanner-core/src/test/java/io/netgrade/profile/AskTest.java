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
import io.netgrade.check.Verdict.Result;
import io.netgrade.expression.Expression;
import io.netgrade.fact.CommonFacts;
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

/** What of an ask is put at an endpoint, and what its demands come to together. */
class AskTest {
    private static final FactType KEY = FactType.of("ssh.key", "").number("bits", "");
    private static final FactType SUITE = FactType.of("tls.suite", "").number("bits", "");
    private static final Map<String, Check> CHECKS = Map.of(
            KEY.id(),
            FieldCheck.of(KEY.id(), "", KEY, "bits"),
            SUITE.id(),
            FieldCheck.of(SUITE.id(), "", SUITE, "bits"),
            "service.presence",
            FieldCheck.of("service.presence", "", CommonFacts.RECOGNISED, "role"));
    private static final Demand LONG_KEY = demand("ssh.key", Comparator.AT_LEAST, "2048");
    private static final Demand LONG_SUITE = demand("tls.suite", Comparator.AT_LEAST, "128");
    private static final Demand SERVED = demand("service.presence", Comparator.PRESENT);
    private static final Applies OF_BOTH = new Applies(Set.of("ssh", "tls"), Set.of(), Set.of(), false, false);

    @Test
    void whatAProtocolIsAskedThatNobodySpeaksThereIsLeftOut() {
        Ask both = ask(LONG_KEY, LONG_SUITE);

        assertThat(both.at(OF_BOTH, there("ssh")).demands()).containsExactly(LONG_KEY);
        assertThat(both.at(OF_BOTH, there("tls")).demands()).containsExactly(LONG_SUITE);
        assertThat(both.at(OF_BOTH, there("http", "tls")).demands()).containsExactly(LONG_SUITE);
        assertThat(both.at(OF_BOTH, there("http")).demands()).containsExactly(LONG_KEY, LONG_SUITE);
        assertThat(ask(LONG_SUITE).at(OF_BOTH, there("ssh")).demands()).containsExactly(LONG_SUITE);
    }

    @Test
    void aServiceThatTheControlIsNotAskedOfDoesNotPutIt() {
        Applies inClear = new Applies(Set.of("ssh", "tls"), Set.of(), Set.of(), true, false);
        Observations wrapped =
                Seen.of(Seen.recognised(Seen.ENDPOINT, "tls", "tls"), Seen.recognised(Seen.ENDPOINT, "ssh"));

        assertThat(ask(LONG_KEY, LONG_SUITE).at(inClear, wrapped).demands()).containsExactly(LONG_KEY);
    }

    @Test
    void whatTheControlIsNotAboutIsAskedEverywhere() {
        assertThat(ask(LONG_KEY, LONG_SUITE, SERVED).at(OF_BOTH, there("ssh")).demands())
                .containsExactly(LONG_KEY, SERVED);
        assertThat(ask(LONG_SUITE, expression("facts['ssh.key'].all(k, k.bits >= 1)"))
                        .at(OF_BOTH, there("ssh"))
                        .demands())
                .singleElement()
                .isInstanceOf(Demand.OfExpression.class);
    }

    @Test
    void theWorstOfAllDemandsDecides() {
        Observation weakKey = Seen.probed(KEY.complete(1024));
        Observations seen = Seen.of(weakKey, Seen.probed(SUITE.complete(256)));

        Ask.Decision decided = ask(LONG_SUITE, LONG_KEY).judge(CHECKS, seen, Optional.empty());
        assertThat(decided.check()).isEqualTo("ssh.key");
        assertThat(decided.verdict().result()).isEqualTo(Result.FAIL);
        assertThat(decided.verdict().because()).containsExactly(weakKey);
        assertThat(result(seen, LONG_SUITE)).isEqualTo(Result.PASS);
        assertThat(result(seen, LONG_KEY)).isEqualTo(Result.FAIL);
        assertThat(result(seen, LONG_SUITE, demand("tls.suite", Comparator.AT_MOST, "256")))
                .isEqualTo(Result.PASS);
    }

    @Test
    void aCheckThatThisBuildDoesNotHaveStaysOpen() {
        Ask.Decision decided = ask(demand("ssh.moon", Comparator.PRESENT)).judge(CHECKS, Seen.of(), Optional.empty());

        assertThat(decided.verdict().result()).isEqualTo(Result.UNKNOWN);
        assertThat(decided.verdict().detail()).isEqualTo("this build has no check ssh.moon");
    }

    @Test
    void aControlNamesEachOfItsChecksOnce() {
        Demand expression = expression("facts['ssh.key'].all(k, k.bits >= 1)");
        Control control = new Control(
                "OWN-01",
                "own",
                new Text("", ""),
                List.of(),
                Automation.FULL,
                new Text("", ""),
                new Text("", ""),
                OF_BOTH,
                List.of(ask(LONG_SUITE, LONG_KEY), ask(LONG_KEY, expression)),
                Optional.empty(),
                List.of());

        assertThat(control.checks()).containsExactly("tls.suite", "ssh.key", "expression");
        assertThat(control.from().id()).isEqualTo("1");
        assertThat(control.manual()).isFalse();
    }

    @Test
    void aDemandKnowsTheFactsThatItLooksAt() {
        assertThat(LONG_KEY.looksAt(CHECKS)).containsExactly(KEY);
        assertThat(LONG_KEY.looksAt(Map.of())).isEmpty();
        assertThat(LONG_KEY.parts()).containsExactly((Demand.OfCheck) LONG_KEY);
        assertThat(expression("facts['ssh.key'].all(k, k.bits >= 1)").looksAt(CHECKS))
                .containsExactly(KEY);
    }

    @Test
    void onlyAnExpressionThatReadsTheMomentRestsOnIt() {
        assertThat(expression("facts['ssh.key'].all(k, k.observed > timestamp('2026-01-01T00:00:00Z'))")
                        .comparesMoments())
                .isTrue();
        assertThat(expression("facts['ssh.key'].all(k, k.bits >= 1)").comparesMoments())
                .isFalse();
        assertThat(LONG_KEY.comparesMoments()).isFalse();
    }

    private static Result result(Observations seen, Demand... demands) {
        return ask(demands).judge(CHECKS, seen, Optional.empty()).verdict().result();
    }

    private static Observations there(String protocol, String... layers) {
        return Seen.of(Seen.recognised(Seen.ENDPOINT, protocol, layers));
    }

    private static Demand expression(String text) {
        return new Demand.OfExpression(
                Expression.of(text, Map.of(KEY.id(), KEY), new ArrayList<>()).orElseThrow());
    }

    private static Demand demand(String check, Comparator comparator, String... operands) {
        return new Demand.OfCheck(check, new Bar(List.of(Clause.of(comparator, operands))));
    }

    private static Ask ask(Demand... demands) {
        return new Ask(new Level("1", 0, new Text("", "")), Severity.HIGH, false, List.of(demands));
    }
}
