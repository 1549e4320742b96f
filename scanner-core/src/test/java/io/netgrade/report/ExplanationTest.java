// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.profile.Control;
import io.netgrade.profile.Profile;
import io.netgrade.scan.Judging;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.yaml.Language;
import io.netgrade.yaml.MistakesException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void controlIsToldWithItsBarsRemedyAndOrigin() {
        assertThat(said(explanation ->
                        explanation.control(Sample.profile().controls().get(0), Sample.profile())))
                .startsWith("""
                        SSH-01  Ciphers are sound
                        profile tests 1, chapter tests, automation full

                        Weak ciphers are read.

                        from level 1 (critical):
                          ssh.cipher: none-of rc4, des
                        from level 2 (medium, advice: blocks no level):
                          ssh.cipher: any-of aes

                        remedy: Remove them.
                        derives from: Clause 1
                        see: RFC 9999
                        """);
    }

    @Test
    void manualControlIsForAPerson() {
        assertThat(said(explanation ->
                        explanation.control(Sample.profile().controls().get(2), Sample.profile())))
                .contains("from level 1: no network observation decides it; a person attests it");
    }

    @Test
    void checkIsToldWithTheFactItMeasures() {
        assertThat(said(explanation -> explanation.check(Sample.CIPHER))).startsWith("""
                ssh.cipher  Ciphers.

                measures the field algorithms of:
                ssh.ciphers-offered  What it offers.
                  algorithms (names)  the names
                """);
    }

    @Test
    void settingsOfProductsAreToldWhereSomeAreKnown() throws MistakesException {
        Profile scas = Judging.profile("scas-33117");
        Profile bsi = Judging.profile("bsi-tr-02102");
        Control control = scas.controls().stream()
                .filter(one -> one.checks().contains("ssh.key-exchange"))
                .findFirst()
                .orElseThrow();
        assertThat(said(explanation -> explanation.control(control, scas)))
                .contains("settings by product:\n", "  OpenSSH sshd_config: KexAlgorithms sntrup761x25519");
        Control same = bsi.controls().stream()
                .filter(one -> one.checks().contains("ssh.key-exchange"))
                .findFirst()
                .orElseThrow();
        assertThat(said(explanation -> explanation.control(same, bsi)))
                .as("its own take the place of those that ask for other values")
                .contains("  OpenSSH sshd_config: KexAlgorithms ecdh-sha2-nistp256")
                .doesNotContain("sntrup761x25519");
        assertThat(said(explanation ->
                        explanation.check(ProtocolCatalog.vocabulary().checks().get("ssh.key-exchange"))))
                .contains("settings by product:\n", "KexAlgorithms sntrup761x25519");
        assertThat(said(explanation ->
                        explanation.control(Sample.profile().controls().get(2), Sample.profile())))
                .doesNotContain("settings by product");
    }

    @Test
    void protocolThatOnlyListensSaysSo() {
        assertThat(said(explanation ->
                        explanation.protocol("x", "X", "", List.of(Sample.CIPHERS), List.of(Sample.CIPHER))))
                .contains("netgrade sends nothing: it only listens.", "ssh.ciphers-offered", "ssh.cipher");
    }

    private static String said(Consumer<Explanation> explain) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        explain.accept(new Explanation(out, Language.EN));
        out.flush();
        return text.toString();
    }
}
