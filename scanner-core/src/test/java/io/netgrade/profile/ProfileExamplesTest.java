// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.yaml.MistakesException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the examples of a profile come to. */
class ProfileExamplesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            unit-type: epc, given: [{x.strength: {bits: 10}}] | pass, as stated: strength bits: 10, at least 10 asked
            unit-type: epc, given: [{x.strength: {bits: 9}}] | fail where pass is stated: strength bits: 9, at least 10 asked
            unit-type: epc, level: "2", given: [{x.strength: {bits: 19}}] | fail where pass is stated: strength bits: 19, at least 20 asked
            unit-type: epc, level: "2", given: [{x.strength: {bits: 20}}] | pass, as stated: strength bits: 20, at least 20 asked
            unit-type: 5gc, vantage: management, given: [{x.strength: {bits: 10}}] | not-applicable where pass is stated: not asked from the vantage management
            unit-type: ran, given: [{x.strength: {bits: 10}}] | not-applicable where pass is stated: not asked of a unit of this type
            given: [{x.strength: {bits: 10}}] | not-applicable where pass is stated: not asked of a unit of this type
            unit-type: epc, given: [{service.recognised: {role: server}, protocol: y}] | not-applicable where pass is stated: no service that it applies to
            """)
    void anExampleIsJudgedAsARunWould(String example, String outcome) throws MistakesException {
        assertThat(outcome("OWN-01", example)).isEqualTo("own/examples/own.yml:4: " + outcome);
    }

    @Test
    void whatAPersonDecidesIsNotApplicableToWhatIsSeen() throws MistakesException {
        assertThat(outcome("OWN-02", "given: [{x.strength: {bits: 9}}]"))
                .isEqualTo("own/examples/own.yml:4: not-applicable where pass is stated:"
                        + " nothing that the network shows is asked");
    }

    @Test
    void anExampleThatCannotBeReadStopsThem() {
        assertThatThrownBy(() -> outcome("OWN-01", "given: [{x.strengths: {bits: 9}}]"))
                .isInstanceOf(MistakesException.class)
                .hasMessageStartingWith("own/examples/own.yml:4: fact \"x.strengths\" is not one of ");
    }

    private static String outcome(String control, String example) throws MistakesException {
        SoundFile examples = new SoundFile("""
                schema: netgrade.examples/1
                control: %s
                examples:
                  - {result: pass, %s}
                """.formatted(control, example));
        return new ProfileExamples(ProfileWithExamples.VOCABULARY)
                .run(ProfileWithExamples.source(examples))
                .get(0)
                .toString();
    }
}
