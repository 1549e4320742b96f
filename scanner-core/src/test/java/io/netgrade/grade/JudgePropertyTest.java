// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.Observation;
import io.netgrade.profile.Applies;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds of every assessment by one check, of evidence that is more or less or only other. */
class JudgePropertyTest implements MadeUpCases {
    private static final int SERVERS = 4;

    @RepeatedTest(200)
    void oneMoreFailureRaisesNeitherEnd(RepetitionInfo repetition) {
        Case it = madeUp(repetition);
        Interval before = it.grade().interval();
        it.server(1 + repetition.getCurrentRepetition() % SERVERS, 0);
        Interval after = it.grade().interval();
        MadeUpCases.assertNoHigher(after, before);
    }

    @RepeatedTest(200)
    void lessEvidenceNeverLowersTheCeiling(RepetitionInfo repetition) {
        Case it = madeUp(repetition);
        Interval before = it.grade().interval();
        it.observations.remove(repetition.getCurrentRepetition() % it.observations.size());
        assertThat(MadeUpCases.rank(it.grade().interval().possible()))
                .isGreaterThanOrEqualTo(MadeUpCases.rank(before.possible()));
    }

    /** A complete fact where a partial one of the same stood only narrows the interval. */
    @RepeatedTest(200)
    void askingForTheWholeOnlyNarrows(RepetitionInfo repetition) {
        Case it = madeUp(repetition);
        Interval before = it.grade().interval();
        for (Observation seen : List.copyOf(it.observations)) {
            long bits = seen.fact().number("bits").orElseThrow();
            it.saw(seen.service().endpoint().address().getAddress()[3], Case.STRENGTH.complete(bits));
        }
        Interval after = it.grade().interval();
        assertThat(MadeUpCases.rank(after.achieved())).isGreaterThanOrEqualTo(MadeUpCases.rank(before.achieved()));
        assertThat(MadeUpCases.rank(after.possible())).isEqualTo(MadeUpCases.rank(before.possible()));
    }

    /** More of what is seen in part decides, and never takes a FAIL back. */
    @RepeatedTest(200)
    void moreSightingsNeverTakeAFailureBack(RepetitionInfo repetition) {
        Case it = madeUp(repetition);
        Map<String, Result> before = results(it.judged());
        it.saw(
                1 + repetition.getCurrentRepetition() % SERVERS,
                Case.STRENGTH.partial(repetition.getCurrentRepetition() % 40));
        Map<String, Result> after = results(it.judged());
        before.forEach((id, result) -> {
            if (result == Result.FAIL) {
                assertThat(after).containsEntry(id, Result.FAIL);
            }
        });
    }

    /** With services that are forbidden from some level on. */
    @RepeatedTest(200)
    void unitNeverStandsAboveItsWeakestEndpoint(RepetitionInfo repetition) {
        Case it = madeUp(repetition);
        it.forbids(
                "T-01", Case.LEVELS.get(repetition.getCurrentRepetition() % 3).id(), Applies.EVERYWHERE);
        EndpointLevels.hold(it.judged());
    }

    @Override
    public Case madeUp(Random random) {
        Case it = new Case();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            String level = Case.LEVELS.get(random.nextInt(Case.LEVELS.size())).id();
            it.asks("A-0" + i, level, 1 + random.nextInt(40));
        }
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            int host = 1 + random.nextInt(SERVERS);
            int bits = random.nextInt(40);
            it.saw(host, random.nextBoolean() ? Case.STRENGTH.complete(bits) : Case.STRENGTH.partial(bits));
        }
        return it;
    }

    private static Map<String, Result> results(Assessment assessment) {
        return assessment.findings().stream()
                .collect(Collectors.toMap(
                        Finding::id, finding -> finding.verdict().result()));
    }
}
