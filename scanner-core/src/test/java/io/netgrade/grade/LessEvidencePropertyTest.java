// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.profile.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Less evidence raises no floor and lowers no ceiling, while each service stays known: cases made up by chance, by number. What
 * less is, and what is not meant, stands in docs/adr/0012.
 */
class LessEvidencePropertyTest {
    /** How often something was taken away, and how often that moved a level: that the cases are no empty ones. */
    private static final AtomicInteger TAKEN = new AtomicInteger();

    private static final AtomicInteger MOVED = new AtomicInteger();

    @AfterAll
    static void muchWasTakenAndLevelsMoved() {
        assertThat(TAKEN.get()).isGreaterThan(500);
        assertThat(MOVED.get()).isGreaterThan(50);
    }

    /** All that was told of some kinds of fact at some endpoints, with any of the attempts or none. */
    @RepeatedTest(200)
    void withoutAllThatIsToldOfAnyKindsOfFact(RepetitionInfo repetition) {
        Random random = random(repetition);
        Case it = WiderCases.madeUpOfChecks(random);
        Interval before = it.grade().interval();
        record Told(Endpoint endpoint, String type) {}
        Set<Told> gone = new HashSet<>();
        for (Observation one : it.observations) {
            String type = one.fact().type();
            if (!type.startsWith("service.") && random.nextBoolean()) {
                gone.add(new Told(one.service().endpoint(), type));
            }
        }
        boolean some = it.observations.removeIf(one ->
                gone.contains(new Told(one.service().endpoint(), one.fact().type())));
        it.attempts.removeIf(attempt -> random.nextBoolean());
        nowhereBetter(before, it, some);
    }

    /** Whole answers of protocols: all that they told at an endpoint, and the attempts that asked for it. */
    @RepeatedTest(200)
    void withoutAnyNumberOfAnswers(RepetitionInfo repetition) {
        Random random = random(repetition);
        Case it = WiderCases.madeUp(random);
        Interval before = it.grade().interval();
        record Asked(Endpoint endpoint, String protocol) {}
        Set<Asked> gone = new HashSet<>();
        for (Observation one : it.observations) {
            if (random.nextBoolean()) {
                gone.add(new Asked(one.service().endpoint(), one.service().protocol()));
            }
        }
        boolean some = it.observations.removeIf(one -> gone.contains(
                new Asked(one.service().endpoint(), word(one.fact().type()))));
        some |= it.attempts.removeIf(attempt -> gone.contains(new Asked(attempt.endpoint(), word(attempt.question()))));
        nowhereBetter(before, it, some);
    }

    @RepeatedTest(200)
    void withoutAnyOfTheAttempts(RepetitionInfo repetition) {
        Random random = random(repetition);
        Case it = WiderCases.madeUp(random);
        Interval before = it.grade().interval();
        nowhereBetter(before, it, it.attempts.removeIf(attempt -> random.nextBoolean()));
    }

    @RepeatedTest(200)
    void whereLessWasSeenWhole(RepetitionInfo repetition) {
        Random random = random(repetition);
        Case it = WiderCases.madeUp(random);
        Interval before = it.grade().interval();
        boolean some = false;
        for (Observation one : List.copyOf(it.observations)) {
            Fact whole = one.fact();
            if (whole.complete() && random.nextBoolean()) {
                Fact part = new Fact(whole.type(), false, whole.value());
                it.observations.set(it.observations.indexOf(one), new Observation(one.service(), part, one.evidence()));
                some = true;
            }
        }
        nowhereBetter(before, it, some);
    }

    private static void nowhereBetter(Interval before, Case less, boolean some) {
        Interval after = less.grade().interval();
        assertThat(rank(after.achieved())).isLessThanOrEqualTo(rank(before.achieved()));
        assertThat(rank(after.possible())).isGreaterThanOrEqualTo(rank(before.possible()));
        TAKEN.addAndGet(some ? 1 : 0);
        MOVED.addAndGet(after.equals(before) ? 0 : 1);
    }

    private static Random random(RepetitionInfo repetition) {
        return new Random(repetition.getCurrentRepetition());
    }

    private static String word(String id) {
        return id.substring(0, Math.max(0, id.indexOf('.')));
    }

    private static int rank(Optional<Level> level) {
        return level.map(Level::rank).orElse(-1);
    }
}
