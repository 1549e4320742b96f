// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Observation;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.HighRiskFound;
import io.netgrade.grade.UnitScope;
import io.netgrade.profile.Profile;
import io.netgrade.scan.Judging;
import io.netgrade.yaml.Language;
import io.netgrade.yaml.MistakesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HighRisksTest {
    @Test
    void telnetIsManagementInClear() throws MistakesException {
        Assessment judged = judged("mlps-2.0", "3", "telnet");
        assertThat(HighRiskFound.of(judged))
                .filteredOn(found -> found.highRisk().id().equals("6.4.1.2"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.controls()).contains("CES-101");
                    assertThat(found.highRisk().mitigations())
                            .extracting(mitigation -> mitigation.kind())
                            .containsExactly("two-factor");
                });
        assertThat(Sample.text(judged, Language.EN, 100))
                .contains("HIGH-RISK CASES", "all 6.4.1.2 Credentials of remote management");
        assertThat(Sample.html(judged, Language.ZH)).contains("6.4.1.2", "远程管理的鉴别信息明文或可逆编码传输");
        assertThat(Sample.html(judged("miit-telecom", "2", "telnet"), Language.EN))
                .doesNotContain("HIGH-RISK");
        assertThat(Sample.json(judged)).contains("\"case\" : \"6.4.1.2\"");
    }

    @Test
    void caseOfAHigherLevelThanIsAskedIsNone() throws MistakesException {
        Assessment low = judged("mlps-2.0", "1", "telnet");
        assertThat(HighRiskFound.of(low)).isEmpty();
    }

    @Test
    void whatFailsNothingMakesNoCase() throws MistakesException {
        Assessment judged = judged("mlps-2.0", "3", "whois");
        assertThat(HighRiskFound.of(judged)).isEmpty();
        assertThat(Sample.json(judged)).contains("\"highRisks\" : [");
    }

    @Test
    void otherProfilesKnowNoSuchCases() throws MistakesException {
        assertThat(Sample.json(judged("miit-telecom", "2", "telnet"))).doesNotContain("highRisks");
    }

    @Test
    void aProfileThatExtendsOneKnowsItsCases(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("profile.yml"), """
                schema: netgrade.profile/1
                id: own
                version: "1"
                title: {en: Own, zh: 自有}
                source: our own rules
                extends: mlps-2.0
                """);
        Assessment own = judged(folder.toString(), "3", "telnet");
        assertThat(own.profile().id()).isEqualTo("own");
        assertThat(HighRiskFound.of(own))
                .extracting(found -> found.highRisk().id())
                .isEqualTo(HighRiskFound.of(judged("mlps-2.0", "3", "telnet")).stream()
                        .map(found -> found.highRisk().id())
                        .toList())
                .contains("6.4.1.2");
        assertThat(Sample.json(own)).contains("\"case\" : \"6.4.1.2\"", "\"resultForms\"");
        Files.writeString(
                folder.resolve("profile.yml"),
                Files.readString(folder.resolve("profile.yml")).replace("mlps-2.0", "miit-telecom"));
        assertThat(Sample.json(judged(folder.toString(), "2", "telnet"))).doesNotContain("highRisks", "resultForms");
    }

    private static Assessment judged(String id, String level, String protocol) throws MistakesException {
        Profile profile = Judging.profile(id);
        List<Observation> seen = List.of(Seen.recognised(Seen.endpoint(1, 23), protocol));
        Collected some = new Sample().collected();
        UnitScope unit = new UnitScope("all", "", "", "internal", profile.level(level), any -> true, any -> true);
        return Judging.judge(
                new Collected(some.run(), seen, some.attempts(), List.of(), List.of()),
                profile,
                List.of(unit),
                Optional.empty());
    }
}
