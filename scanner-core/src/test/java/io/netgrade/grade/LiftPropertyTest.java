// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.check.Verdict;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds of every lift, shown on cases made up by chance (the repetition's number is the seed). */
class LiftPropertyTest {
    private static final int SERVERS = 4;
    private static final Applies X = new Applies(Set.of("x"), Set.of(), Set.of(), false, false);

    @RepeatedTest(200)
    void fixesAloneLiftTheCeilingAndWithDecisionsTheFloor(RepetitionInfo repetition) {
        Assessment judged = madeUp(repetition).judged();
        for (LiftTo lift : judged.units().get(0).lifts()) {
            List<Finding> mended = without(judged.findings(), removed(lift.fixes()));
            assertThat(rank(Interval.of(mended, Case.LEVELS, true).possible()))
                    .isGreaterThanOrEqualTo(lift.level().rank());
            Set<Finding> decided = new HashSet<>();
            lift.decisions().forEach(decision -> decided.addAll(decision.decides()));
            assertThat(rank(Interval.of(without(mended, decided), Case.LEVELS, true)
                            .achieved()))
                    .isGreaterThanOrEqualTo(lift.level().rank());
        }
    }

    @RepeatedTest(200)
    void noFixCanBeLeftOut(RepetitionInfo repetition) {
        Assessment judged = madeUp(repetition).judged();
        for (LiftTo lift : judged.units().get(0).lifts()) {
            for (LiftFix left : lift.fixes()) {
                List<LiftFix> others =
                        lift.fixes().stream().filter(fix -> !fix.equals(left)).toList();
                List<Finding> mended = without(judged.findings(), removed(others));
                assertThat(rank(Interval.of(mended, Case.LEVELS, true).possible()))
                        .isLessThan(lift.level().rank());
            }
        }
    }

    @RepeatedTest(100)
    void everyFindingIsRemovedOnceAndMostFirst(RepetitionInfo repetition) {
        for (LiftTo lift : madeUp(repetition).grade().lifts()) {
            assertThat(lift.fixes().stream().flatMap(LiftFix::removed)).doesNotHaveDuplicates();
            assertThat(lift.fixes()).extracting(fix -> -fix.removes()).isSorted();
            assertThat(lift.decisions())
                    .extracting(decision -> -decision.decides().size())
                    .isSorted();
        }
    }

    private static Set<Finding> removed(List<LiftFix> fixes) {
        Set<Finding> removed = new HashSet<>();
        fixes.forEach(fix -> {
            fix.removed().forEach(removed::add);
            fix.places().forEach(place -> removed.addAll(place.settles()));
        });
        return removed;
    }

    /** As if they passed. */
    private static List<Finding> without(List<Finding> findings, Set<Finding> some) {
        return findings.stream()
                .map(finding -> some.contains(finding) ? finding.decided(Verdict.pass("mended", List.of())) : finding)
                .toList();
    }

    private static Case madeUp(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Case it = new Case();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            it.asks("A-0" + i, Case.LEVELS.get(random.nextInt(3)).id(), 1 + random.nextInt(40));
        }
        it.control("B-01", Set.of("x"), Case.ask("1", 1 + random.nextInt(10), false), Case.ask("2", 20, false));
        if (random.nextBoolean()) {
            it.forbids("T-01", Case.LEVELS.get(random.nextInt(3)).id(), X);
        }
        it.requires(Case.LEVELS.get(random.nextInt(3)).id());
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            int host = 1 + random.nextInt(SERVERS);
            int bits = random.nextInt(40);
            it.saw(host, random.nextBoolean() ? Case.STRENGTH.complete(bits) : Case.STRENGTH.partial(bits));
            if (random.nextInt(3) == 0) {
                it.observations.add(Seen.recognised(Seen.endpoint(host, 22), "x"));
            }
        }
        return it;
    }

    private static int rank(Optional<Level> level) {
        return level.map(Level::rank).orElse(-1);
    }
}
