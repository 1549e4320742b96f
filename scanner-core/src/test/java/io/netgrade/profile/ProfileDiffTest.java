// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Bar;
import io.netgrade.check.Clause;
import io.netgrade.check.Comparator;
import io.netgrade.profile.ProfileDiff.Kind;
import io.netgrade.profile.ProfileDiff.Moved;
import io.netgrade.yaml.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What became of each control from one profile to the next, and from which level on grades can move. */
class ProfileDiffTest {
    private static final Level ONE = new Level("1", 0, new Text("", ""));
    private static final Level TWO = new Level("2", 1, new Text("", ""));
    private static final Level THREE = new Level("3", 2, new Text("", ""));
    private static final Text TITLE = new Text("a", "b");

    @Test
    void nothingDiffersInTheSame() {
        assertThat(ProfileDiff.of(profile(asking(ask(TWO, 1))), profile(asking(ask(TWO, 1)))))
                .isEmpty();
    }

    @Test
    void anotherWordMovesNoGrade() {
        Control before = asking(ask(ONE, 1));
        Control after =
                control(new Text("other", "b"), Automation.FULL, Applies.EVERYWHERE, before.asks(), Optional.empty());

        assertThat(moved(before, after)).isEqualTo(new Moved("A-01", Kind.WORDED_OTHERWISE, Optional.empty()));
    }

    @Test
    void otherServicesOrAnotherAutomationMoveWhatItAsks() {
        List<Ask> asks = List.of(advice(ONE, 1), ask(TWO, 1));
        Control before = control(TITLE, Automation.FULL, Applies.EVERYWHERE, asks, Optional.empty());
        Applies ofSsh = new Applies(Set.of("ssh"), Set.of(), Set.of(), false, false);
        Moved expected = new Moved("A-01", Kind.APPLIED_OTHERWISE, Optional.of(TWO));

        assertThat(moved(before, control(TITLE, Automation.FULL, ofSsh, asks, Optional.empty())))
                .isEqualTo(expected);
        assertThat(moved(before, control(TITLE, Automation.PARTIAL, Applies.EVERYWHERE, asks, Optional.empty())))
                .isEqualTo(expected);
    }

    @Test
    void otherAsksMoveGradesFromTheLowestThatDiffers() {
        assertThat(asked(asking(ask(ONE, 1), ask(TWO, 2)), asking(ask(ONE, 1), ask(TWO, 3))))
                .contains(TWO);
        assertThat(asked(asking(ask(ONE, 1), ask(TWO, 2)), asking(ask(TWO, 2)))).contains(ONE);
        assertThat(asked(asking(ask(TWO, 2)), asking(ask(ONE, 1), ask(TWO, 2)))).contains(ONE);
        assertThat(asked(asking(ask(ONE, 1), ask(TWO, 2), ask(THREE, 3)), asking(ask(ONE, 1))))
                .contains(TWO);
        assertThat(asked(asking(ask(THREE, 1)), asking(ask(TWO, 1)))).contains(TWO);
    }

    @Test
    void whatOnlyAdvisesMovesNone() {
        assertThat(asked(asking(advice(ONE, 1), ask(TWO, 1)), asking(advice(ONE, 2), ask(TWO, 2))))
                .contains(TWO);
        assertThat(asked(asking(advice(ONE, 1)), asking(advice(ONE, 2)))).isEmpty();
        assertThat(asked(asking(advice(ONE, 1)), asking(ask(ONE, 1)))).contains(ONE);
    }

    @Test
    void aManualControlMovesGradesFromTheLowerOfItsLevels() {
        assertThat(asked(manual(THREE), manual(TWO))).contains(TWO);
        assertThat(asked(manual(TWO), manual(THREE))).contains(TWO);
        assertThat(asked(manual(ONE), asking(ask(TWO, 1)))).contains(ONE);
        assertThat(asked(asking(ask(TWO, 1)), manual(ONE))).contains(ONE);
        assertThat(asked(asking(ask(ONE, 1)), manual(TWO))).contains(ONE);
    }

