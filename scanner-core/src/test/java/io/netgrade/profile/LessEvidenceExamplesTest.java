// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.yaml.MistakesException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every example of every profile that ships, with less evidence: nothing that failed or was open passes or ceases to apply, and
 * nothing that did not fail fails. That the service is there stays known. See docs/adr/0012.
 */
class LessEvidenceExamplesTest {
    private static final Set<Result> STOPS = EnumSet.of(Result.FAIL, Result.UNKNOWN);

    private static final List<Case> CASES = new ArrayList<>();

    private record Case(Profile profile, Control control, ProfileExamples.Outcome outcome) {}

    @BeforeAll
    static void readsThemAll() throws MistakesException {
        Vocabulary vocabulary = ProtocolCatalog.vocabulary();
        for (String id : ProfileSource.shippedIds()) {
            Profile profile = new ProfileReader(vocabulary).read(ProfileSource.shipped(id));
            for (ProfileExamples.Outcome outcome : new ProfileExamples(vocabulary).run(ProfileSource.shipped(id))) {
                Control control = profile.control(outcome.example().control()).orElseThrow();
                CASES.add(new Case(profile, control, outcome));
            }
        }
    }

    /** Where a control applies by a fact, the answers of the fact's protocol go with it. */
    @Test
    void withoutAllThatIsToldOfAFact() {
        List<String> worse = new ArrayList<>();
        for (Case one : CASES) {
            Observations given = one.outcome().example().given();
            for (String type : types(given)) {
                String protocol = Spoken.protocolOf(type);
                boolean byFact = !one.control().applies().facts().isEmpty();
                worse.addAll(judged(
                        one,
                        new Observations(
                                these(given, seen -> !seen.fact().type().equals(type)),
                                given.attempts().stream()
                                        .filter(attempt -> !byFact
                                                || !Spoken.protocolOf(attempt.question())
                                                        .equals(protocol))
                                        .toList()),
                        "without " + type));
            }
        }
        assertThat(worse).isEmpty();
    }

    @Test
    void withoutAnyOneAttemptOrAllOfThem() {
        List<String> worse = new ArrayList<>();
        for (Case one : CASES) {
            Observations given = one.outcome().example().given();
            worse.addAll(judged(one, new Observations(given.all(), List.of()), "without attempts"));
            given.attempts()
                    .forEach(gone -> worse.addAll(judged(
                            one,
                            new Observations(
                                    given.all(),
                                    given.attempts().stream()
                                            .filter(attempt -> !attempt.equals(gone))
                                            .toList()),
                            "without " + gone)));
        }
        assertThat(worse).isEmpty();
    }

    @Test
    void withLessThatIsSeenWhole() {
        List<String> worse = new ArrayList<>();
        for (Case one : CASES) {
            Observations given = one.outcome().example().given();
            for (Observation whole : these(given, seen -> seen.fact().complete())) {
                List<Observation> less = given.all().stream()
                        .map(seen -> seen.equals(whole) ? partly(seen) : seen)
                        .toList();
                worse.addAll(judged(one, new Observations(less, given.attempts()), "in part " + whole.fact()));
            }
        }
        assertThat(worse).isEmpty();
    }

    @Test
    void examplesOfEveryResultWereTried() {
        assertThat(CASES).extracting(one -> one.outcome().verdict().result()).contains(Result.values());
        assertThat(CASES).hasSizeGreaterThan(1000);
    }

    private static List<String> judged(Case one, Observations less, String how) {
        Example example = one.outcome().example();
        Result before = one.outcome().verdict().result();
        Result after = new ProfileExamples(ProtocolCatalog.vocabulary())
                .run(
                        one.profile(),
                        new Example(
                                example.control(),
                                example.file(),
                                example.line(),
                                example.says(),
                                example.level(),
                                example.expected(),
                                less,
                                example.vantage(),
                                example.unitType()))
                .verdict()
                .result();
        boolean rises = STOPS.contains(before) && !STOPS.contains(after);
        boolean fails = before != Result.FAIL && after == Result.FAIL;
        return rises || fails
                ? List.of(example.file() + ":" + example.line() + " " + how + ": " + before + " to " + after)
                : List.of();
    }

    private static List<String> types(Observations given) {
        return given.all().stream()
                .map(seen -> seen.fact().type())
                .filter(type -> !type.startsWith("service."))
                .distinct()
                .toList();
    }

    private static List<Observation> these(Observations given, Predicate<Observation> such) {
        return given.all().stream().filter(such).toList();
    }

    private static Observation partly(Observation seen) {
        Fact whole = seen.fact();
        return new Observation(seen.service(), new Fact(whole.type(), false, whole.value()), seen.evidence());
    }
}
