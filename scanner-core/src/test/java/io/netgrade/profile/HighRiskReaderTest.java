// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.profile.HighRiskCase.Mitigation;
import io.netgrade.yaml.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an evaluator must call a high risk: {@code high-risk.yml}. */
class HighRiskReaderTest {
    private static final SoundFile CASES = new SoundFile("""
            schema: netgrade.high-risk/1
            source: a digest
            unverified: [{en: from memory, zh: 凭记忆}]
            major-hidden-risks:
              conditions: [{id: severe, meaning: {en: Severe, zh: 严重}}]
              risks: [{id: A-09, title: {en: Open, zh: 开放}, controls: [OWN-01]}, {id: A-11, title: {en: Wide, zh: 宽}}]
            cases:
              - {id: "6.1", finding: {en: Found, zh: 发现}, from: "2", controls: [OWN-01, OWN-02],
                 mitigations: [{kind: two-factor, when: {en: always, zh: 总是}}, {kind: other}],
                 except: {en: abroad, zh: 境外}, major: A-09}
              - {id: "6.2", finding: {en: Seen, zh: 看到}, from: "1", controls: [OWN-02]}
            """);

    private final HighRiskReader reader =
            new HighRiskReader(Rungs.levels("1", "2"), Rungs.controls("OWN-01", "OWN-02"));

    @Test
    void casesAreReadWhole() {
        Map<String, Text> kinds = CompensatingKinds.shipped();
        HighRiskCase found = new HighRiskCase(
                "6.1",
                new Text("Found", "发现"),
                "2",
                List.of("OWN-01", "OWN-02"),
                List.of(
                        new Mitigation("two-factor", kinds.get("two-factor"), Optional.of(new Text("always", "总是"))),
                        new Mitigation("other", kinds.get("other"), Optional.empty())),
                Optional.of(new Text("abroad", "境外")),
                Optional.of("A-09"));
        HighRiskCase seen = new HighRiskCase(
                "6.2", new Text("Seen", "看到"), "1", List.of("OWN-02"), List.of(), Optional.empty(), Optional.empty());

        assertThat(CASES.read(reader::read))
                .isEqualTo(new HighRiskCases(
                        List.of(found, seen),
                        List.of(new Text("Severe", "严重")),
                        Map.of("A-09", new Text("Open", "开放"), "A-11", new Text("Wide", "宽"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            high-risk/1 | high-risk/2 | f:1: schema is "netgrade.high-risk/2", must be netgrade.high-risk/1
            source: | sauce: | f:1: source is missing; f:2: key "sauce" is not one of schema, source, unverified, cases, major-hidden-risks
            en: from memory | de: von fern | f:3: key "de" is not one of en, zh; f:3: en is missing
            cases: | case: | f:1: cases is missing; f:7: key "case" is not one of schema, source, unverified, cases, major-hidden-risks; did you mean "cases"?
            conditions: | condition: | f:5: key "condition" is not one of conditions, risks; did you mean "conditions"?
            `id: severe, ` | | f:5: id is missing
            , zh: 严重 | | f:5: meaning is missing in zh
            id: severe | id: severe, weight: 1 | f:5: key "weight" is not one of id, meaning
            `id: A-11, ` | | f:6: id is missing
            , zh: 宽 | | f:6: title is missing in zh
            controls: [OWN-01] | controls: [OWN-03] | f:6: controls "OWN-03" is not one of OWN-01, OWN-02; did you mean "OWN-01"?
            id: A-09 | id: A-09, kind: x | f:6: key "kind" is not one of id, title, controls
            id: A-11 | id: A-09 | f:6: major hidden risk A-09 is there twice
            `id: "6.2", ` | | f:11: id is missing
            id: "6.2" | id: "6.1" | f:11: case 6.1 is there twice
            , zh: 看到 | | f:11: finding is missing in zh
            `from: "1", ` | | f:11: from is missing
            from: "1" | from: "3" | f:11: from "3" is not one of 1, 2
            , controls: [OWN-02] | | f:11: controls is missing
            controls: [OWN-02] | controls: [] | f:11: controls holds nothing
            [OWN-01, OWN-02] | [OWN-01, OWN-2] | f:8: controls "OWN-2" is not one of OWN-01, OWN-02; did you mean "OWN-02"?
            id: "6.2" | id: "6.2", to: "2" | f:11: key "to" is not one of id, finding, from, controls, mitigations, except, major
            `kind: two-factor, ` | | f:9: kind is missing
            kind: other | kind: other, if: x | f:9: key "if" is not one of kind, when
            , zh: 总是 | | f:9: when is missing in zh
            , zh: 境外 | | f:10: except is missing in zh
            major: A-09 | major: A-10 | f:10: major "A-10" is not one of A-09, A-11; did you mean "A-11"?
            """)
    void eachMistakeIsTold(String from, String to, String mistakes) {
        assertThat(String.join("; ", CASES.told(from, to, reader::read))).isEqualTo(mistakes);
    }

    @Test
    void aKindThatNobodyKnowsMitigatesNothing() {
        assertThat(CASES.told(
                        "kind: other",
                        "kind: prayer",
                        file -> assertThat(reader.read(file).cases().get(0).mitigations())
                                .extracting(Mitigation::kind)
                                .containsExactly("two-factor")))
                .singleElement()
                .asString()
                .startsWith("f:9: kind \"prayer\" is not one of host-access-control, ");
    }

    @Test
    void aFileWithoutCasesIsAMistake() {
        String cases = CASES.text().substring(CASES.text().indexOf("cases:"));

        assertThat(CASES.told(cases, "cases: []\n", reader::read)).containsExactly("f:7: cases holds nothing");
    }
}
