// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossesTest {
    private final Losses losses = new Losses();

    @Test
    void whereNothingIsLostTwoSynsAreEnough() {
        for (int i = 0; i < 1_000; i++) {
            losses.answered(0, 20);
        }
        assertThat(losses.tries(false)).isEqualTo(2);
    }

    @Test
    void aSingleLateAnswerSaysLittle() {
        losses.answered(0, 20);
        losses.answered(0, 1_020);

        assertThat(losses.tries(false)).isLessThanOrEqualTo(4);
    }

    /** The share lost one way; a try is lost where one of its two packets is. */
    @ParameterizedTest
    @CsvSource({"0.01,3", "0.05,5", "0.1,7", "0.2,8", "0.5,8"})
    void whereMuchIsLostMoreAreSent(double share, int tries) {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            int before = 0;
            while (before < 8 && random.nextDouble() < 1 - (1 - share) * (1 - share)) {
                before++;
            }
            if (before < 8) {
                losses.answered(before, 20);
            }
        }
        assertThat(losses.tries(false)).isEqualTo(tries);
    }

    @Test
    void whatWasOpenIsTriedMoreOften() {
        assertThat(losses.tries(true)).isEqualTo(6);
        for (int i = 0; i < 1_000; i++) {
            losses.answered(1, 20);
        }
        assertThat(losses.tries(true)).isEqualTo(8);
    }

    @Test
    void theShareIsKnownAfterAThousandAnswers() {
        for (int i = 0; i < 999; i++) {
            losses.answered(i % 2, 20);
        }
        assertThat(losses.known()).isFalse();
        losses.answered(0, 20);
        assertThat(losses.known()).isTrue();
    }

    @Test
    void aLongWayIsNoLoss() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(losses.answered(0, 1_200)).isTrue();
        }
        assertThat(losses.tries(false)).isEqualTo(2);
    }

    @Test
    void theTimeOfAnAnswerThatTwoSynsMayHaveBroughtIsNone() {
        assertThat(losses.answered(0, 20)).isTrue();
        assertThat(losses.answered(0, 1_020)).isFalse();
        assertThat(losses.answered(1, 20)).as("a connection of its own").isTrue();
    }

    @Test
    void theKernelSendsASynAfterOneSecondAndTwoAndFourMore() {
        assertThat(Losses.syns(300)).isEqualTo(1);
        assertThat(Losses.syns(1_300)).isEqualTo(2);
        assertThat(Losses.syns(3_000)).isEqualTo(2);
        assertThat(Losses.syns(3_300)).isEqualTo(3);
        assertThat(Losses.syns(7_100)).isEqualTo(4);
    }
}
