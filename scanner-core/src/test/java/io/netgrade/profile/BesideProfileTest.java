// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.yaml.MistakesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** High-risk cases and result forms of a profile that extends one: those of the other, or files of its own. */
class BesideProfileTest {
    private static final String OWN = """
            schema: netgrade.profile/1
            id: own
            version: "1"
            title: {en: Own, zh: 自有}
            source: our own rules
            extends: mlps-2.0
            changes:
              - {control: CES-101, off: true, reason: no telnet is left to look for}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writesIt() throws IOException {
        Files.writeString(folder.resolve("profile.yml"), OWN);
    }

    @Test
    void thoseOfTheProfileThatIsExtendedCount() throws Exception {
        Profile base = new ProfileReader(ProtocolCatalog.vocabulary()).read(ProfileSource.shipped("mlps-2.0"));
        assertThat(base.highRisks().cases()).hasSizeGreaterThan(10);
        assertThat(base.forms().orElseThrow().forms()).hasSize(2);
        assertThat(read().highRisks()).isEqualTo(base.highRisks());
        assertThat(read().forms()).isEqualTo(base.forms());
        Files.writeString(
                folder.resolve("profile.yml"),
                OWN.replaceFirst("(?s)changes:.*", "").replace("mlps-2.0", "miit-telecom"));
        assertThat(read().highRisks()).isEqualTo(HighRiskCases.NONE);
        assertThat(read().forms()).isEmpty();
    }

    @Test
    void filesOfItsOwnTakeTheirPlaceAndCountInTheDigest() throws Exception {
        String before = read().sha256();
        Files.writeString(folder.resolve("high-risk.yml"), """
                schema: netgrade.high-risk/1
                source: our own rules
                cases:
                  - id: "1"
                    finding: {en: Own, zh: 自有}
                    from: "2"
                    controls: [CES-102]
                    mitigations: []
                """);
        String between = read().sha256();
        assertThat(between).isNotEqualTo(before);
        assertThat(read().highRisks().cases()).extracting(HighRiskCase::id).containsExactly("1");
        Files.writeString(
                folder.resolve("result-forms.yml"),
                shipped("result-forms.yml").replace("id: \"2025\"", "id: \"2031\""));
        assertThat(read().sha256()).isNotEqualTo(between);
        assertThat(read().forms().orElseThrow().forms())
                .extracting(ResultForm::id)
                .containsExactly("2021", "2031");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "above: 60 | above: 95 | a verdict but the last has a bound, below that of the verdict before it",
                "above: 90, | above: 90, at-least: 90, | a verdict has above or at-least, not both",
                "at-least: 90 | at-least: 900 | at-least: \"900\" is not from 0 to 100",
                "balance: \"0.5\" | balance: \"1.5\" | balance: \"1.5\" is not from 0 to 1",
                "no-risk: [major-hidden] | no-risk: [major] | no-risk \"major\" is not",
                "kind: conformity-rate | kind: rate | kind \"rate\" is not",
                "title: {en: Poor | at-least: 1, title: {en: Poor | the last verdict, and only the last",
                "partial: \"0.5\" | partial: \"0.5\", part: \"0\" | key \"part\" is not",
                "met: \"1\" | met: \"0\" | what is met counts no less than",
                "\"4\": \"9\" | \"5\": \"9\" | key \"5\" is not",
                "mandatory-after: 2025-03-20 | mandatory-after: soon | is no day such as",
            })
    void mistakesOfFormsAreToldWithTheirLine(String wrong, String instead, String said) throws IOException {
        String forms = shipped("result-forms.yml");
        assertThat(forms).contains(wrong);
        Files.writeString(folder.resolve("result-forms.yml"), forms.replace(wrong, instead));
        assertThatThrownBy(this::read)
                .isInstanceOf(MistakesException.class)
                .hasMessageContaining(said)
                .hasMessageMatching("(?s).*result-forms\\.yml:[1-9].*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "controls: [CNS-01, | controls: [CNS-99, | controls \"CNS-99\" is not",
                "from: \"2\" | from: \"7\" | from \"7\" is not",
                "major: A-11 | major: A-99 | major \"A-99\" is not",
                "kind: two-factor | kind: three-factor | kind \"three-factor\" is not",
                "cases: | case: | cases is missing",
            })
    void mistakesOfCasesAreToldWithTheirLine(String wrong, String instead, String said) throws Exception {
        String cases = shipped("high-risk.yml").replace("CES-101, ", "");
        Files.writeString(folder.resolve("high-risk.yml"), cases.replace(wrong, instead));
        assertThatThrownBy(this::read)
                .isInstanceOf(MistakesException.class)
                .hasMessageContaining(said)
                .hasMessageMatching("(?s).*high-risk\\.yml:[1-9].*");
        Files.writeString(folder.resolve("high-risk.yml"), cases);
        assertThat(new ProfileLint(ProtocolCatalog.vocabulary()).lint(ProfileSource.of(folder.toString())))
                .isEmpty();
    }

    private Profile read() throws MistakesException {
        return new ProfileReader(ProtocolCatalog.vocabulary()).read(ProfileSource.of(folder.toString()));
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in = ProfileSource.resource("mlps-2.0/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
