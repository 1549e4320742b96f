// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Collected;
import io.netgrade.fact.Run;
import io.netgrade.grade.Assessments;
import io.netgrade.grade.UnitScope;
import io.netgrade.profile.Profile;
import io.netgrade.profile.Signed;
import io.netgrade.scan.CaptureInputs;
import io.netgrade.scan.Captures;
import io.netgrade.scan.Collector;
import io.netgrade.scan.Judging;
import io.netgrade.scan.ReadingWatch;
import io.netgrade.yaml.Language;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reports of one run under several profiles. */
class ManyProfilesReportTest {
    private static final Instant THEN = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void jsonKeepsTheFirstProfilesMembersAndAddsTheOthers() throws Exception {
        String alone = json(judged("miit-telecom"));
        String both = json(judged("miit-telecom", "ssl-labs", "mozilla-tls"));

        String findings = between(alone, "\"findings\"", "\"coverage\"");
        assertThat(between(both, "\"findings\"", "\"coverage\"")).isEqualTo(findings);
        assertThat(between(alone, "\"assessments\"", "\n}").lines().toList())
                .containsExactly("\"assessments\" : [ ],", "  \"clauseMap\" : [ ]");
        assertThat(both)
                .contains("\"profile\" : \"ssl-labs\"", "\"profile\" : \"mozilla-tls\"", "\"control\" : \"LAB-01\"")
                .contains("\"effective\" : \"2026-04-06\"", "\"changes\" : [");
        assertThat(ReportSchemasTest.faults("assessment", both)).isEmpty();
    }

    @Test
    void textShowsThemOneAfterAnotherAndTheMap() throws Exception {
        String text = text(judged("miit-telecom", "ssl-labs"), Language.EN);

        assertThat(text)
                .containsSubsequence(
                        "profile miit-telecom",
                        "UNDER PROFILE ssl-labs",
                        "SCORES",
                        "no score, ",
                        "CLAUSE MAP",
                        "tls.version",
                        "SSL Labs Server Rating Guide",
                        "COVERAGE",
                        "PROFILES");
        assertThat(text(judged("miit-telecom", "ssl-labs"), Language.ZH)).contains("条款对照", "按配置文件 ssl-labs", "无评分");
    }

    @Test
    void htmlShowsThemAndTheMap() throws Exception {
        StringWriter html = new StringWriter();
        HtmlReport.write(judged("miit-telecom", "ssl-labs"), Language.EN, html);

        assertThat(html.toString())
                .contains("UNDER PROFILE ssl-labs", "CLAUSE MAP", "<code>tls.version</code>", "SCORES", "CHANGES")
                .doesNotContainIgnoringCase("<script");
    }

    @Test
    void aFailureNamesTheSettingOfTheProductThatWasSeen() throws Exception {
        Assessments seen = judgedOf("ssh/openssh-9.2p1-weak.pcap", "miit-telecom", "scas-33117");
        String json = json(seen);

        assertThat(json)
                .contains(
                        "\"remedy\" : {",
                        "\"place\" : \"sshd_config\"",
                        "\"setting\" : \"KexAlgorithms sntrup761x25519")
                .doesNotContain("nginx.conf");
        assertThat(ReportSchemasTest.faults("assessment", json)).isEmpty();
        assertThat(json(judged("miit-telecom")))
                .as("no product was disclosed")
                .contains("\"remedy\" : {")
                .doesNotContain("\"place\" :");
        StringWriter html = new StringWriter();
        HtmlReport.write(seen, Language.ZH, html);
        assertThat(html.toString()).contains("KexAlgorithms sntrup761x25519", "sshd_config");
    }

    @Test
    void aProfilesOwnSettingsComeInPlaceOfTheShippedOnes() throws Exception {
        String capture = "ssh/openssh-9.2p1-weak.pcap";

        assertThat(json(judgedOf(capture, "bsi-tr-02102")))
                .contains("KexAlgorithms ecdh-sha2-nistp256")
                .doesNotContain("KexAlgorithms sntrup761x25519");
        assertThat(json(judgedOf(capture, "scas-33117")))
                .contains("KexAlgorithms sntrup761x25519")
                .doesNotContain("KexAlgorithms ecdh-sha2-nistp256");
    }

