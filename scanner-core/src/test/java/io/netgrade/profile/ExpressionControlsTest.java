// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.scan.ProtocolCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpressionControlsTest {
    @TempDir
    private Path folder;

    private final Vocabulary vocabulary = ProtocolCatalog.vocabulary();

    @BeforeEach
    void writesAProfile() throws Exception {
        ExpressionProfile.write(folder);
    }

    @Test
    void examplesOfAnExpressionAreRun() throws Exception {
        assertThat(lint()).isEmpty();
        assertThat(new ProfileExamples(vocabulary).run(ProfileSource.folder(folder)))
                .hasSize(5)
                .allMatch(ProfileExamples.Outcome::asStated);
    }

    @Test
    void anExampleThatIsNotSoIsTold() throws Exception {
        ExpressionProfile.expression(folder, "facts['ssh.host-key'].all(k, k.bits >= 3072)");
        assertThat(new ProfileExamples(vocabulary).run(ProfileSource.folder(folder)))
                .filteredOn(outcome -> !outcome.asStated())
                .singleElement()
                .asString()
                .contains("fail where pass is stated")
                .contains("does not hold: facts['ssh.host-key'].all(k, k.bits >= 3072)");
    }

    @Test
    void aMistakeIsToldWithLineColumnAndWhatIsAllowed() throws Exception {
        ExpressionProfile.expression(folder, "facts['ssh.host-key'].all(k, k.bitz >= 3072)");
        assertThat(lint())
                .contains("controls/own.yml:12:58: expression: undefined field 'bitz'; "
                        + "ssh.host-key has type, bits, fingerprint, observed");
        ExpressionProfile.expression(folder, "facts['ssh.hostkey'].all(k, true)");
        assertThat(lint())
                .anyMatch(line -> line.startsWith("controls/own.yml:12:35: expression: fact ")
                        && line.endsWith("did you mean \"ssh.host-key\"?"));
    }

    @Test
    void aMistakeInAFoldedOrQuotedTextHasItsPlaceToo() throws Exception {
        String folded = ExpressionProfile.CONTROLS.replace("bar: {expression: \"%s\"}", """
                bar:
                          expression: >-
                            facts['ssh.host-key']
                              .all(k, k.bitz > 1)""");
        Files.writeString(folder.resolve("controls/own.yml"), folded);
        assertThat(lint()).anyMatch(line -> line.startsWith("controls/own.yml:15:24: expression: undefined field"));
        String quoted = ExpressionProfile.CONTROLS.replace("\"%s\"", "'facts[''ssh.host-key''].all(k, k.bitz > 1)'");
        Files.writeString(folder.resolve("controls/own.yml"), quoted);
        assertThat(lint()).anyMatch(line -> line.startsWith("controls/own.yml:12:60: expression: undefined field"));
    }

    @Test
    void anExpressionStandsAlone() throws Exception {
        String beside =
                ExpressionProfile.CONTROLS.replace("\"%s\"}", "\"facts['ssh.host-key'].all(k, true)\", at-least: 1}");
        Files.writeString(folder.resolve("controls/own.yml"), beside);
        assertThat(lint()).anyMatch(line -> line.contains("at-least has no place beside expression"));
    }

    private List<String> lint() throws Exception {
        return new ProfileLint(vocabulary)
                .lint(ProfileSource.folder(folder)).stream()
                        .map(mistake ->
                                mistake.toString().substring(folder.toString().length() + 1))
                        .toList();
    }
}
