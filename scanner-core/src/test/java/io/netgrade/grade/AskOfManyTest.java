// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Bar;
import io.netgrade.check.Check;
import io.netgrade.check.Clause;
import io.netgrade.check.Comparator;
import io.netgrade.check.FieldCheck;
import io.netgrade.check.Seen;
import io.netgrade.check.Verdict;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.fact.Sighting;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Demand;
import io.netgrade.profile.Level;
import io.netgrade.profile.Severity;
import io.netgrade.yaml.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An ask put to many endpoints says of each what it says of that one alone. */
class AskOfManyTest {
    private static final FactType CERTIFICATE =
            FactType.of("x.certificate", "").text("subject", "").instant("until", "");
    private static final FactType SUITES =
            FactType.of("x.suites", "").text("version", "").names("suites", "");
    private static final FactType OF_Y = FactType.of("y.suites", "").names("suites", "");
    private static final Map<String, Check> CHECKS = Map.of(
            "x.validity", FieldCheck.of("x.validity", "", CERTIFICATE, "until"),
            "x.suite", FieldCheck.of("x.suite", "", SUITES, "suites").inClear(),
            "y.suite", FieldCheck.of("y.suite", "", OF_Y, "suites"),
            "service.presence", FieldCheck.of("service.presence", "", CommonFacts.RECOGNISED, "role"));
    private static final Ask ASK = ask(
            demand("x.validity", Comparator.AFTER_OBSERVED, "0"),
            demand("x.suite", Comparator.NONE_OF, "weak"),
            demand("x.unknown", Comparator.PRESENT));
    private static final Applies TO_X = to("x");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void saysOfEachWhatItSaysOfThatOneAlone(long seed) {
        Random random = new Random(seed);
        for (Ask ask : List.of(
                ASK,
                ask(demand("x.validity", Comparator.AFTER_OBSERVED, "1")),
                ask(demand("x.suite", Comparator.ONLY, "strong")),
                ask(demand("service.presence", Comparator.ABSENT)))) {
            Optional<Instant> asOf = random.nextInt(4) == 0 ? Optional.of(Seen.NOW) : Optional.empty();
            AskOfMany many = new AskOfMany(ask, TO_X, CHECKS, asOf);
            for (int i = 0; i < 400; i++) {
                Observations seen = endpoint(random, i);
                Ask.Decision alone = ask.judge(CHECKS, TO_X.among(seen), asOf);
                assertThat(many.of(seen)).isEqualTo(new AskOfMany.Decided(Optional.of(alone.check()), alone.verdict()));
            }
        }
    }

    @Test
    void restsOnWhatWasSeenAtTheEndpointItself() {
        AskOfMany many =
                new AskOfMany(ask(demand("x.suite", Comparator.NONE_OF, "weak")), TO_X, CHECKS, Optional.empty());
        Fact weak = SUITES.complete("1", List.of("weak"));
        Observations first = new Observations(List.of(seen(1, "x", weak, 10)), List.of());
        Observations second = new Observations(List.of(seen(2, "x", weak, 22)), List.of());

        assertThat(many.of(first).verdict().because()).isEqualTo(first.all());
        assertThat(many.of(second).verdict().because()).isEqualTo(second.all());
        assertThat(many.of(second).verdict().detail())
                .isSameAs(many.of(first).verdict().detail());
    }

    @Test
    void asksOfSeveralProtocolsOnlyThatWhichIsSpokenThere() {
        Ask both = ask(demand("x.suite", Comparator.NONE_OF, "weak"), demand("y.suite", Comparator.NONE_OF, "weak"));
        AskOfMany many = new AskOfMany(both, to("x", "y"), CHECKS, Optional.empty());
        Fact strong = SUITES.complete("1", List.of("strong"));
        Fact strongOfY = OF_Y.complete(List.of("strong"));
        Fact server = CommonFacts.RECOGNISED.complete("server");

        assertThat(result(many, seen(1, "x", strong, 10))).isEqualTo(Verdict.Result.PASS);
        assertThat(result(many, seen(2, "y", strongOfY, 10))).isEqualTo(Verdict.Result.PASS);
        assertThat(result(many, seen(3, "x", strong, 10), seen(3, "y", server, 11)))
                .isEqualTo(Verdict.Result.UNKNOWN);
        assertThat(check(many, seen(4, "x", server, 10))).contains("x.suite");
        assertThat(check(many, seen(5, "y", server, 10))).contains("y.suite");
    }