    @Test
    void moreTextShowsTheLevelOfEachEndpointAndTheSettingsOfTheProduct() throws Exception {
        Assessments seen = judgedOf("ssh/openssh-9.2p1-weak.pcap", "scas-33117", "bsi-tr-02102");
        String more = text(seen, Language.EN, true);

        assertThat(more)
                .containsSubsequence(
                        "LEVEL OF EACH ENDPOINT",
                        ":22/tcp held none, possible",
                        "BLOCKED BY",
                        "fix OpenSSH sshd_config: KexAlgorithms sntrup761x25519",
                        "UNDER PROFILE bsi-tr-02102",
                        "LEVEL OF EACH ENDPOINT",
                        "fix OpenSSH sshd_config: KexAlgorithms ecdh-sha2-nistp256");
        assertThat(text(seen, Language.ZH, true)).contains("各端点的等级", "整改 OpenSSH sshd_config：");
        assertThat(text(seen, Language.EN)).doesNotContain("LEVEL OF EACH ENDPOINT", "OpenSSH sshd_config");
        assertThat(text(judged("miit-telecom"), Language.EN, true))
                .as("no product was disclosed")
                .contains("LEVEL OF EACH ENDPOINT")
                .doesNotContain("nginx.conf");
    }

    @Test
    void jsonAndHtmlShowTheLevelOfEachEndpoint() throws Exception {
        Assessments seen = judged("miit-telecom", "ssl-labs");
        assertThat(json(seen)).contains("\"endpoints\" : [\n", "\"shown\" : ");
        StringWriter html = new StringWriter();
        HtmlReport.write(seen, Language.EN, html);
        assertThat(html.toString().split("LEVEL OF EACH ENDPOINT", -1)).hasSize(3);
    }

    @Test
    void oneProfileShowsNoMap() throws Exception {
        assertThat(text(judged("miit-telecom"), Language.EN)).doesNotContain("CLAUSE MAP", "UNDER PROFILE");
    }

    private static Assessments judged(String... profiles) throws Exception {
        return judgedOf("tls/nginx-1.22.1-weak.pcap", profiles);
    }

    private static Assessments judgedOf(String capture, String... profiles) throws Exception {
        Path captures = Path.of(Objects.requireNonNull(System.getProperty("netgrade.root")), "test-captures");
        Run run = new Run("test", "0", "analyze", THEN, THEN, "untrusted", true);
        try (Collector collector = new Collector(Optional.empty())) {
            CaptureInputs inputs = CaptureInputs.of(List.of(capture), captures);
            Captures.examine(inputs.files(), InputStream.nullInputStream(), collector, new ReadingWatch());
            Collected collected = collector.collected(run, THEN);
            UnitScope unit = new UnitScope("all", "", "", "untrusted", Optional.empty(), any -> true, any -> true);
            List<Judging.Asked> asked = new ArrayList<>();
            for (String id : profiles) {
                Profile profile = Judging.profile(id);
                asked.add(new Judging.Asked(profile, List.of(unit)));
            }
            return Judging.judge(collected, asked, Signed.NOTHING, Optional.empty());
        }
    }

    private static String json(Assessments all) throws Exception {
        StringWriter text = new StringWriter();
        JsonReport.write(all, text);
        return text.toString();
    }

    private static String text(Assessments all, Language language) {
        return text(all, language, false);
    }

    private static String text(Assessments all, Language language, boolean more) {
        StringWriter text = new StringWriter();
        TextReport.write(all, language, Paint.PLAIN, more, more ? 1000 : 100, new PrintWriter(text));
        return text.toString();
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        int end = text.lastIndexOf(to);
        assertThat(start).isPositive();
        return text.substring(start, end > start ? end : text.length());
    }
}
