// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.fact.Attempts;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Run;
import io.netgrade.fact.Sighting;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Control;
import io.netgrade.profile.Profile;
import io.netgrade.profile.Signed;
import io.netgrade.yaml.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What a finding's id depends on: unit, control, which of its asks, and endpoint; and on nothing else. */
class FindingIdTest {
    private static final Set<String> X = Set.of("x");

    /** Written down, as every report that is kept holds such ids. */
    @Test
    void idsStayWhatTheyWere() {
        Case it = new Case()
                .control("A-01", X, Case.ask("1", 10, false), Case.ask("2", 20, false))
                .control("B-01", Set.of("y"), Case.ask("1", 1, false))
                .manual("M-01", "1")
                .server(1, 5);
        assertThat(it.judged().findings())
                .extracting(Finding::id)
                .containsExactly("d6a76e08dc9f2df1", "928f93fcf86d79b2", "f904a7613276981c", "765025bf4f5673b0");
    }

    @RepeatedTest(50)
    void anotherRunToolProfileVersionOrOrderKeepsTheIds(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Case it = madeUp(random);
        Assessment before = it.judged();
        Assessment after = otherwise(it, random);
        assertThat(subjects(after)).isEqualTo(subjects(before));
        assertThat(after.findings()).isNotEqualTo(before.findings());
    }

    @RepeatedTest(50)
    void noTwoFindingsHaveOneId(RepetitionInfo repetition) {
        assertThat(madeUp(new Random(repetition.getCurrentRepetition()))
                        .judged()
                        .findings())
                .extracting(Finding::id)
                .doesNotHaveDuplicates();
    }

    /** All that is weak about one subject is one finding, whether one value of it is or several. */
    @Test
    void moreThatIsWeakThereIsTheSameFinding() {
        Case one = new Case().asks("A-01", "1", 10).saw(1, Case.STRENGTH.complete(5));
        Case two = new Case()
                .asks("A-01", "1", 10)
                .saw(1, Case.STRENGTH.complete(5))
                .saw(1, Case.STRENGTH.complete(6));
        assertThat(ids(two)).isEqualTo(ids(one)).hasSize(1);
    }

    @Test
    void anotherLevelOfTheSameAskKeepsTheId() {
        assertThat(ids(new Case().asks("A-01", "3.1", 10).server(1, 5)))
                .isEqualTo(ids(new Case().asks("A-01", "1", 10).server(1, 5)));
    }

    @Test
    void everySubjectHasItsOwn() {
        Set<String> ids = new TreeSet<>();
        ids.addAll(ids(new Case().asks("A-01", "1", 10).server(1, 5)));
        ids.addAll(ids(new Case().asks("A-01", "1", 10).server(2, 5)));
        ids.addAll(ids(new Case().asks("A-02", "1", 10).server(1, 5)));
        ids.addAll(ids(new Case()
                .control("A-01", X, Case.ask("1", 10, false), Case.ask("2", 20, false))
                .server(1, 5)));
        assertThat(ids).hasSize(4);
        UnitScope other = new UnitScope("v", "", "", "untrusted", Optional.empty(), any -> true, any -> true);
        ids.add(new Case()
                .asks("A-01", "1", 10)
                .server(1, 5)
                .judged(List.of(other))
                .findings()
                .get(0)
                .id());
        assertThat(ids).hasSize(5);
    }

    /** The same services, seen by another eye at another time, in another order, and asked in another order and tone. */
    private static Assessment otherwise(Case it, Random random) {
        Instant later = Seen.NOW.plus(Duration.ofDays(1L + random.nextInt(900)));
        List<Observation> observations = new ArrayList<>();
        for (Observation seen : it.observations) {
            Sighting service = seen.service();
            observations.add(new Observation(
                    new Sighting(service.endpoint(), service.protocol(), service.layers(), Confidence.CONFIRMED),
                    seen.fact(),
                    new Evidence(Evidence.Source.CAPTURE, later, "other.pcap", random.nextInt(99), "other words")));
        }
        List<Control> controls =
                it.controls.stream().map(FindingIdTest::worded).collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(observations, random);
        Collections.shuffle(controls, random);
        Run run = new Run("another", "9.9", "judge", later, later, "untrusted", false);
        Profile profile = new Profile("tests", "2", new Text("T", "测"), "", "", List.of(), "ff", Case.LEVELS, controls);
        UnitScope unit = new UnitScope("u", "Other title", "", "untrusted", Optional.empty(), any -> true, any -> true);
        return Judge.judge(
                new Collected(run, observations, Attempts.of(List.of()), List.of(), List.of()),
                profile,
                List.of(unit),
                Signed.NOTHING,
                Map.of(Case.CHECK.id(), Case.CHECK),
                Optional.of(later));
    }

    private static Control worded(Control control) {
        Text other = new Text("in other words", "换言之");
        return new Control(
                control.id(),
                "elsewhere",
                other,
                List.of("another clause"),
                control.automation(),
                other,
                other,
                new Applies(control.applies().protocols(), Set.of(), Set.of(), false, false),
                control.asks().stream().map(FindingIdTest::tightened).toList(),
                control.manualLevel(),
                List.of());
    }

    private static Ask tightened(Ask ask) {
        return Case.ask(ask.level().id(), 41, ask.advisory());
    }

    private static Case madeUp(Random random) {
        Case it = new Case();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            if (random.nextBoolean()) {
                it.asks("A-0" + i, Case.LEVELS.get(random.nextInt(3)).id(), 1 + random.nextInt(40));
            } else {
                it.control("A-0" + i, X, Case.ask("1", 5, false), Case.ask("2", 9, true), Case.ask("3.1", 30, false));
            }
        }
        it.manual("M-01", "2").control("B-01", Set.of("y"), Case.ask("1", 1, false));
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            it.saw(1 + random.nextInt(4), Case.STRENGTH.complete(random.nextInt(40)));
        }
        return it;
    }

    private static Set<String> ids(Case it) {
        return it.judged().findings().stream().map(Finding::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What each id is about. */
    private static Map<String, String> subjects(Assessment assessment) {
        return assessment.findings().stream()
                .collect(Collectors.toMap(
                        Finding::id,
                        finding ->
                                finding.control().id() + " " + finding.level().id() + " " + finding.endpoint()));
    }
}
