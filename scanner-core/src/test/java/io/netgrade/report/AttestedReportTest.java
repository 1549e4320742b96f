// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.grade.Assessment;
import io.netgrade.profile.Attestation;
import io.netgrade.profile.Signed;
import io.netgrade.yaml.Language;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever reads a level is told what of it rests on somebody's word. */
class AttestedReportTest {
    private static final LocalDate DAY = Seen.NOW.atZone(ZoneOffset.UTC).toLocalDate();

    @Test
    void whoAttestedWhatIsTold() {
        Assessment judged = judged(attestation("the auditor", true));
        String until = DAY.plusDays(100).toString();
        assertThat(Sample.text(judged, Language.EN, 1000))
                .contains("  ATTESTED BY A PERSON\n    MAN-01 met, by the auditor on " + DAY + ", valid until " + until
                        + "; inspected: the racks\n")
                .doesNotContain("OPEN, FOR A PERSON");
        assertThat(Sample.text(judged, Language.ZH, 1000))
                .contains(
                        "  已人工确认\n    MAN-01 符合，确认人 the auditor，确认日期 " + DAY + "，有效期至 " + until + "；核查内容：the racks\n");
        assertThat(Sample.html(judged, Language.EN))
                .contains("<h3>ATTESTED BY A PERSON</h3>", "<li>MAN-01 met, by the auditor on ");
        String json = Sample.json(judged);
        assertThat(json).containsSubsequence("\"attested\" : [", "\"control\" : \"MAN-01\"", "\"met\" : true", until);
        assertThat(ReportSchemasTest.faults("assessment", json)).isEmpty();
    }

    @Test
    void thatItIsNotMetIsToldToo() {
        assertThat(Sample.text(judged(attestation("the auditor", false)), Language.EN, 1000))
                .contains("    MAN-01 not met, by the auditor on ");
    }

    @Test
    void whereNobodyAttestedNothingIsSaidOfIt() {
        Assessment judged = judged();
        assertThat(Sample.text(judged, Language.EN, 1000))
                .doesNotContain("ATTESTED")
                .contains("OPEN, FOR A PERSON MAN-01");
        assertThat(Sample.html(judged, Language.EN)).doesNotContain("ATTESTED");
        assertThat(Sample.json(judged)).contains("\"attested\" : [ ]");
    }

    @Test
    void hostileNamesAreMadeVisible() {
        Assessment judged = judged(attestation("<b>\u001b[2J", true));
        assertThat(Sample.text(judged, Language.EN, 1000)).contains("by <b>").doesNotContain("\u001b");
        assertThat(Sample.html(judged, Language.EN)).contains("by &lt;b").doesNotContain("<b>", "\u001b");
    }

    private static Attestation attestation(String by, boolean met) {
        return new Attestation("T-1", "MAN-01", "", met, by, "the racks", DAY, DAY.plusDays(100));
    }

    private static Assessment judged(Attestation... attestations) {
        Sample sample = new Sample().server(1, "aes");
        sample.signed = new Signed(List.of(), List.of(attestations));
        return sample.judged();
    }
}
