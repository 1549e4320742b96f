// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.fact.Collected;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.UnitScope;
import io.netgrade.profile.Attestation;
import io.netgrade.profile.Profile;
import io.netgrade.profile.Signed;
import io.netgrade.scan.Judging;
import io.netgrade.yaml.Language;
import io.netgrade.yaml.MistakesException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormsReportTest {
    private static final LocalDate DAY = Seen.NOW.atZone(ZoneOffset.UTC).toLocalDate();

    @Test
    void anOpenConclusionSaysWhatItMayBeAndWhatIsOpen() throws MistakesException {
        Assessment judged = judged("mlps-2.0", Optional.of("3"), "whois", Signed.NOTHING);
        assertThat(Sample.text(judged, Language.EN, 1000))
                .contains("Report template of 2021 (unverified): undecided: Excellent or Good or Medium or Poor")
                .contains("level 3, 211 items: 0 shown to be met, at least 0 not met in full, the others open")
                .contains("conformity rate from 0 % to 100 %")
                .contains("whether there is a major hidden risk, a person judges")
                .contains("controls for a person")
                .contains("Report template of 2021: From memory.");
        assertThat(Sample.text(judged, Language.ZH, 1000))
                .contains("2021 版等级测评报告模板（未核实）：未定：优 或 良 或 中 或 差")
                .contains("是否存在重大风险隐患须由人工判定");
        assertThat(Sample.html(judged, Language.ZH)).contains("符合率 0 % 至 100 %", "凭记忆整理");
        String json = Sample.json(judged);
        assertThat(json).contains("\"form\" : \"2025\"", "\"decided\" : false").doesNotContain("\"verdict\" : ");
        assertThat(ReportSchemasTest.faults("assessment", json)).isEmpty();
    }

    @Test
    void aConclusionThatIsDecidedIsOneVerdict() throws MistakesException {
        Profile profile = Judging.profile("mlps-2.0");
        List<Attestation> all = profile.controls().stream()
                .filter(control -> control.manual())
                .map(control -> new Attestation(
                        control.id(), control.id(), "", true, "someone", "papers", DAY, DAY.plusYears(1)))
                .toList();
        Assessment judged = judged("mlps-2.0", Optional.of("3"), "whois", new Signed(List.of(), all));
        assertThat(Sample.text(judged, Language.EN, 1000))
                .contains(
                        "Report template of 2025 (unverified): Compliant\n", "no high risk, as all is shown to be met");
        assertThat(Sample.html(judged, Language.EN)).contains("<span class=\"meets\">Excellent</span>");
        String json = Sample.json(judged);
        assertThat(json).contains("\"verdict\" : \"excellent\"", "\"verdict\" : \"compliant\"", "\"least\" : 100");
        assertThat(ReportSchemasTest.faults("assessment", json)).isEmpty();
        assertThat(ReportSchemasTest.faults("assessment", json.replaceFirst("\"verdict\" : \"excellent\",", "")))
                .as("a conclusion that is decided has a verdict")
                .isNotEmpty();
    }

    @Test
    void theWorstVerdictIsMarkedSo() throws MistakesException {
        Assessment judged = judged("mlps-2.0", Optional.of("3"), "gnmi", Signed.NOTHING);
        assertThat(Sample.html(judged, Language.EN))
                .contains("<span class=\"below\">Poor</span>", "there is a high risk");
    }

    @Test
    void withoutALevelNoFormConcludes() throws MistakesException {
        Assessment judged = judged("mlps-2.0", Optional.empty(), "whois", Signed.NOTHING);
        assertThat(Sample.text(judged, Language.EN, 1000))
                .contains("no conclusion, as no level was asked of: all")
                .doesNotContain("undecided: Excellent");
        assertThat(Sample.json(judged)).contains("\"resultForms\" : [");
    }

    @Test
    void profilesWithoutFormsShowNone() throws MistakesException {
        Assessment judged = judged("miit-telecom", Optional.of("2"), "whois", Signed.NOTHING);
        assertThat(Sample.json(judged)).doesNotContain("resultForms");
        assertThat(Sample.text(judged, Language.EN, 1000)).doesNotContain("REPORT TEMPLATES");
        assertThat(Sample.html(judged, Language.EN)).doesNotContain("REPORT TEMPLATES");
    }

    private static Assessment judged(String id, Optional<String> level, String protocol, Signed signed)
            throws MistakesException {
        Profile profile = Judging.profile(id);
        Collected some = new Sample().collected();
        UnitScope unit =
                new UnitScope("all", "", "", "internal", level.flatMap(profile::level), any -> true, any -> true);
        return Judging.judge(
                new Collected(
                        some.run(),
                        List.of(Seen.recognised(Seen.endpoint(1, 23), protocol)),
                        some.attempts(),
                        List.of(),
                        List.of()),
                profile,
                List.of(unit),
                signed,
                Optional.empty());
    }
}
