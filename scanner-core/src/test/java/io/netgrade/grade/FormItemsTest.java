// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict;
import io.netgrade.grade.FormItems.Half;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Automation;
import io.netgrade.profile.ClauseItem;
import io.netgrade.profile.Control;
import io.netgrade.profile.Level;
import io.netgrade.profile.Profile;
import io.netgrade.profile.ResultForm;
import io.netgrade.profile.ResultForm.Deductions;
import io.netgrade.profile.ResultForm.Marks;
import io.netgrade.profile.ResultForms;
import io.netgrade.yaml.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Level 2 is chapter 7 of a standard, level 3.1 is chapter 8; points T-1 and T-2 are technical, M-1 is of management. */
class FormItemsTest {
    private static final Level LEVEL = Case.level("3.1");
    private static final Control T1 = point("T-1", "2", "STD 7.1 a)-b)", "STD 8.1 a)-c)");
    private static final Control T2 = point("T-2", "2", "STD 8.2 a)-b)");
    private static final Control M1 = point("M-1", "1", "STD 8.9 a)");

    private final List<Finding> findings = new ArrayList<>(List.of(met(T1), met(T2), met(M1)));

    @Test
    void pointsHoldTheItemsOfTheLevelsChapter() {
        FormItems items = items();
        assertThat(items.points().get(T1)).containsExactlyInAnyOrder(item("1", 'a'), item("1", 'b'), item("1", 'c'));
        assertThat(items.half(item("2", 'b'))).contains(Half.TECHNICAL);
        assertThat(items.half(item("9", 'a'))).contains(Half.MANAGEMENT);
        assertThat(items.half(item("9", 'z'))).isEmpty();
    }

    @Test
    void aControlConcernsTheItemsThatItsClausesName() {
        assertThat(items().concerned(control("C-1", "STD 8.1 b)", "STD 8.7 a)", "OTHER 8.1 c)")))
                .as("what is an item of no point, or of another document, is none")
                .containsExactly(item("1", 'b'));
    }

    @Test
    void aClauseOfAnotherLevelConcernsAllOfItsPoint() {
        assertThat(items().concerned(control("C-1", "STD 7.1 a)", "STD 7.7 a)")))
                .containsExactlyInAnyOrder(item("1", 'a'), item("1", 'b'), item("1", 'c'));
    }

    @Test
    void aClauseOfAnotherLevelAddsNothingToAPointThatIsNamed() {
        assertThat(items().concerned(control("C-1", "STD 7.1 a)", "STD 8.1 c)")))
                .containsExactly(item("1", 'c'));
        assertThat(items().concerned(control("C-1", "STD 7.1 a)", "STD 8.2 b)")))
                .as("another point is named")
                .containsExactlyInAnyOrder(item("1", 'a'), item("1", 'b'), item("1", 'c'), item("2", 'b'));
    }

    @Test
    void anItemIsNotMetWhereAnObservationFailsOrIsOpen() {
        assertThat(marks().met()).isEqualTo(6);
        findings.add(finding(control("C-1", "STD 8.1 a)"), Verdict.pass("strong", List.of())));
        assertThat(marks().met()).isEqualTo(6);
        findings.add(
                finding(control("C-2", "STD 8.1 a)"), Verdict.unknown(UnknownReason.PARTLY_SEEN, "part", List.of())));
        assertThat(marks().met()).isEqualTo(5);
        assertThat(marks().broken()).isZero();
        findings.add(finding(control("C-3", "STD 8.9 a)"), Verdict.fail("weak", List.of())));
        assertThat(marks().met()).isEqualTo(4);
        assertThat(marks().met(Half.MANAGEMENT)).isZero();
        assertThat(marks().broken()).isOne();
        assertThat(marks().all()).isEqualTo(6);
    }

    @Test
    void asManyAreBrokenAsFailuresShareNoItem() {
        fail("STD 8.1 a)-c)");
        assertThat(marks().broken()).isOne();
        fail("STD 8.1 a)");
        assertThat(marks().broken()).as("it may be the same item").isOne();
        fail("STD 8.1 b)");
        assertThat(marks().broken())
                .as("the first two lie within the first, and are apart")
                .isEqualTo(2);
    }

