// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Collected;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.UnitScope;
import io.netgrade.profile.DeclaredService;
import io.netgrade.profile.Profile;
import io.netgrade.profile.Signed;
import io.netgrade.profile.Statements;
import io.netgrade.profile.Waiver;
import io.netgrade.scan.Judging;
import io.netgrade.yaml.Language;
import io.netgrade.yaml.MistakesException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticesReportTest {
    private static final LocalDate DAY = Seen.NOW.atZone(ZoneOffset.UTC).toLocalDate();

    @Test
    void noticesAreToldInBothLanguages() throws MistakesException {
        Assessment judged = judged(List.of(declared(22, "ssh"), declared(53, "dns")), waiver("W-1"));
        assertThat(Sample.text(judged, Language.EN, 1000))
                .contains(
                        "\nNOTICES\n",
                        "  waiver W-1 (MGT-01) waives nothing: nothing it is for fails\n",
                        "  unit all: declared and not seen: 53/tcp dns (for names)\n");
        assertThat(Sample.text(judged, Language.ZH, 1000))
                .contains("\n提示\n", "豁免 W-1（MGT-01）未豁免任何项", "单元 all：已声明而未见到的服务：53/tcp dns (for names)");
        assertThat(Sample.html(judged, Language.EN))
                .contains("<h3>NOTICES</h3>", "<li>unit all: declared and not seen: 53/tcp dns (for names)</li>");
        String json = Sample.json(judged);
        assertThat(json).contains("\"kind\" : \"declared-not-seen\"");
        assertThat(ReportSchemasTest.faults("assessment", json)).isEmpty();
    }

    @Test
    void whoeverHasNothingToKnowIsToldNothing() throws MistakesException {
        Assessment judged = judged(List.of(declared(22, "ssh")));
        assertThat(Sample.text(judged, Language.EN, 1000)).doesNotContain("NOTICES");
        assertThat(Sample.html(judged, Language.EN)).doesNotContain("NOTICES");
    }

    @Test
    void hostileNamesAreMadeVisible() throws MistakesException {
        Assessment judged = judged(List.of(declared(22, "ssh")), waiver("<b>\u001b[2J"));
        assertThat(Sample.text(judged, Language.EN, 1000))
                .contains("waiver <b>")
                .doesNotContain("\u001b");
        assertThat(Sample.html(judged, Language.EN)).contains("waiver &lt;b").doesNotContain("<b>", "\u001b");
    }

    private static DeclaredService declared(int port, String protocol) {
        return new DeclaredService(
                List.of(), PortSet.of(port), Transport.TCP, Optional.of(protocol), List.of(), "for names", "");
    }

    private static Waiver waiver(String id) {
        return new Waiver(
                id,
                "MGT-01",
                "",
                Optional.empty(),
                "",
                "r",
                new Waiver.Compensating("two-factor", "s"),
                "o",
                "a",
                DAY,
                DAY.plusYears(1));
    }

    private static Assessment judged(List<DeclaredService> services, Waiver... waivers) throws MistakesException {
        Profile profile = Judging.profile("miit-telecom");
        Collected some = new Sample().collected();
        Statements stated = new Statements(Optional.of(services), Optional.empty());
        UnitScope unit =
                new UnitScope("all", "", "", "internal", Optional.empty(), any -> true, any -> true, List.of(), stated);
        return Judging.judge(
                new Collected(
                        some.run(),
                        List.of(Seen.recognised(Seen.endpoint(1, 22), "ssh")),
                        some.attempts(),
                        List.of(),
                        List.of()),
                profile,
                List.of(unit),
                new Signed(List.of(waivers), List.of()),
                Optional.empty());
    }
}
