// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict;
import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final FactType KEY = FactType.of("ssh.host-key", "")
            .text("type", "")
            .number("bits", "")
            .instant("not-after", "")
            .flag("certified", "");
    private static final FactType VERSIONS =
            FactType.of("tls.versions-accepted", "").names("versions", "");
    private static final Map<String, FactType> CATALOGUE =
            new TreeMap<>(Map.of(KEY.id(), KEY, VERSIONS.id(), VERSIONS));

    private static final String MODERN = "facts['tls.versions-accepted'].all(f, f.versions.all(v, v >= 'TLSv1.2'))";
    private static final String LONG = "facts['ssh.host-key'].all(k, k.type != 'ssh-rsa' || k.bits >= 3072)";
    private static final String SOME_RSA = "facts['ssh.host-key'].exists(k, k.type == 'ssh-rsa')";

    @Test
    void passesOnCompleteFactsOnly() {
        assertThat(judged(MODERN, VERSIONS.complete(List.of("TLSv1.2", "TLSv1.3"))))
                .isEqualTo(Result.PASS);
        assertThat(judged(MODERN, VERSIONS.partial(List.of("TLSv1.2", "TLSv1.3"))))
                .isEqualTo(Result.UNKNOWN);
    }

    @Test
    void failsWhereAPartialFactViolatesAlready() {
        assertThat(judged(MODERN, VERSIONS.complete(List.of("TLSv1.0", "TLSv1.2"))))
                .isEqualTo(Result.FAIL);
        assertThat(judged(MODERN, VERSIONS.partial(List.of("TLSv1.2", "TLSv1.0"))))
                .isEqualTo(Result.FAIL);
        assertThat(judged(LONG, KEY.partial("ssh-rsa", 2048, null, null))).isEqualTo(Result.FAIL);
    }

    @Test
    void passesOnAPartialFactThatShowsWhatMustBeThere() {
        assertThat(judged(SOME_RSA, KEY.partial("ssh-rsa", null, null, null))).isEqualTo(Result.PASS);
        assertThat(judged(SOME_RSA, KEY.partial("ssh-ed25519", null, null, null)))
                .isEqualTo(Result.UNKNOWN);
        assertThat(judged(SOME_RSA, KEY.complete("ssh-ed25519", 256, null, false)))
                .isEqualTo(Result.FAIL);
    }

    @Test
    void isDecidedByOneSideWhateverTheOtherIs() {
        String either = SOME_RSA + " || " + MODERN;
        String both = SOME_RSA + " && " + MODERN;
        assertThat(judged(either, VERSIONS.complete(List.of("TLSv1.3")))).isEqualTo(Result.PASS);
        assertThat(judged(both, VERSIONS.complete(List.of("TLSv1.0")))).isEqualTo(Result.FAIL);
        assertThat(judged(either, VERSIONS.complete(List.of("TLSv1.0")))).isEqualTo(Result.UNKNOWN);
        assertThat(judged(both, VERSIONS.complete(List.of("TLSv1.3")))).isEqualTo(Result.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size(facts['ssh.host-key']) == 1",
                "facts['ssh.host-key'].exists_one(k, k.type == 'ssh-rsa')",
                "facts['ssh.host-key'].filter(k, k.type == 'ssh-rsa').size() == 1",
                "facts['ssh.host-key'].map(k, k.bits)[0] == 2048",
                "facts['ssh.host-key'].exists(k, has(k.certified))",
                "facts['ssh.host-key'].all(k, !has(k.certified))",
                "!(facts['ssh.host-key'].exists(k, k.type == 'ssh-dss'))"
            })
    void neverTakesPartForTheWhole(String text) {
        assertThat(judged(text, KEY.partial("ssh-rsa", 2048, null, null))).isEqualTo(Result.UNKNOWN);
        assertThat(judged(text, KEY.complete("ssh-rsa", 2048, null, null))).isNotEqualTo(Result.UNKNOWN);
    }

    @Test
    void aNegatedMembershipIsOpenInAPartialList() {
        String lacks = "facts['tls.versions-accepted'].exists(f, !('SSLv3' in f.versions))";
        assertThat(judged(lacks, VERSIONS.partial(List.of("TLSv1.2")))).isEqualTo(Result.UNKNOWN);
        assertThat(judged(lacks, VERSIONS.complete(List.of("TLSv1.2")))).isEqualTo(Result.PASS);
        assertThat(judged(lacks, VERSIONS.complete(List.of("SSLv3")))).isEqualTo(Result.FAIL);
    }

    @Test
    void aGlimpseOfWhatIsKnownWholeLeavesNoDoubtAndOneThatDiffersDoes() {
        Fact whole = KEY.complete("ssh-rsa", 4096, null, false);
        assertThat(judged(LONG, whole, KEY.partial("ssh-rsa", null, null, null)))
                .isEqualTo(Result.PASS);
        assertThat(judged(LONG, whole, KEY.partial("ssh-rsa", 1024, null, null)))
                .isEqualTo(Result.FAIL);
        assertThat(judged(LONG, whole, KEY.partial("ssh-ed25519", null, null, null)))
                .isEqualTo(Result.UNKNOWN);
    }

    @Test
    void askedForInFullAndNoneIsAnEmptyList() {
        assertThat(judged(LONG, KEY.none())).isEqualTo(Result.PASS);
        assertThat(judged(SOME_RSA, KEY.none())).isEqualTo(Result.FAIL);
    }

    @Test
    void saysWhyItIsOpen() {
        Verdict unasked = verdict(LONG, seen(), List.of());
        assertThat(unasked.unknown()).contains(UnknownReason.NOT_ASKED);
        Attempt late = Seen.attempt(Seen.endpoint(1, 22), "ssh.host-keys", Attempt.Status.TIMED_OUT);
        assertThat(verdict(LONG, seen(), List.of(late)).unknown()).contains(UnknownReason.TIMED_OUT);
        Verdict partly = verdict(MODERN, seen(VERSIONS.partial(List.of("TLSv1.2"))), List.of());
        assertThat(partly.unknown()).contains(UnknownReason.PARTLY_SEEN);
        assertThat(partly.detail()).isEqualTo("only part of tls.versions-accepted was seen");
    }

    @Test
    void aHeuristicDecidesNothing() {
        Observation guessed = Seen.seen(
                Seen.endpoint(1, 22), KEY.complete("ssh-rsa", 1024, null, false), Confidence.LIKELY, Source.PROBE);
        Verdict open = verdict(LONG, List.of(guessed), List.of());
        assertThat(open.unknown()).contains(UnknownReason.HEURISTIC_ONLY);
    }

    @Test
    void comparesMomentsWithThatOfTheLook() {
        String valid = "facts['ssh.host-key'].all(k, k.not_after > k.observed + duration('24h'))";
        assertThat(judged(valid, KEY.complete("x", 1, Seen.NOW.plus(Duration.ofDays(2)), true)))
                .isEqualTo(Result.PASS);
        assertThat(judged(valid, KEY.complete("x", 1, Seen.NOW.plus(Duration.ofHours(2)), true)))
                .isEqualTo(Result.FAIL);
        Observations seen =
                new Observations(seen(KEY.complete("x", 1, Seen.NOW.plus(Duration.ofDays(2)), true)), List.of());
        assertThat(expression(valid)
                        .judge(seen, Optional.of(Seen.NOW.plus(Duration.ofDays(2))))
                        .result())
                .isEqualTo(Result.FAIL);
        assertThat(expression(valid).comparesMoments()).isTrue();
        assertThat(expression(MODERN).comparesMoments()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    facts['ssh.hostkey'].all(k, true)             | 7  | did you mean "ssh.host-key"?
                    facts['ssh.host-key'].all(k, k.bitz > 1)      | 30 | ssh.host-key has type, bits, not_after, certified, observed
                    facts['ssh.host-key'].all(k, key.bits > 1)    | 29 | undeclared reference to 'key'
                    facts['ssh.host-key'].all(k, k.bits > 'a')    | 36 | no matching overload
                    facts['ssh.host-key'].all(k, k.type)          | 25 | no matching overload for '_&&_'
                    facts['ssh.host-key'].size()                  | 26 | expected type 'bool'
                    facts['ssh.host-key'].all(k, dyn(k) == 1)     | 32 | dyn() is not allowed
                    facts['ssh.host-key'] == []                   | 22 | only single values are compared
                    facts[id].all(k, true)                        | 0  | the id of a fact
                    1 < 2                                         | 0  | speaks of no fact
                    """)
    void everyFaultHasItsPlace(String text, int at, String message) {
        List<ExpressionFault> faults = new ArrayList<>();
        assertThat(Expression.of(text, CATALOGUE, faults)).isEmpty();
        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.message()).contains(message);
            assertThat(fault.at()).isEqualTo(at);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facts['ssh.host-key'].all(a, [1,2,3,4,5,6,7,8,9,0].all(b, [1,2,3,4,5,6,7,8,9,0].all(c, "
                        + "[1,2,3,4,5,6,7,8,9,0].all(d, [1,2,3,4,5,6,7,8,9,0].all(e, [1,2,3,4,5,6,7,8,9,0].all(f, a.bits > 0))))))",
                "facts['ssh.host-key'].all(k, k.type.matches('(a{1000}b){1000}'))",
                "facts['ssh.host-key'].all(k, k.bits / 0 == 1)"
            })
    void whatCostsTooMuchOrCannotBeComputedIsToldSo(String text) {
        Verdict verdict = verdict(text, seen(KEY.complete("ssh-rsa", 1024, null, false)), List.of());
        assertThat(verdict.unknown()).contains(UnknownReason.EXPRESSION_FAULT);
    }

    @Test
    void longOrDeepTextIsRefused() {
        String deep = "(".repeat(900) + MODERN + ")".repeat(900);
        String tooLong = MODERN + " && true".repeat(300);
        for (String text : List.of(deep, tooLong)) {
            List<ExpressionFault> faults = new ArrayList<>();
            assertThat(Expression.of(text, CATALOGUE, faults)).isEmpty();
            assertThat(faults).isNotEmpty();
        }
    }

    @Test
    void wordsInQuotesAreNoFacts() {
        String text = "facts['ssh.host-key'].all(k, k.type != \"facts['no.such']\" && k.type != 'facts')";
        assertThat(judged(text, KEY.complete("ssh-rsa", 1024, null, false))).isEqualTo(Result.PASS);
    }

    private static Result judged(String text, Fact... facts) {
        return verdict(text, seen(facts), List.of()).result();
    }

    private static Verdict verdict(String text, List<Observation> seen, List<Attempt> attempts) {
        return expression(text).judge(new Observations(seen, attempts), Optional.empty());
    }

    private static Expression expression(String text) {
        List<ExpressionFault> faults = new ArrayList<>();
        Optional<Expression> read = Expression.of(text, CATALOGUE, faults);
        assertThat(faults).isEmpty();
        return read.orElseThrow();
    }

    private static List<Observation> seen(Fact... facts) {
        List<Observation> seen = new ArrayList<>();
        for (Fact fact : facts) {
            seen.add(Seen.seen(Seen.endpoint(1, 22), fact, Confidence.CONFIRMED, Source.PROBE));
        }
        return seen;
    }
}
