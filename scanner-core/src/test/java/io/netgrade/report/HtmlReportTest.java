// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.yaml.Language;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    @Test
    void pageFetchesNothingAndRunsNothing() {
        String html = Sample.html(new Sample().server(1, "rc4").judged(), Language.EN);

        assertThat(html)
                .contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"")
                .doesNotContainIgnoringCase("<script")
                .doesNotContain("src=\"", "url(", "@import", "http://", "https://", "javascript:");
    }

    @Test
    void entryShowsWhatWhereAndTheProof() {
        String html = Sample.html(new Sample().server(1, "aes", "rc4").judged(), Language.EN);

        assertThat(html).contains("SSH-01", "ciphers offered: rc4", "192.0.2.1:22/tcp", "lab.pcap #7", "Clause 1");
    }

    @Test
    void failuresStandBeforePassesWhichAreFolded() {
        String html = Sample.html(new Sample().server(1, "rc4").server(2, "aes").judged(), Language.EN);

        assertThat(html.indexOf("ciphers offered: rc4")).isPositive().isLessThan(html.indexOf("1 control passes"));
        assertThat(html).contains("<summary class=\"dim\">1 control does not apply</summary>");
    }

    @Test
    void pageOfThousandServicesStaysSmall() {
        Sample sample = new Sample();
        for (int host = 1; host <= 1000; host++) {
            sample.server(host, "rc4", "cipher-" + host);
        }
        String html = Sample.html(sample.judged(), Language.EN);

        assertThat(html.length()).isLessThan(120_000);
        assertThat(html).contains("and 992 more: see --format json", "and 900 more: see --format json");
    }

    @Test
    void ladderShowsWhatIsHeldPossibleAndShut() {
        assertThat(Sample.html(new Sample().server(1, "aes").judged(), Language.EN))
                .contains("<span class=\"held\">1</span><span class=\"held asked\">2</span>");
        assertThat(Sample.html(new Sample().server(1, "aes").silent(2).judged(), Language.EN))
                .contains("<span class=\"possible\">1</span><span class=\"possible asked\">2</span>");
        assertThat(Sample.html(new Sample().server(1, "rc4").judged(), Language.EN))
                .contains("<span class=\"shut\">1</span><span class=\"shut asked\">2</span>");
    }

    @Test
    void liftSaysRemedyEffectAndWhatIsToBeDecided() {
        String html = Sample.html(new Sample().server(1, "rc4").silent(2).judged(), Language.EN);
        assertThat(html)
                .contains("TO REACH 2, THE LEVEL ASKED")
                .contains("Remove them. <span class=\"dim\">critical · removes 1 finding, at 192.0.2.1:22/tcp</span>")
                .contains("probe it, or capture where it is used · decides 1 finding");
        assertThat(Sample.html(new Sample().server(1, "rc4").silent(2).judged(), Language.ZH))
                .contains("达到所要求的 2 级需要", "移除弱算法。", "消除 1 项发现", "主动探测，或在使用处抓包");
    }

    @Test
    void severityAndConfidenceStandApart() {
        assertThat(Sample.html(new Sample().server(1, "rc4").judged(), Language.EN))
                .contains("level 1, critical, certain");
        assertThat(Sample.html(new Sample().silent(1).judged(), Language.EN))
                .contains("level 1, critical</span>")
                .doesNotContain("critical, certain");
    }

    @Test
    void operatorsResultIsThatOfItsWeakestUnit() {
        assertThat(Sample.html(new Sample().server(1, "rc4").judged(), Language.EN))
                .contains("<strong>OPERATOR</strong> below: the weakest unit is core, provisional");
    }
}