    @Test
    void aFailureThatMayBeOfEitherHalfIsBrokenInNone() {
        findings.add(finding(control("C-1", "STD 8.1 a)", "STD 8.9 a)"), Verdict.fail("weak", List.of())));
        assertThat(marks().broken()).isOne();
        assertThat(marks().broken(Half.TECHNICAL)).isZero();
        assertThat(marks().broken(Half.MANAGEMENT)).isZero();
        fail("STD 8.2 a)");
        assertThat(marks().broken(Half.TECHNICAL)).isOne();
        assertThat(marks().broken(Half.MANAGEMENT)).isZero();
    }

    /** Of 6 items 5 are met and one is broken; 5 of them are technical. */
    @Test
    void pointsAndRateLieBetweenWhatIsShownAndWhatIsNotBroken() {
        fail("STD 8.1 a)");
        Marks marks = new Marks(BigDecimal.ONE, new BigDecimal("0.5"), new BigDecimal("0.1"));
        FormBounds rate = FormBounds.of(form(marks, Optional.empty()), marks());
        assertThat(rate.shownLeast()).as("(5 + 0.1) / 6").isEqualByComparingTo("85");
        assertThat(rate.shownMost()).as("(5 + 0.5) / 6, up").isEqualByComparingTo("91.67");
        Deductions deductions = new Deductions(new BigDecimal("0.7"), BigDecimal.ONE, BigDecimal.valueOf(3));
        FormBounds points = FormBounds.of(form(marks, Optional.of(deductions)), marks());
        assertThat(points.shownLeast()).as("100 - 3 * 0.9 * 100 / 6").isEqualByComparingTo("55");
        assertThat(points.shownMost()).as("100 - 0.5 * 100 / 6, up").isEqualByComparingTo("91.67");
        fail("STD 8.2 a)");
        assertThat(FormBounds.of(form(marks, Optional.of(deductions)), marks()).shownLeast())
                .as("of the technical 70 points 90 would be lost; the 30 of management stay")
                .isEqualByComparingTo("30");
    }

    private static ResultForm form(Marks marks, Optional<Deductions> deductions) {
        return new ResultForm(
                "f", new Text("f", "f"), true, Optional.empty(), Optional.empty(), marks, deductions, List.of());
    }

    private void fail(String clause) {
        findings.add(finding(control("C-" + findings.size(), clause), Verdict.fail("weak", List.of())));
    }

    private FormMarks marks() {
        return new FormMarks(items(), findings, LEVEL);
    }

    private static FormItems items() {
        Text text = new Text("Tests", "测试");
        Profile profile = new Profile("tests", "1", text, "", "", List.of(), "", Case.LEVELS, List.of(T1, T2, M1));
        ResultForms.Items rule = new ResultForms.Items("STD", Map.of("2", "7", "3.1", "8"), Set.of("T"), Set.of("M"));
        return new FormItems(profile, rule, LEVEL);
    }

    private static ClauseItem item(String section, char letter) {
        return new ClauseItem("8", section, letter);
    }

    private static Finding met(Control point) {
        return finding(point, Verdict.pass("attested", List.of()));
    }

    private static Finding finding(Control control, Verdict verdict) {
        return new Finding(
                "u",
                control,
                control.asks().stream().findFirst(),
                control.manual() ? Optional.empty() : Optional.of("x.strength"),
                control.from(),
                Optional.empty(),
                verdict,
                Optional.empty());
    }

    private static Control point(String id, String level, String... clauses) {
        return control(id, Automation.NONE, Optional.of(Case.level(level)), clauses);
    }

    private static Control control(String id, String... clauses) {
        return control(id, Automation.FULL, Optional.empty(), clauses);
    }

    private static Control control(String id, Automation automation, Optional<Level> manual, String... clauses) {
        Text text = new Text(id, id);
        return new Control(
                id,
                "tests",
                text,
                List.of(clauses),
                automation,
                text,
                text,
                Applies.EVERYWHERE,
                manual.isPresent() ? List.of() : List.of(Case.ask("1", 10, false)),
                manual,
                List.of());
    }
}
