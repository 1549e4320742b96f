// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Verdict.Result;
import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.Mistakes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples of a control: {@code examples/*.yml} of a profile. */
class ExampleReaderTest {
    private static final SoundFile EXAMPLES = new SoundFile("""
            schema: netgrade.examples/1
            control: OWN-01
            examples:
              - {result: pass, given: [{x.strength: {bits: 20}}]}
              - {result: not-applicable, says: by night, level: "2", at: 2027-01-31T00:00:00Z, vantage: internal,
                 unit-type: epc, given: [{x.strength: {bits: 9}}]}
            """);

    private final Mistakes mistakes = new Mistakes();

    @Test
    void examplesAreReadWhole() throws Exception {
        List<Example> examples = read(EXAMPLES);

        assertThat(mistakes.all()).isEmpty();
        assertThat(examples).hasSize(2);
        Example usual = examples.get(0);
        assertThat(usual)
                .isEqualTo(new Example(
                        "OWN-01",
                        "own/examples/own.yml",
                        4,
                        "",
                        Optional.empty(),
                        Result.PASS,
                        usual.given(),
                        Vantage.UNTRUSTED,
                        ""));
        assertThat(moments(usual)).containsOnly(Instant.parse("2026-01-01T00:00:00Z"));
        Example odd = examples.get(1);
        assertThat(odd)
                .isEqualTo(new Example(
                        "OWN-01",
                        "own/examples/own.yml",
                        5,
                        "by night",
                        profile().level("2"),
                        Result.NOT_APPLICABLE,
                        odd.given(),
                        Vantage.INTERNAL,
                        "epc"));
        assertThat(moments(odd)).containsOnly(Instant.parse("2027-01-31T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            examples/1 | examples/2 | 1: schema is "netgrade.examples/2", must be netgrade.examples/1
            control: OWN-01 | | 1: control is missing
            control: OWN-01 | control: OWN-03 | 2: control "OWN-03" is not one of OWN-01, OWN-02; did you mean "OWN-01"?
            examples: | example: | 1: examples is missing; 3: key "example" is not one of schema, control, examples; did you mean "examples"?
            `result: pass, ` | | 4: result is missing
            result: pass | result: ok | 4: result "ok" is not one of fail, not-applicable, pass, unknown
            `, given: [{x.strength: {bits: 20}}]` | | 4: given is missing
            level: "2" | level: "3" | 5: level "3" is not one of 1, 2
            2027-01-31T00:00:00Z | 2027-01-31 | 5: at "2027-01-31" is not a moment such as 2026-01-31T00:00:00Z
            vantage: internal | vantage: moon | 5: vantage "moon" is not one of untrusted, internal, management
            unit-type: epc | unit-type: epd | 6: unit-type "epd" is not one of epc, ran; did you mean "epc"?
            says: by night | say: by night | 5: key "say" is not one of result, says, level, at, vantage, unit-type, given, attempts; did you mean "says"?
            """)
    void eachMistakeIsTold(String from, String to, String told) throws Exception {
        read(EXAMPLES.with(from, to));

        assertThat(mistakes.all().stream()
                        .map(Mistake::toString)
                        .map(line -> line.replace("own/examples/own.yml:", "")))
                .containsExactly(told.split("; (?=[0-9])"));
    }

    private List<Example> read(SoundFile examples) throws Exception {
        Profile profile = profile();
        return new ExampleReader(
                        profile,
                        ProfileWithExamples.VOCABULARY,
                        profile.controls().stream().map(Control::id).toList(),
                        List.of("epc", "ran"))
                .read(ProfileWithExamples.source(examples), mistakes);
    }

    private static Profile profile() throws Exception {
        return new ProfileReader(ProfileWithExamples.VOCABULARY).read(ProfileWithExamples.source(EXAMPLES));
    }

    private static List<Instant> moments(Example example) {
        return example.given().all().stream()
                .map(seen -> seen.evidence().time())
                .toList();
    }
}
