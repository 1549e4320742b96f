// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.profile.ResultForm.Deductions;
import io.netgrade.profile.ResultForm.Marks;
import io.netgrade.profile.ResultForm.Risk;
import io.netgrade.profile.ResultForm.Verdict;
import io.netgrade.yaml.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How report templates come to a result: {@code result-forms.yml}. */
class ResultFormReaderTest {
    private static final SoundFile FORMS = new SoundFile("""
            schema: netgrade.result-forms/1
            items: {standard: GB/T 1, chapters: {"1": "6", "2": "7"}, technical: [PES, CNS], management: [PSS]}
            forms:
              - {id: "2021", title: {en: Old, zh: 旧}, kind: deductions, verified: true, note: {en: Note, zh: 注},
                 marks: {met: "1", partial: "0.5", not-met: "0"},
                 balance: "0.6", factors: {general: 1, important: 2, key: 3},
                 verdicts: [
                   {id: good, title: {en: Good, zh: 良}, at-least: 80, no-risk: [high]},
                   {id: medium, title: {en: Medium, zh: 中}, at-least: 70},
                   {id: poor, title: {en: Poor, zh: 差}}]}
              - {id: "2025", title: {en: New, zh: 新}, kind: conformity-rate, verified: false, mandatory-after: 2025-03-20,
                 marks: {met: "1.0", partial: "1.0", not-met: "1.0"},
                 verdicts: [
                   {id: met, title: {en: Met, zh: 符合}, above: 90, no-risk: [medium, major-hidden]},
                   {id: not, title: {en: Not, zh: 不符合}}]}
            """);

    private final ResultFormReader reader = new ResultFormReader(Rungs.levels("1", "2"));

