// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import static io.netgrade.check.Comparator.ABSENT;
import static io.netgrade.check.Comparator.AFTER_OBSERVED;
import static io.netgrade.check.Comparator.ANY_OF;
import static io.netgrade.check.Comparator.AT_LEAST;
import static io.netgrade.check.Comparator.BEFORE_OBSERVED;
import static io.netgrade.check.Comparator.EQUALS;
import static io.netgrade.check.Comparator.NONE_OF;
import static io.netgrade.check.Comparator.ONLY;
import static io.netgrade.check.Comparator.PRESENT;
import static io.netgrade.check.Seen.attempt;
import static io.netgrade.check.Seen.captured;
import static io.netgrade.check.Seen.guessed;
import static io.netgrade.check.Seen.probed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.fact.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldCheckTest {
    private static final FactType NAMES = FactType.of("x.offer", "").names("names", "");
    private static final FactType KEY = FactType.of("x.key", "")
            .text("type", "")
            .number("bits", "")
            .instant("until", "")
            .flag("own", "");

    private static final FieldCheck OFFER = FieldCheck.of("x.offer", "", NAMES, "names");
    private static final FieldCheck SIZE = FieldCheck.of("x.size", "", KEY, "bits");

    @Test
    void nameRuledOutFailsThoughOnlyPartWasSeen() {
        Verdict verdict = offer(Clause.of(NONE_OF, "weak"), captured(NAMES.partial(List.of("good", "weak"))));
        assertThat(verdict.result()).isEqualTo(Result.FAIL);
        assertThat(verdict.detail()).contains("weak").doesNotContain("good");
        assertThat(verdict.because()).hasSize(1);
    }

    @Test
    void wholeListWithoutTheNamePasses() {
        assertThat(offer(Clause.of(NONE_OF, "weak"), probed(NAMES.complete(List.of("good"))))
                        .result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void partOfAListNeverPasses() {
        assertUnknown(
                UnknownReason.PARTLY_SEEN, offer(Clause.of(NONE_OF, "weak"), captured(NAMES.partial(List.of("good")))));
        assertUnknown(
                UnknownReason.PARTLY_SEEN, offer(Clause.of(ONLY, "good"), captured(NAMES.partial(List.of("good")))));
    }

    @Test
    void onlyFailsForAStranger() {
        assertThat(offer(Clause.of(ONLY, "good"), probed(NAMES.complete(List.of("good", "odd"))))
                        .detail())
                .isEqualTo("offer: odd, only good asked");
    }

    @Test
    void heuristicNeitherFailsNorPasses() {
        assertUnknown(
                UnknownReason.HEURISTIC_ONLY,
                offer(Clause.of(NONE_OF, "weak"), guessed(NAMES.complete(List.of("weak")))));
        assertUnknown(
                UnknownReason.HEURISTIC_ONLY,
                offer(Clause.of(NONE_OF, "weak"), guessed(NAMES.complete(List.of("good")))));
    }

    @Test
    void heuristicBesideAProofChangesNothing() {
        assertThat(offer(
                                Clause.of(NONE_OF, "weak"),
                                probed(NAMES.complete(List.of("good"))),
                                guessed(NAMES.partial(List.of("good"))))
                        .result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void oneSightingOfAnyPasses() {
        assertThat(offer(Clause.of(ANY_OF, "a", "b"), captured(NAMES.partial(List.of("b"))))
                        .result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void missOfAnyFailsOnlyOnTheWhole() {
        assertUnknown(UnknownReason.PARTLY_SEEN, offer(Clause.of(ANY_OF, "a"), captured(NAMES.partial(List.of("c")))));
        assertThat(offer(Clause.of(ANY_OF, "a"), probed(NAMES.complete(List.of("c"))))
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void emptyWholeListHoldsNothingRuledOut() {
        assertThat(offer(Clause.of(NONE_OF, "weak"), probed(NAMES.complete(List.of())))
                        .result())
                .isEqualTo(Result.PASS);
        assertThat(offer(Clause.of(ANY_OF, "good"), probed(NAMES.complete(List.of())))
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @ParameterizedTest
    @CsvSource({"AT_LEAST,2047,FAIL", "AT_LEAST,2048,PASS", "AT_MOST,2048,PASS", "AT_MOST,2049,FAIL"})
    void numbersCompareAtTheirBounds(Comparator comparator, int bits, Result result) {
        assertThat(size(Clause.of(comparator, "2048"), key("rsa", bits)).result())
                .isEqualTo(result);
    }

    @Test
    void numberIsToldWithItsKind() {
        assertThat(size(Clause.of(AT_LEAST, "2048"), key("rsa", 1024)).detail())
                .isEqualTo("key (rsa) bits: 1024, at least 2048 asked");
    }

    @Test
    void everyWholeFactCounts() {
        assertThat(size(Clause.of(AT_LEAST, "2048"), key("rsa", 4096), key("dsa", 1024))
                        .result())
                .isEqualTo(Result.FAIL);
        assertThat(size(Clause.of(AT_LEAST, "2048"), key("rsa", 4096), key("dsa", 2048))
                        .result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void whatIsKnownOfOneKindSaysNothingOfAnother() {
        Observation glimpse = captured(KEY.partial("dsa", 2048, null, null));
        assertUnknown(UnknownReason.PARTLY_SEEN, size(Clause.of(AT_LEAST, "2048"), key("rsa", 4096), glimpse));
        assertThat(size(Clause.of(AT_LEAST, "2048"), key("dsa", 2048), glimpse).result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void filterLooksOnlyAtWhatFits() {
        Clause clause = where("type", "rsa", AT_LEAST, "2048");
        assertThat(size(clause, key("rsa", 4096), key("ec", 256)).result()).isEqualTo(Result.PASS);
        assertUnknown(UnknownReason.PARTLY_SEEN, size(clause, key("ec", 256)));
    }

    @Test
    void clauseThatFitsNothingLeavesTheOthersToDecide() {
        Bar bar = new Bar(List.of(where("type", "rsa", AT_LEAST, "2048"), where("type", "ec", AT_LEAST, "250")));
        assertThat(SIZE.judge(Seen.of(key("ec", 256)), bar, Optional.empty()).result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void partThatMayFitTheFilterLeavesADoubt() {
        Bar bar = new Bar(List.of(where("type", "rsa", AT_LEAST, "2048"), where("type", "ec", AT_LEAST, "250")));
        Observation nameless = captured(KEY.partial(null, null, null, true));
        assertUnknown(UnknownReason.PARTLY_SEEN, SIZE.judge(Seen.of(nameless), bar, Optional.empty()));
    }

    @Test
    void failBeatsUnknownBeatsPass() {
        Bar bar = new Bar(List.of(Clause.of(AT_LEAST, "2048"), field("own", EQUALS, "false")));
        assertUnknown(
                UnknownReason.PARTLY_SEEN,
                SIZE.judge(
                        Seen.of(key("rsa", 4096), captured(KEY.partial("ec", null, null, false))),
                        bar,
                        Optional.empty()));
        assertThat(SIZE.judge(
                                Seen.of(key("rsa", 1024), captured(KEY.partial("ec", null, null, false))),
                                bar,
                                Optional.empty())
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void flagSeenInPartMatchesOnlyPartly() {
        Clause own = field("own", EQUALS, "true");
        assertUnknown(UnknownReason.PARTLY_SEEN, size(own, captured(KEY.partial("rsa", null, null, true))));
        assertThat(size(own, captured(KEY.partial("rsa", null, null, false))).result())
                .isEqualTo(Result.FAIL);
        assertThat(size(own, probed(KEY.complete("rsa", null, null, true))).result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void fieldThatIsNotKnownDecidesNothing() {
        assertUnknown(
                UnknownReason.PARTLY_SEEN,
                size(Clause.of(AT_LEAST, "2048"), probed(KEY.complete("rsa", null, null, null))));
    }

    @Test
    void noneAtAllIsWithinEveryBarUnlessSomethingWasSeen() {
        Clause size = where("type", "rsa", AT_LEAST, "2048");
        assertThat(size(size, probed(KEY.none())).result()).isEqualTo(Result.PASS);
        assertUnknown(
                UnknownReason.PARTLY_SEEN,
                size(size, probed(KEY.none()), captured(KEY.partial(null, null, null, true))));
        assertUnknown(
                UnknownReason.PARTLY_SEEN,
                size(size, probed(KEY.none()), captured(KEY.partial("rsa", 4096, null, null))));
        assertThat(size(size, probed(KEY.none()), captured(KEY.partial("rsa", 1024, null, null)))
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void absentFailsOnSight() {
        assertThat(size(Clause.of(ABSENT), key("rsa", 4096)).result()).isEqualTo(Result.FAIL);
    }

    @Test
    void absentFieldIsProvedByAWholeFactWithoutIt() {
        Clause noDate = field("until", ABSENT);
        assertThat(size(noDate, key("rsa", 4096)).result()).isEqualTo(Result.PASS);
        assertUnknown(UnknownReason.PARTLY_SEEN, size(noDate, captured(KEY.partial("rsa", 4096, null, null))));
        assertThat(size(noDate, captured(KEY.partial("rsa", 4096, Seen.NOW, null)))
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void absentKindIsProvedByWholeFactsOfOtherKinds() {
        Clause noDsa = where("type", "dsa", ABSENT);
        assertThat(size(noDsa, key("rsa", 4096)).result()).isEqualTo(Result.PASS);
        assertThat(size(noDsa, key("dsa", 1024)).result()).isEqualTo(Result.FAIL);
        assertUnknown(UnknownReason.HEURISTIC_ONLY, size(noDsa, guessed(KEY.complete("dsa", 1, null, null))));
        assertUnknown(UnknownReason.PARTLY_SEEN, size(noDsa, captured(KEY.partial("rsa", 4096, null, null))));
    }

    @Test
    void presentFailsOnlyWhereAllWasSeen() {
        Clause dated = field("until", PRESENT);
        assertThat(size(dated, captured(KEY.partial("rsa", 1, Seen.NOW, null))).result())
                .isEqualTo(Result.PASS);
        assertThat(size(dated, key("rsa", 4096)).result()).isEqualTo(Result.FAIL);
        assertUnknown(UnknownReason.PARTLY_SEEN, size(dated, captured(KEY.partial("rsa", 1, null, null))));
    }

    @Test
    void datesCompareWithTheMomentOfTheLook() {
        Clause valid = field("until", AFTER_OBSERVED, "0");
        assertThat(size(valid, dated(Seen.NOW.plusSeconds(1))).result()).isEqualTo(Result.PASS);
        assertThat(size(valid, dated(Seen.NOW)).result()).isEqualTo(Result.FAIL);
        Clause soon = field("until", BEFORE_OBSERVED, "30");
        assertThat(size(soon, dated(Seen.NOW.plus(Duration.ofDays(30)))).result())
                .isEqualTo(Result.PASS);
        assertThat(size(soon, dated(Seen.NOW.plus(Duration.ofDays(31)))).result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void anotherDateCanBeAskedFor() {
        Bar bar = new Bar(List.of(field("until", AFTER_OBSERVED, "0")));
        Observations seen = Seen.of(dated(Seen.NOW.plusSeconds(60)));
        assertThat(SIZE.judge(seen, bar, Optional.of(Seen.NOW.plusSeconds(120))).result())
                .isEqualTo(Result.FAIL);
    }

    @ParameterizedTest
    @CsvSource({
        "BANNED,BANNED",
        "BUDGET_SPENT,BUDGET_SPENT",
        "CLOSED_EARLY,CLOSED_EARLY",
        "FAULT,PROBE_FAULT",
        "FILTERED,FILTERED",
        "OUT_OF_SCOPE,OUT_OF_SCOPE",
        "OUT_OF_WINDOW,OUT_OF_WINDOW",
        "REFUSED,UNREACHABLE",
        "RESET,CLOSED_EARLY",
        "TIMED_OUT,TIMED_OUT",
        "UNREACHABLE,UNREACHABLE",
        "ANSWERED,NOT_ASKED",
        "NOT_THIS_PROTOCOL,NOT_ASKED"
    })
    void endOfTheAttemptSaysWhyNothingIsKnown(Status status, UnknownReason reason) {
        assertUnknown(reason, unseen(List.of(), attempt(Seen.ENDPOINT, "x.keys", status)));
    }

    @Test
    void attemptsOfOtherProtocolsSayNothing() {
        assertUnknown(UnknownReason.NOT_ASKED, unseen(List.of(), attempt(Seen.ENDPOINT, "y.keys", Status.TIMED_OUT)));
    }

    @Test
    void connectThatFailedSaysWhy() {
        assertUnknown(UnknownReason.FILTERED, unseen(List.of(), attempt(Seen.ENDPOINT, "connect", Status.FILTERED)));
    }

    @Test
    void captureThatCannotShowItSaysSo() {
        List<Observation> offer = List.of(captured(NAMES.complete(List.of("good"))));
        assertUnknown(UnknownReason.NOT_ASKED, unseen(offer));
        FieldCheck hidden = SIZE.encryptedInCaptures();
        assertUnknown(
                UnknownReason.ENCRYPTED,
                hidden.judge(
                        new Observations(offer, List.of()), new Bar(List.of(Clause.of(ABSENT))), Optional.empty()));
    }

    @Test
    void inClearOnlyIgnoresWhatIsCarriedByTls() {
        Fact weak = NAMES.complete(List.of("weak"));
        Observation inTls = new Observation(
                new Sighting(Seen.ENDPOINT, "x", List.of("tls"), Confidence.CONFIRMED),
                weak,
                probed(weak).evidence());
        Bar bar = new Bar(List.of(Clause.of(NONE_OF, "weak")));
        assertUnknown(UnknownReason.NOT_ASKED, OFFER.inClear().judge(Seen.of(inTls), bar, Optional.empty()));
        assertThat(OFFER.inClear()
                        .judge(Seen.of(inTls, probed(weak)), bar, Optional.empty())
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void inClearOnlyLooksAtWhatACarrierThatHidesNothingCarries() {
        Fact weak = NAMES.complete(List.of("weak"));
        Observation inHttp = new Observation(
                new Sighting(Seen.ENDPOINT, "x", List.of("http"), Confidence.CONFIRMED),
                weak,
                probed(weak).evidence());
        Bar bar = new Bar(List.of(Clause.of(NONE_OF, "weak")));
        assertThat(OFFER.inClear().judge(Seen.of(inHttp), bar, Optional.empty()).result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void keepsTwentyReasonsAtMost() {
        Observation[] many =
                IntStream.range(0, 30).mapToObj(bits -> key("rsa", bits)).toArray(Observation[]::new);
        assertThat(size(Clause.of(AT_LEAST, "2048"), many).because()).hasSize(20);
    }

    @Test
    void clauseRefusesOperandsThatDoNotFit() {
        assertThatThrownBy(() -> Clause.of(AT_LEAST, "many")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Clause.of(ONLY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Clause.of(ABSENT, "true")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Clause.of(AFTER_OBSERVED, "9223372036854775807"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Clause.of(EQUALS, "a", "b")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Verdict offer(Clause clause, Observation... seen) {
        return OFFER.judge(Seen.of(seen), new Bar(List.of(clause)), Optional.empty());
    }

    private static Verdict size(Clause clause, Observation... seen) {
        return SIZE.judge(Seen.of(seen), new Bar(List.of(clause)), Optional.empty());
    }

    private static Verdict unseen(List<Observation> others, Attempt... attempts) {
        Bar bar = new Bar(List.of(Clause.of(AT_LEAST, "1")));
        return SIZE.judge(new Observations(others, List.of(attempts)), bar, Optional.empty());
    }

    private static Observation key(String type, int bits) {
        return Seen.seen(Seen.ENDPOINT, KEY.complete(type, bits, null, null), Confidence.CONFIRMED, Source.PROBE);
    }

    private static Observation dated(Instant until) {
        return probed(KEY.complete("rsa", 2048, until, null));
    }

    private static Clause where(String field, String value, Comparator comparator, String... operands) {
        return new Clause(Map.of(field, List.of(value)), Optional.empty(), comparator, List.of(operands));
    }

    private static Clause field(String field, Comparator comparator, String... operands) {
        return new Clause(Map.of(), Optional.of(field), comparator, List.of(operands));
    }

    private static void assertUnknown(UnknownReason reason, Verdict verdict) {
        assertThat(verdict.unknown()).as(verdict.detail()).contains(reason);
    }
}
