// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Bar;
import io.netgrade.check.Check;
import io.netgrade.check.Clause;
import io.netgrade.check.Comparator;
import io.netgrade.check.Endings;
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
    private static final List<Attempt.Status> STATUSES = List.of(Attempt.Status.values());

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
            List<EndpointSeen> endpoints = endpoints(random);
            SeenKinds kinds = new SeenKinds(endpoints);
            for (int i = 0; i < endpoints.size(); i++) {
                Observations seen = endpoints.get(i).seen();
                Ask.Decision alone = ask.judge(CHECKS, TO_X.among(seen), asOf);
                AskOfMany.Decided decided = new AskOfMany.Decided(Optional.of(alone.check()), alone.verdict());
                assertThat(many.of(seen, kinds.at(i))).isEqualTo(decided);
                assertThat(many.of(seen, Endings.of(seen))).isEqualTo(decided);
            }
        }
    }

    @Test
    void thoseOfAKindAreAlikeButForTheirMoments() {
        List<EndpointSeen> endpoints = endpoints(new Random(1));
        SeenKinds kinds = new SeenKinds(endpoints);
        int shared = 0;
        for (int i = 0; i < endpoints.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (kinds.at(i) == kinds.at(j)) {
                    shared++;
                    assertThat(facts(endpoints.get(i))).isEqualTo(facts(endpoints.get(j)));
                    assertThat(kinds.at(i).single()).isFalse();
                }
            }
        }

        assertThat(shared).isPositive();
    }

    @Test
    void whatStoppedAnAttemptIsSaidOfThatEndpointAlone() {
        AskOfMany many = new AskOfMany(ask(demand("x.suite", Comparator.ABSENT)), TO_X, CHECKS, Optional.empty());
        Observation server = seen(1, "x", CommonFacts.RECOGNISED.complete("server"), 0);
        Observations filtered = new Observations(
                List.of(server),
                List.of(attempt("x.suites", Attempt.Status.TIMED_OUT, 1), attempt("x.other", Attempt.Status.RESET, 2)));
        Observations reset = new Observations(
                List.of(server),
                List.of(attempt("x.other", Attempt.Status.RESET, 1), attempt("x.suites", Attempt.Status.TIMED_OUT, 2)));

        assertThat(many.of(filtered, Endings.of(filtered)).verdict().detail()).isEqualTo("x.other: reset");
        assertThat(many.of(reset, Endings.of(reset)).verdict().detail()).isEqualTo("x.suites: timed-out");
    }

    private static List<Fact> facts(EndpointSeen endpoint) {
        return endpoint.seen().all().stream().map(Observation::fact).toList();
    }

    /** Some of them like others, but for moments. */
    private static List<EndpointSeen> endpoints(Random random) {
        List<EndpointSeen> endpoints = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Random kind = new Random(random.nextInt(60));
            endpoints.add(new EndpointSeen(endpoint(i), endpoint(kind, i, 105L * (random.nextInt(3) - 1))));
        }
        return endpoints;
    }

    /** Of both the same is seen; but that of the second a capture does not tell it, is worth a word. */
    @Test
    void thatACaptureShowsItIsSaidOfThatEndpointAlone() {
        AskOfMany many = new AskOfMany(ask(demand("x.suite", Comparator.PRESENT)), TO_X, CHECKS, Optional.empty());
        Fact server = CommonFacts.RECOGNISED.complete("server");

        assertThat(detail(many, seen(1, "x", server, 0))).isEqualTo("x.suites was not asked");
        assertThat(detail(many, seen(2, "x", server, 1))).isEqualTo("no capture shows x.suites, and it was not asked");
        assertThat(detail(many, seen(3, "x", server, 0), seen(3, "y", server, 1)))
                .as("the capture shows a neighbour on the port")
                .isEqualTo("x.suites was not asked");
    }

    @Test
    void restsOnWhatWasSeenAtTheEndpointItself() {
        AskOfMany many =
                new AskOfMany(ask(demand("x.suite", Comparator.NONE_OF, "weak")), TO_X, CHECKS, Optional.empty());
        Fact weak = SUITES.complete("1", List.of("weak"));
        Observations first = new Observations(List.of(seen(1, "x", weak, 10)), List.of());
        Observations second = new Observations(List.of(seen(2, "x", weak, 22)), List.of());

        assertThat(of(many, first).verdict().because()).isEqualTo(first.all());
        assertThat(of(many, second).verdict().because()).isEqualTo(second.all());
        assertThat(of(many, second).verdict().detail())
                .isSameAs(of(many, first).verdict().detail());
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
        return of(many, new Observations(List.of(seen), List.of())).verdict().result();
    }

    private static String detail(AskOfMany many, Observation... seen) {
        return of(many, new Observations(List.of(seen), List.of())).verdict().detail();
    }

    private static Optional<String> check(AskOfMany many, Observation seen) {
        return of(many, new Observations(List.of(seen), List.of())).check();
    }

    private static AskOfMany.Decided of(AskOfMany many, Observations seen) {
        return many.of(seen, Endings.of(seen));
    }

    private static Applies to(String... protocols) {
        return new Applies(Set.of(protocols), Set.of(), Set.of(), false, false);
    }

    private static Observations endpoint(Random random, int number, long later) {
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
            Observation one = seen(number, random.nextInt(3) > 0 ? "x" : "y", fact, random.nextInt(30));
            seen.add(new Observation(one.service(), fact, later(one.evidence(), later)));
        }
        seen.sort(SeenOrder.OF_OBSERVATIONS);
        List<Attempt> attempts = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            attempts.add(attempt(
                    List.of("x.suites", "x.validity", "y.suites", "connect").get(random.nextInt(4)),
                    STATUSES.get(random.nextInt(STATUSES.size())),
                    random.nextInt(5)));
        }
        attempts.sort(SeenOrder.OF_ATTEMPTS);
        return new Observations(seen, attempts);
    }

    private static Evidence later(Evidence evidence, long seconds) {
        return new Evidence(
                evidence.source(),
                evidence.time().plusSeconds(seconds),
                evidence.place(),
                evidence.frame(),
                evidence.excerpt());
    }

    private static Attempt attempt(String question, Attempt.Status status, long second) {
        return new Attempt(Seen.ENDPOINT, question, status, "", Seen.NOW.plusSeconds(second), 1, 0, 0);
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