    @Test
    void asksEverythingWhereNothingOfItIsSpoken() {
        Ask both = ask(demand("x.suite", Comparator.NONE_OF, "weak"), demand("y.suite", Comparator.NONE_OF, "weak"));
        AskOfMany many = new AskOfMany(both, to("x", "y", "z"), CHECKS, Optional.empty());
        Fact server = CommonFacts.RECOGNISED.complete("server");

        assertThat(result(many, seen(1, "z", server, 10))).isEqualTo(Verdict.Result.UNKNOWN);
    }

    @Test
    void asksAlwaysOfAProtocolThatTheControlIsNotAbout() {
        Ask both = ask(demand("x.suite", Comparator.NONE_OF, "weak"), demand("y.suite", Comparator.NONE_OF, "weak"));
        AskOfMany many = new AskOfMany(both, TO_X, CHECKS, Optional.empty());
        Fact strong = SUITES.complete("1", List.of("strong"));

        assertThat(result(many, seen(1, "x", strong, 10))).isEqualTo(Verdict.Result.UNKNOWN);
    }

    @Test
    void aCertificateThatRanOutBetweenTwoLooksIsTwoVerdicts() {
        AskOfMany many = new AskOfMany(
                ask(demand("x.validity", Comparator.AFTER_OBSERVED, "0")), TO_X, CHECKS, Optional.empty());
        Fact certificate = CERTIFICATE.complete("s", Seen.NOW.plusSeconds(15));

        assertThat(result(many, seen(1, "x", certificate, 10))).isEqualTo(Verdict.Result.PASS);
        assertThat(result(many, seen(2, "x", certificate, 20))).isEqualTo(Verdict.Result.FAIL);
        assertThat(result(many, seen(3, "x", certificate, 11))).isEqualTo(Verdict.Result.PASS);
    }

    private static Verdict.Result result(AskOfMany many, Observation... seen) {
        return many.of(new Observations(List.of(seen), List.of())).verdict().result();
    }

    private static Optional<String> check(AskOfMany many, Observation seen) {
        return many.of(new Observations(List.of(seen), List.of())).check();
    }

    private static Applies to(String... protocols) {
        return new Applies(Set.of(protocols), Set.of(), Set.of(), false, false);
    }

    private static Observations endpoint(Random random, int number) {
        List<Observation> seen = new ArrayList<>();
        for (int left = random.nextInt(5); left >= 0; left--) {
            Fact fact = switch (random.nextInt(4)) {
                case 0 -> CERTIFICATE.complete("s" + random.nextInt(2), Seen.NOW.plusSeconds(random.nextInt(30)));
                case 1 -> SUITES.partial("1", List.of(random.nextBoolean() ? "weak" : "strong"));
                case 2 ->
                    SUITES.complete(
                            random.nextBoolean() ? "1" : null, List.of(random.nextBoolean() ? "weak" : "strong"));
                default -> CommonFacts.RECOGNISED.complete("server");
            };
            seen.add(seen(number, random.nextInt(3) > 0 ? "x" : "y", fact, random.nextInt(30)));
        }
        seen.sort(SeenOrder.OF_OBSERVATIONS);
        boolean probed = random.nextInt(10) == 0;
        Attempt attempt = new Attempt(endpoint(number), "x.suites", Attempt.Status.TIMED_OUT, "", Seen.NOW, 1, 0, 0);
        return new Observations(seen, probed ? List.of(attempt) : List.of());
    }

    private static Observation seen(int endpoint, String protocol, Fact fact, long second) {
        Confidence confidence = second % 5 == 4 ? Confidence.LIKELY : Confidence.CONFIRMED;
        List<String> layers = second % 7 == 6 ? List.of("x") : List.of();
        return new Observation(
                new Sighting(endpoint(endpoint), protocol, layers, confidence),
                fact,
                new Evidence(
                        second % 3 == 0 ? Source.PROBE : Source.CAPTURE,
                        Seen.NOW.plusSeconds(second),
                        "f",
                        second,
                        ""));
    }

    private static Endpoint endpoint(int number) {
        return new Endpoint(Seen.ENDPOINT.address(), number + 1, Transport.TCP);
    }

    private static Demand demand(String check, Comparator comparator, String... operands) {
        return new Demand.OfCheck(check, new Bar(List.of(Clause.of(comparator, operands))));
    }

    private static Ask ask(Demand... demands) {
        return new Ask(new Level("1", 0, new Text("", "")), Severity.HIGH, false, List.of(demands));
    }
}
