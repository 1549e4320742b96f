// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What holds of controls by expression, by one of several checks and of a fact: cases made up by chance, by number. */
class WiderDemandsPropertyTest implements MadeUpCases {
    /** Results that were met, so that no property holds only because nothing ever came of a case. */
    private static final Set<Result> MET = new HashSet<>();

    @AfterAll
    static void everyResultWasMet() {
        assertThat(MET).containsExactlyInAnyOrder(Result.values());
    }

    @RepeatedTest(200)
    void unitNeverStandsAboveItsWeakestEndpoint(RepetitionInfo repetition) {
        EndpointLevels.hold(madeUp(repetition).judged());
    }

    @RepeatedTest(200)
    void oneMoreFailureRaisesNeitherEnd(RepetitionInfo repetition) {
        Case it = madeUp(repetition);
        Interval before = interval(it);
        see(it, any(repetition), 0, repetition.getCurrentRepetition() % 2 == 0);
        Interval after = interval(it);
        MadeUpCases.assertNoHigher(after, before);
    }

    @RepeatedTest(200)
    void moreEvidenceOfAPassLowersNeitherEnd(RepetitionInfo repetition) {
        Case it = madeUp(repetition);
        Interval before = interval(it);
        see(it, any(repetition), WiderCases.STRONGEST, true);
        Interval after = interval(it);
        assertThat(MadeUpCases.rank(after.achieved())).isGreaterThanOrEqualTo(MadeUpCases.rank(before.achieved()));
        assertThat(MadeUpCases.rank(after.possible())).isGreaterThanOrEqualTo(MadeUpCases.rank(before.possible()));
    }

    /** All that one question brought of one endpoint; that the service is there stays known. See docs/adr/0012. */
    @RepeatedTest(200)
    void takingAnAnswerAwayNeverRaisesTheFloorNorLowersTheCeiling(RepetitionInfo repetition) {
        Case it = madeUp(repetition);
        Interval before = interval(it);
        Observation gone = it.observations.get(repetition.getCurrentRepetition() % it.observations.size());
        Endpoint where = gone.service().endpoint();
        String protocol = gone.service().protocol();
        it.observations.removeIf(one ->
                one.service().endpoint().equals(where) && one.fact().type().startsWith(protocol + "."));
        it.attempts.removeIf(attempt ->
                attempt.endpoint().equals(where) && attempt.question().startsWith(protocol + "."));
        Interval after = interval(it);
        assertThat(MadeUpCases.rank(after.achieved())).isLessThanOrEqualTo(MadeUpCases.rank(before.achieved()));
        assertThat(MadeUpCases.rank(after.possible())).isGreaterThanOrEqualTo(MadeUpCases.rank(before.possible()));
    }

    @RepeatedTest(100)
    void noEvidenceLeavesTheFloorAtNone(RepetitionInfo repetition) {
        Case it = madeUp(repetition);
        it.observations.removeIf(one -> !one.fact().type().equals("service.recognised"));
        it.attempts.clear();
        assertThat(interval(it).achieved()).isEmpty();
        it.observations.clear();
        assertThat(interval(it).achieved()).isEmpty();
    }

    /** The same endpoint judged beside others that look alike, and alone. */
    @RepeatedTest(100)
    void neighboursNeverChangeAVerdict(RepetitionInfo repetition) {
        Case it = madeUp(repetition);
        Endpoint one = Seen.endpoint(1, 22);
        Assessment judged = it.judged();
        judged.findings().forEach(finding -> MET.add(finding.verdict().result()));
        var beside = judged.findings().stream()
                .filter(finding -> finding.endpoint().equals(Optional.of(one)))
                .toList();
        it.observations.removeIf(seen -> !seen.service().endpoint().equals(one));
        it.attempts.removeIf(attempt -> !attempt.endpoint().equals(one));
        var alone = it.judged().findings().stream()
                .filter(finding -> finding.endpoint().equals(Optional.of(one)))
                .toList();
        assertThat(alone).isEqualTo(beside);
    }

    @Test
    void aFactThatOnceMadeAControlFailStillHoldsTheFloorWhenItIsGone() {
        Case it = new Case().control("F-01", WiderCases.OF_NAMES, Case.ask("1", 10, false));
        it.asks("B-01", "1", 1);
        it.server(1, 5);
        it.observations.add(Seen.recognised(Seen.endpoint(1, 22), "x"));
        it.saw(1, WiderCases.NAMES.complete(java.util.List.of("a")));
        assertThat(interval(it).achieved()).isEmpty();
        it.observations.removeIf(one -> one.fact().is(WiderCases.NAMES));
        assertThat(interval(it).achieved()).isEmpty();
    }

    @Override
    public Case madeUp(Random random) {
        return WiderCases.madeUp(random);
    }

    private static FactType any(RepetitionInfo repetition) {
        return repetition.getCurrentRepetition() % 3 == 0 ? WiderCases.OTHER : Case.STRENGTH;
    }

    private static void see(Case it, FactType type, long bits, boolean complete) {
        Fact fact = complete ? type.complete(bits) : type.partial(bits);
        Observation one = it.observations.get(0);
        boolean spoken = it.observations.stream()
                .anyMatch(seen -> seen.service().endpoint().equals(one.service().endpoint())
                        && fact.type().startsWith(seen.service().protocol() + "."));
        if (spoken) {
            it.saw(one.service().endpoint().address().getAddress()[3], fact);
        }
    }

    private static Interval interval(Case it) {
        return it.grade().interval();
    }
}