    @Test
    void formsAreReadWhole() {
        ResultForm old = new ResultForm(
                "2021",
                new Text("Old", "旧"),
                true,
                Optional.of(new Text("Note", "注")),
                Optional.empty(),
                new Marks(BigDecimal.ONE, new BigDecimal("0.5"), BigDecimal.ZERO),
                Optional.of(new Deductions(new BigDecimal("0.6"), BigDecimal.ONE, new BigDecimal(3))),
                List.of(
                        new Verdict("good", new Text("Good", "良"), bound(80), false, Set.of(Risk.HIGH)),
                        new Verdict("medium", new Text("Medium", "中"), bound(70), false, Set.of()),
                        new Verdict("poor", new Text("Poor", "差"), Optional.empty(), false, Set.of())));
        BigDecimal whole = new BigDecimal("1.0");
        ResultForm fresh = new ResultForm(
                "2025",
                new Text("New", "新"),
                false,
                Optional.empty(),
                Optional.of(LocalDate.of(2025, 3, 20)),
                new Marks(whole, whole, whole),
                Optional.empty(),
                List.of(
                        new Verdict(
                                "met", new Text("Met", "符合"), bound(90), true, Set.of(Risk.MEDIUM, Risk.MAJOR_HIDDEN)),
                        new Verdict("not", new Text("Not", "不符合"), Optional.empty(), false, Set.of())));

        assertThat(FORMS.read(reader::read))
                .isEqualTo(new ResultForms(
                        new ResultForms.Items(
                                "GB/T 1", Map.of("1", "6", "2", "7"), Set.of("PES", "CNS"), Set.of("PSS")),
                        List.of(old, fresh)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            result-forms/1 | result-forms/2 | f:1: schema is "netgrade.result-forms/2", must be netgrade.result-forms/1
            items: | item: | f:1: items is missing; f:2: key "item" is not one of schema, items, forms; did you mean "items"?
            forms: | form: | f:1: forms is missing; f:3: key "form" is not one of schema, items, forms; did you mean "forms"?
            `standard: GB/T 1, ` | | f:2: standard is missing
            `chapters: {"1": "6", "2": "7"}, ` | | f:2: chapters is missing
            {"1": "6", "2": "7"} | {} | f:2: chapters holds nothing
            "2": "7" | "3": "7" | f:2: key "3" is not one of 1, 2
            `technical: [PES, CNS], ` | | f:2: technical is missing
            [PES, CNS] | [] | f:2: technical holds nothing
            , management: [PSS] | | f:2: management is missing
            [PSS] | [] | f:2: management holds nothing
            , management: [PSS] | , management: [PSS], organisation: [ORS] | f:2: key "organisation" is not one of standard, chapters, technical, management
            id: "2025" | id: "2021" | f:11: form 2021 is there twice
            """)
    void eachMistakeBesideItsFormsIsTold(String from, String to, String mistakes) {
        assertTold(from, to, mistakes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `id: "2021", ` | | f:4: id is missing
            `title: {en: Old, zh: 旧}, ` | | f:4: title is missing
            `kind: deductions, ` | | f:4: kind is missing
            kind: deductions | kind: points | f:4: kind "points" is not one of deductions, conformity-rate
            `verified: true, ` | | f:4: verified is missing
            verified: true | verified: maybe | f:4: verified "maybe" is not one of true, false
            , zh: 注 | | f:4: note is missing in zh
            `verified: true, ` | `verified: true, weights: 1, ` | f:4: key "weights" is not one of id, title, kind, verified, note, mandatory-after, marks, balance, factors, verdicts
            `marks: {met: "1", partial: "0.5", not-met: "0"},` | | f:4: marks is missing
            met: "1" | met: "0.4" | f:5: what is met counts no less than what is met in part, and that no less than what is not met
            not-met: "0" | not-met: "0.6" | f:5: what is met counts no less than what is met in part, and that no less than what is not met
            , not-met: "0" | | f:5: not-met is missing
            not-met: "0" | not-met: none | f:5: not-met: "none" is not from 0 to 1
            not-met: "0" | not-met: "0", unclear: "0" | f:5: key "unclear" is not one of met, partial, not-met
            `balance: "0.6", ` | | f:4: balance is missing
            balance: "0.6" | balance: "1.1" | f:6: balance: "1.1" is not from 0 to 1
            , factors: {general: 1, important: 2, key: 3} | | f:4: factors is missing
            {general: 1, important: 2, key: 3} | {} | f:6: factors holds nothing
            key: 3 | keys: 3 | f:6: key "keys" is not one of general, important, key; did you mean "key"?
            key: 3 | key: 101 | f:6: key: "101" is not from 0 to 100
            2025-03-20 | March | f:11: mandatory-after: "March" is no day such as 2026-11-23
            `verified: false, ` | `verified: false, balance: "0.5", ` | f:11: balance has no place in a form with kind: conformity-rate
            `verified: false, ` | `verified: false, factors: {key: 3}, ` | f:11: factors has no place in a form with kind: conformity-rate
            """)
    void eachMistakeOfAFormIsTold(String from, String to, String mistakes) {
        assertTold(from, to, mistakes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `id: good, ` | | f:8: id is missing
            , zh: 良 | | f:8: title is missing in zh
            at-least: 80 | at-least: 80, up-to: 90 | f:8: key "up-to" is not one of id, title, above, at-least, no-risk
            at-least: 80 | above: 80, at-least: 80 | f:8: a verdict has above or at-least, not both
            at-least: 80 | at-least: 70 | f:9: a verdict but the last has a bound, below that of the verdict before it
            at-least: 80 | at-least: 8O | f:8: at-least: "8O" is not from 0 to 100; f:8: a verdict but the last has a bound, below that of the verdict before it; f:9: a verdict but the last has a bound, below that of the verdict before it
            , at-least: 70 | | f:9: the last verdict, and only the last, holds of everything else
            {en: Poor, zh: 差} | {en: Poor, zh: 差}, no-risk: [high] | f:10: the last verdict, and only the last, holds of everything else
            no-risk: [high] | no-risk: [low] | f:8: no-risk "low" is not one of medium, high, major-hidden
            """)
    void eachMistakeOfAVerdictIsTold(String from, String to, String mistakes) {
        assertTold(from, to, mistakes);
    }

    @Test
    void aFormWithoutVerdictsWouldEndInNone() {
        String verdicts = FORMS.text().substring(FORMS.text().lastIndexOf("verdicts:"));

        assertThat(FORMS.told(verdicts, "verdicts: []}\n", reader::read))
                .containsExactly("f:13: verdicts holds nothing");
        assertThat(FORMS.told(verdicts, "}\n", reader::read)).containsExactly("f:11: verdicts is missing");
        assertThat(FORMS.told(FORMS.text().substring(FORMS.text().indexOf("forms:")), "forms: []\n", reader::read))
                .containsExactly("f:3: forms holds nothing");
    }

    @Test
    void theBestVerdictMayAskForAllPoints() {
        SoundFile all = FORMS.with("at-least: 80", "at-least: 100");

        assertThat(all.read(reader::read).forms().get(0).verdicts().get(0).bound())
                .isEqualTo(bound(100));
    }

    private void assertTold(String from, String to, String mistakes) {
        assertThat(String.join("; ", FORMS.told(from, to, reader::read))).isEqualTo(mistakes);
    }

    private static Optional<BigDecimal> bound(int points) {
        return Optional.of(BigDecimal.valueOf(points));
    }
}