    @Test
    void whatCameAndWhatWentMovesGradesFromItsFirstAskThatCounts() {
        Control advising = asking(advice(ONE, 1), ask(TWO, 1));

        assertThat(ProfileDiff.of(profile(), profile(advising)))
                .containsExactly(new Moved("A-01", Kind.ADDED, Optional.of(TWO)));
        assertThat(ProfileDiff.of(profile(advising), profile()))
                .containsExactly(new Moved("A-01", Kind.REMOVED, Optional.of(TWO)));
        assertThat(ProfileDiff.of(profile(), profile(manual(THREE))))
                .containsExactly(new Moved("A-01", Kind.ADDED, Optional.of(THREE)));
        assertThat(ProfileDiff.of(profile(), profile(asking(advice(ONE, 1)))))
                .containsExactly(new Moved("A-01", Kind.ADDED, Optional.empty()));
    }

    @Test
    void aLevelIsTheSameByItsIdHoweverItIsWordedAndPlaced() {
        Level reworded = new Level("1", 0, new Text("said otherwise", ""));
        Level between = new Level("2", 1, new Text("", ""));
        Level higher = new Level("3", 2, new Text("", ""));
        Profile before =
                ladder(List.of(ONE, new Level("3", 1, TITLE)), asking(ask(ONE, 1), ask(new Level("3", 1, TITLE), 2)));

        assertThat(ProfileDiff.of(
                        before, ladder(List.of(reworded, between, higher), asking(ask(reworded, 1), ask(higher, 2)))))
                .isEmpty();
        assertThat(ProfileDiff.of(
                        before, ladder(List.of(reworded, between, higher), asking(ask(reworded, 1), ask(between, 2)))))
                .containsExactly(new Moved("A-01", Kind.ASKED_OTHERWISE, Optional.of(between)));
        assertThat(ProfileDiff.of(ladder(List.of(ONE), manual(ONE)), ladder(List.of(reworded), manual(reworded))))
                .isEmpty();
    }

    @Test
    void reportsWriteTheKindWithDashes() {
        assertThat(Kind.ASKED_OTHERWISE.id()).isEqualTo("asked-otherwise");
        assertThat(Kind.ADDED.id()).isEqualTo("added");
    }

    private static Optional<Level> asked(Control before, Control after) {
        Moved moved = moved(before, after);
        assertThat(moved.kind()).isEqualTo(Kind.ASKED_OTHERWISE);
        return moved.from();
    }

    private static Moved moved(Control before, Control after) {
        List<Moved> moved = ProfileDiff.of(profile(before), profile(after));
        assertThat(moved).hasSize(1);
        return moved.get(0);
    }

    private static Control asking(Ask... asks) {
        return control(TITLE, Automation.FULL, Applies.EVERYWHERE, List.of(asks), Optional.empty());
    }

    private static Control manual(Level from) {
        return control(TITLE, Automation.NONE, Applies.EVERYWHERE, List.of(), Optional.of(from));
    }

    private static Control control(
            Text title, Automation automation, Applies applies, List<Ask> asks, Optional<Level> manual) {
        return new Control(
                "A-01", "chapter", title, List.of(), automation, TITLE, TITLE, applies, asks, manual, List.of());
    }

    private static Ask ask(Level level, int atLeast) {
        return new Ask(level, Severity.HIGH, false, List.of(demand(atLeast)));
    }

    private static Ask advice(Level level, int atLeast) {
        return new Ask(level, Severity.HIGH, true, List.of(demand(atLeast)));
    }

    private static Demand demand(int atLeast) {
        return new Demand.OfCheck(
                "ssh.host-key-size", new Bar(List.of(Clause.of(Comparator.AT_LEAST, String.valueOf(atLeast)))));
    }

    private static Profile profile(Control... controls) {
        return ladder(List.of(ONE, TWO, THREE), controls);
    }

    private static Profile ladder(List<Level> levels, Control... controls) {
        return new Profile("own", "1", TITLE, "", "", List.of(), "", levels, List.of(controls));
    }
}
