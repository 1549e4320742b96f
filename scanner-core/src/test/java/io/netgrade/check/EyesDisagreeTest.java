// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import static io.netgrade.check.Seen.captured;
import static io.netgrade.check.Seen.guessed;
import static io.netgrade.check.Seen.probed;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What two eyes that differ come to: the worse reading counts for FAIL, and a PASS needs that nothing contradicts it. */
class EyesDisagreeTest {
    private static final FactType OFFER =
            FactType.of("x.offer", "").text("version", "").names("names", "");
    private static final FieldCheck CHECK = FieldCheck.of("x.offer", "", OFFER, "names");

    @Test
    void worseReadingFails() {
        Observation good = probed(OFFER.complete("1.2", List.of("a")));
        assertThat(judged(good, captured(OFFER.partial("1.2", List.of("weak")))).result())
                .isEqualTo(Result.FAIL);
        assertThat(judged(good, captured(OFFER.complete("1.2", List.of("weak"))))
                        .result())
                .isEqualTo(Result.FAIL);
        assertThat(judged(probed(OFFER.complete("1.2", List.of("weak"))), captured(OFFER.complete("1.2", List.of("a"))))
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void partWithinTheWholeLeavesThePass() {
        assertThat(judged(
                                probed(OFFER.complete("1.2", List.of("a", "b"))),
                                captured(OFFER.partial("1.2", List.of("b"))))
                        .result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void partOutsideTheWholeTakesThePassAwayThoughNothingOfItIsWeak() {
        Verdict verdict =
                judged(probed(OFFER.complete("1.2", List.of("a", "b"))), captured(OFFER.partial("1.2", List.of("c"))));
        assertThat(verdict.unknown()).contains(UnknownReason.EYES_DISAGREE);
        assertThat(verdict.detail()).contains("c").contains("not within");
    }

    @Test
    void partOfAnotherWholeIsNoContradiction() {
        assertThat(judged(
                                probed(OFFER.complete("1.2", List.of("a"))),
                                probed(OFFER.complete("1.3", List.of("c"))),
                                captured(OFFER.partial("1.3", List.of("c"))))
                        .result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void twoWholesThatBothHoldPassThoughTheyDiffer() {
        assertThat(judged(probed(OFFER.complete("1.2", List.of("a"))), captured(OFFER.complete("1.2", List.of("c"))))
                        .result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void heuristicContradictsNothing() {
        assertThat(judged(probed(OFFER.complete("1.2", List.of("a"))), guessed(OFFER.partial("1.2", List.of("c"))))
                        .result())
                .isEqualTo(Result.PASS);
    }

    private static Verdict judged(Observation... all) {
        Bar bar = new Bar(List.of(Clause.of(Comparator.NONE_OF, "weak")));
        return CHECK.judge(Seen.of(all), bar, Optional.empty());
    }
}
