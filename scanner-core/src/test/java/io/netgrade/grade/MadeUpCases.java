// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.profile.Control;
import io.netgrade.profile.Level;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds of every assessment whatever is asked, shown on cases made up by chance: the repetition's number is the seed. */
interface MadeUpCases {
    Case madeUp(Random random);

    default Case madeUp(RepetitionInfo repetition) {
        return madeUp(new Random(repetition.getCurrentRepetition()));
    }

    @RepeatedTest(200)
    default void floorNeverStandsAboveTheCeiling(RepetitionInfo repetition) {
        Interval interval = madeUp(repetition).grade().interval();
        assertThat(rank(interval.achieved())).isLessThanOrEqualTo(rank(interval.possible()));
    }

    @RepeatedTest(200)
    default void orderOfTheEvidenceNeverMatters(RepetitionInfo repetition) {
        Case it = madeUp(repetition);
        Assessment before = it.judged();
        Collections.shuffle(it.observations, new Random(repetition.getCurrentRepetition()));
        Collections.shuffle(it.attempts, new Random(repetition.getCurrentRepetition()));
        assertThat(it.judged()).isEqualTo(before);
    }

    @RepeatedTest(50)
    default void everyControlLeavesAFinding(RepetitionInfo repetition) {
        Case it = madeUp(repetition);
        assertThat(it.judged().findings())
                .extracting(finding -> finding.control().id())
                .containsAll(it.controls.stream().map(Control::id).toList());
    }

    /** No higher at either end. */
    static void assertNoHigher(Interval after, Interval before) {
        assertThat(rank(after.achieved())).isLessThanOrEqualTo(rank(before.achieved()));
        assertThat(rank(after.possible())).isLessThanOrEqualTo(rank(before.possible()));
    }

    static int rank(Optional<Level> level) {
        return level.map(Level::rank).orElse(-1);
    }
}
