// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.yaml.MistakesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileLintTest {
    private static final String CONTROLS = """
            schema: netgrade.controls/1
            chapter: own
            controls:
              - id: OWN-01
                title: {en: Keys are long, zh: 密钥足够长}
                clauses: [none]
                automation: full
                applies: {protocols: [ssh]}
                check: ssh.host-key-size
                asks:
                  - {level: "1", severity: high, bar: {at-least: 2048}}
                rationale: {en: Why, zh: 因}
                remedy: {en: How, zh: 法}
            """;
    private static final String EXAMPLES = """
            schema: netgrade.examples/1
            control: OWN-01
            examples:
              - {result: pass, given: [{ssh.host-key: {type: ssh-rsa, bits: 2048}}]}
              - {result: fail, given: [{ssh.host-key: {type: ssh-rsa, bits: 1024}}]}
              - {result: unknown, given: [{ssh.host-key: {type: ssh-rsa, bits: 2048}, complete: false}]}
            """;

    @TempDir
    private Path folder;

    private final Vocabulary vocabulary = ProtocolCatalog.vocabulary();

    @BeforeEach
    void writesAGoodProfile() throws IOException {
        Files.createDirectories(folder.resolve("controls"));
        Files.createDirectories(folder.resolve("examples"));
        write("profile.yml", ProfileWithExamples.HEAD);
        write("controls/own.yml", CONTROLS);
        write("examples/OWN-01.yml", EXAMPLES);
    }

    @Test
    void findsNothingInAGoodProfile() throws Exception {
        assertThat(lint()).isEmpty();
        assertThat(new ProfileExamples(vocabulary).run(ProfileSource.folder(folder)))
                .hasSize(3)
                .allMatch(ProfileExamples.Outcome::asStated);
    }

    @Test
    void acceptsTheHeadFileInPlaceOfTheFolder() throws Exception {
        Profile byFile = new ProfileReader(vocabulary).read(ProfileSource.of(folder + "/profile.yml"));
        assertThat(byFile).isEqualTo(new ProfileReader(vocabulary).read(ProfileSource.of(folder.toString())));
    }

    @Test
    void saysThatAnExampleIsUntrue() throws Exception {
        write("examples/OWN-01.yml", EXAMPLES.replace("bits: 1024", "bits: 4096"));
        assertThat(new ProfileExamples(vocabulary).run(ProfileSource.folder(folder)))
                .extracting(ProfileExamples.Outcome::asStated)
                .containsExactly(true, false, true);
    }

    @Test
    void hashChangesWithWhatDecidesAndNotWithExamples() throws Exception {
        String before = sha256();
        write("examples/OWN-01.yml", EXAMPLES + "\n");
        assertThat(sha256()).isEqualTo(before).hasSize(64);
        write("controls/own.yml", CONTROLS.replace("2048", "2049"));
        assertThat(sha256()).isNotEqualTo(before);
    }

    @Test
    void namesWhatIsNotKnown() throws Exception {
        assertMistake("check: ssh.host-key-size", "check: ssh.host-key-sise", "11: check \"ssh.host-key-sise\"");
        assertMistake("at-least: 2048", "atleast: 2048", "11: key \"atleast\" is not one of");
        assertMistake("{at-least: 2048}", "{field: bit, at-least: 2048}", "11: field \"bit\" is not one of type, bits");
        assertMistake("{at-least: 2048}", "{where: {typ: x}, at-least: 1}", "11: key \"typ\" is not one of type");
        assertMistake("level: \"1\"", "level: \"9\"", "11: level \"9\" is not one of 1, 2");
        assertMistake("severity: high", "severity: bad", "11: severity \"bad\" is not one of critical, high");
        assertMistake("[ssh]", "[sssh]", "8: protocols \"sssh\" is not one of");
        assertMistake("[ssh]}", "[ssh], facts: [ssh.key]}", "8: facts \"ssh.key\" is not one of");
        assertMistake("automation: full", "automation: yes", "7: automation \"yes\" is not one of full, partial, none");
    }

    @Test
    void namesWhatDoesNotFit() throws Exception {
        assertMistake("at-least: 2048", "none-of: [a]", "11: none-of does not fit bits, which is a number field");
        assertMistake("at-least: 2048", "at-least: long", "11: at-least takes one whole number, not [long]");
        assertMistake("at-least: 2048", "present: true", "11: present without a field or a where can never fail");
        assertMistake("at-least: 2048", "absent: maybe", "11: absent \"maybe\" is not one of true");
        assertMistake("{at-least: 2048}", "{field: bits}", "11: the clause compares nothing");
        assertMistake("{at-least: 2048}", "{equals: long}", "11: \"long\" can never be the number bits");
        assertMistake("applies: {protocols: [ssh]}", "applies: {in-clear: true}", "8: applies must name protocols");
        assertMistake("OWN-01\n", "own1\n", "4: id \"own1\" is not like MGT-07");
    }

    @Test
    void wantsBothLanguages() throws Exception {
        assertMistake("zh: 密钥足够长", "jp: x", "5: title is missing in zh");
        assertMistake("remedy: {en: How, zh: 法}", "", "remedy is missing");
    }

    @Test
    void wantsAnExampleOfEachResult() throws Exception {
        write("examples/OWN-01.yml", EXAMPLES.lines().limit(4).reduce("", (a, b) -> a + b + "\n"));
        assertThat(lint())
                .containsExactly("controls/own.yml:4: OWN-01 has no example of fail, unknown in examples/OWN-01.yml");
    }

    @Test
    void examplesAreOfTheirOwnControlAlone() throws Exception {
        write(
                "controls/own.yml",
                CONTROLS + CONTROLS.substring(CONTROLS.indexOf("  - id")).replace("OWN-01", "OWN-02"));
        assertThat(lint())
                .containsExactly(
                        "controls/own.yml:14: OWN-02 has no example of fail, pass, unknown in examples/OWN-02.yml");
    }

    /** Where a service as such is forbidden there is nothing to pass: its good state is that nobody speaks it. */
    @Test
    void whatIsForbiddenHasAnExampleOfItsAbsence() throws Exception {
        String none = "controls/own.yml:4: OWN-01 has no example of not-applicable in examples/OWN-01.yml";

        write("controls/own.yml", CONTROLS.replace("{at-least: 2048}", "{absent: true}"));
        assertThat(lint()).containsExactly(none);
        write("controls/own.yml", CONTROLS.replace("[ssh]}", "[ssh], facts: [ssh.host-key]}"));
        assertThat(lint()).containsExactly(none);
        write("controls/own.yml", CONTROLS.replace("{at-least: 2048}", "{field: type, absent: true}"));
        assertThat(lint()).isEmpty();
        write("controls/own.yml", CONTROLS.replace("{at-least: 2048}", "{where: {type: ssh-dss}, absent: true}"));
        assertThat(lint()).isEmpty();
    }

    @Test
    void examplesMayBeOfAControlOfTheProfileThatIsExtended() throws Exception {
        write("profile.yml", ProfileWithExamples.HEAD.replaceFirst("(?s)levels:.*", "") + "extends: mozilla-tls\n");
        write("controls/own.yml", CONTROLS.replace("level: \"1\"", "level: old"));
        write("examples/MOZ-01.yml", EXAMPLES.replace("OWN-01", "MOZ-01"));
        assertThat(lint()).isEmpty();
        write("examples/MOZ-01.yml", EXAMPLES.replace("OWN-01", "MOZ-99"));
        assertThat(lint())
                .singleElement()
                .asString()
                .startsWith("examples/MOZ-01.yml:2: control \"MOZ-99\" is not one of");
    }

    @Test
    void refusesTheSameIdTwice() throws Exception {
        write("controls/own2.yml", CONTROLS);
        assertThat(lint())
                .singleElement()
                .asString()
                .startsWith("controls/own2.yml:4: control OWN-01 is already at ")
                .endsWith("controls/own.yml:4");
    }

    @Test
    void holdsExamplesAgainstTheFacts() throws Exception {
        write("examples/OWN-01.yml", EXAMPLES.replace("bits: 2048}}]", "bit: 2048}}]"));
        assertThat(lint()).singleElement().asString().startsWith("examples/OWN-01.yml:4: key \"bit\"");
        write("examples/OWN-01.yml", EXAMPLES.replace("ssh.host-key:", "ssh.hostkey:"));
        assertThat(lint()).anyMatch(line -> line.contains("fact \"ssh.hostkey\" is not one of"));
        write("examples/OWN-01.yml", EXAMPLES.replace("bits: 2048}}]", "bits: many}}]"));
        assertThat(lint()).singleElement().asString().contains("bits \"many\" is not a whole number");
    }

    @Test
    void manualControlHasALevelAndNoCheck() throws Exception {
        String manual = CONTROLS.replace("automation: full", "automation: none\n    from: \"2\"");
        write("controls/own.yml", manual);
        assertThat(lint())
                .anyMatch(line -> line.contains("check has no place in a control with automation: none"))
                .anyMatch(line -> line.contains("asks has no place in a control with automation: none"));
        write(
                "controls/own.yml",
                manual.lines()
                        .filter(line -> !line.contains("check:") && !line.contains("asks:") && !line.contains("bar:"))
                        .reduce("", (a, b) -> a + b + "\n"));
        assertThat(lint()).isEmpty();
    }

    @Test
    void namesTheProfilesThatThereAre() {
        assertThatThrownBy(() -> ProfileSource.of("miit-telekom"))
                .isInstanceOf(MistakesException.class)
                .hasMessageContaining("did you mean \"miit-telecom\"?");
        assertThatThrownBy(() -> ProfileSource.of(folder.resolve("controls").toString()))
                .isInstanceOf(MistakesException.class)
                .hasMessageEndingWith("holds no profile.yml");
    }

    private void assertMistake(String from, String to, String mistake) throws IOException {
        write("controls/own.yml", CONTROLS.replace(from, to));
        assertThat(lint()).as(to).anyMatch(line -> line.contains(mistake));
        writesAGoodProfile();
    }

    private List<String> lint() {
        try {
            return new ProfileLint(vocabulary)
                    .lint(ProfileSource.folder(folder)).stream()
                            .map(mistake -> mistake.toString().replace(folder + "/", ""))
                            .toList();
        } catch (MistakesException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String sha256() throws MistakesException {
        return new ProfileReader(vocabulary).read(ProfileSource.folder(folder)).sha256();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
