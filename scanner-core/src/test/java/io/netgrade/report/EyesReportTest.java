// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Evidence.Source;
import io.netgrade.grade.Assessment;
import io.netgrade.yaml.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What both eyes tell together, in each report. */
class EyesReportTest {

    @Test
    void disagreementIsShownWithBothReadingsAndPlaces() {
        Assessment judged = differing("aes", "rc4").judged();
        assertThat(flowing(Sample.text(judged, Language.EN, 240)))
                .contains("BOTH EYES TOGETHER", "Capture and probe say different things")
                .contains("192.0.2.1:22/tcp ssh.ciphers-offered capture: algorithms [aes], lab.pcap #7; probe:"
                        + " algorithms [rc4], lab.pcap 2026-01-01T00:00:00Z");
        assertThat(Sample.text(judged, Language.ZH, 240)).contains("双眼对照", "抓包与探测所述不同");
        assertThat(Sample.html(judged, Language.EN))
                .contains("<h3>Capture and probe say different things</h3>", "[rc4]");
        assertThat(Sample.html(judged, Language.ZH)).contains("双眼对照");
        assertThat(Sample.json(judged))
                .contains("\"kind\" : \"disagreement\"", "\"fact\" : \"ssh.ciphers-offered\"", "\"captured\" : {");
    }

    @Test
    void agreementIsCountedAndNoDifferenceIsShown() {
        Assessment judged = differing("aes", "aes").judged();
        assertThat(flowing(Sample.text(judged, Language.EN, 240)))
                .contains(
                        "1 service was seen by both: kinds of fact: 1 told alike, 0 by captures alone, 0 by probes alone")
                .doesNotContain("say different things");
        assertThat(Sample.json(judged)).contains("\"disagreement\" : 0").doesNotContain("\"kind\" : \"disagreement\"");
    }

    @Test
    void oneEyeAloneHasNoSuchSection() {
        Assessment judged = new Sample().server(1, "aes").judged();
        assertThat(Sample.text(judged, Language.EN, 240)).doesNotContain("BOTH EYES");
        assertThat(Sample.html(judged, Language.EN)).doesNotContain("BOTH EYES");
    }

    @Test
    void hostileWordsMoveNothing() {
        Assessment judged = differing("\u001b[2J<script>", "\u202e").judged();
        assertThat(Sample.text(judged, Language.EN, 240))
                .doesNotContain("\u001b", "\u202e")
                .contains("\\u001b");
        assertThat(Sample.html(judged, Language.EN)).doesNotContain("<script>", "\u202e");
    }

    private static Sample differing(String captured, String probed) {
        return new Sample().server(1, captured).saw(1, Source.PROBE, Sample.CIPHERS.complete(List.of(probed)));
    }

    private static String flowing(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
