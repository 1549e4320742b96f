// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.yaml.Language;
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
                .isEqualTo("""
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
        assertThat(said(explanation -> explanation.check(Sample.CIPHER))).isEqualTo("""
                ssh.cipher  Ciphers.

                measures the field algorithms of:
                ssh.ciphers-offered  What it offers.
                  algorithms (names)  the names
                """);
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
