// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several profiles judge one run: the first decides the exit code, each has levels of its own. */
class ManyProfilesTest {
    private static final String WEAK = "tls/nginx-1.22.1-weak.pcap";

    @TempDir
    Path folder;

    @Test
    void theFirstDecidesTheExitCode() {
        String capture = Ran.capture(WEAK);

        assertThat(analyze(capture, "--profile", "ssl-labs", "--level", "F").code())
                .isNotEqualTo(1);
        assertThat(analyze(capture, "--profile", "ssl-labs", "--level", "A+").code())
                .isEqualTo(1);
        String[] laxFirst = {
            "--profile", "ssl-labs", "--level", "F", "--profile", "miit-telecom", "--level", "miit-telecom=5"
        };
        Ran ran = analyze(capture, laxFirst);
        assertThat(ran.code()).as(ran.err()).isNotEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "\"profile\" : \"miit-telecom\"", "\"required\" : \"5\"", "\"required\" : \"F\"", "\"below\"");
    }

    @Test
    void moreIsSaidOfEndpointsAndProductsWhereAsked() {
        String capture = Ran.capture("ssh/openssh-9.2p1-weak.pcap");
        Ran more = Ran.netgrade("analyze", capture, "--profile", "scas-33117", "-v");
        assertThat(more.out())
                .as(more.err())
                .contains("LEVEL OF EACH ENDPOINT", "fix OpenSSH sshd_config: KexAlgorithms");
        Ran usual = Ran.netgrade("analyze", capture, "--profile", "scas-33117");
        assertThat(usual.out()).doesNotContain("LEVEL OF EACH ENDPOINT", "fix OpenSSH");
        assertThat(usual.code()).isEqualTo(more.code());
        assertThat(Ran.netgrade("explain", "ssh.key-exchange", "--lang", "zh").out())
                .contains("按产品的设置：", "OpenSSH sshd_config：KexAlgorithms");
        assertThat(Ran.netgrade("explain", "smpp.bind-in-clear").out()).doesNotContain("settings by product");
    }

    @Test
    void whatIsWrongWithThemIsSaid() {
        String capture = Ran.capture(WEAK);

        assertRefused(
                analyze(capture, "--profile", "ssl-labs", "--profile", "mlps-2.0", "--level", "mlps=2"),
                "--level: \"mlps\" is not one of the profiles that judge: ssl-labs, mlps-2.0");
        assertRefused(
                analyze(capture, "--profile", "ssl-labs", "--profile", "mlps-2.0", "--level", "mlps-2.0=A"),
                "--level: \"A\" is not one of the levels of mlps-2.0: 1, 2, 3, 4");
        assertRefused(
                analyze(capture, "--profile", "ssl-labs", "--level", "A", "--level", "ssl-labs=B"),
                "--level: said twice of profile ssl-labs");
        assertRefused(
                analyze(capture, "--profile", "ssl-labs", "--profile", "ssl-labs"),
                "--profile: profile ssl-labs is there twice");
    }

    @Test
    void aPlanNamesThemAndTheirLevels() throws IOException {
        Path plan = plan("profiles: [ssl-labs, mozilla-tls]", "required-under: {ssl-labs: A+}");

        Ran ran = Ran.netgrade("assess", plan.toString(), "--state", folder.toString(), "--format", "json");

        assertThat(ran.code()).as(ran.err()).isEqualTo(1);
        assertThat(ran.out())
                .contains("\"profile\" : \"ssl-labs\"", "\"profile\" : \"mozilla-tls\"", "\"required\" : \"A+\"")
                .contains("\"required\" : \"4\"");
        Ran others = Ran.netgrade(
                "assess",
                plan.toString(),
                "--state",
                folder.toString(),
                "--format",
                "json",
                "--profile",
                "miit-telecom",
                "--profile",
                "bsi-tr-02102");
        assertThat(others.out()).contains("\"profile\" : \"bsi-tr-02102\"").doesNotContain("ssl-labs");
    }

    @Test
    void aPlanMayNotAskALevelOfAProfileThatDoesNotJudge() throws IOException {
        assertRefused(
                Ran.netgrade(
                        "assess",
                        plan("profiles: ssl-labs", "required-under: {mlps-2.0: 3}")
                                .toString()),
                "key \"mlps-2.0\" is not one of ssl-labs");
        assertRefused(
                Ran.netgrade(
                        "assess",
                        plan("profiles: ssl-labs", "required-under: {ssl-labs: Z}")
                                .toString()),
                "ssl-labs \"Z\" is not one of F, E, D, C, B, A, A+");
        assertRefused(
                Ran.netgrade(
                        "assess",
                        plan("profiles: [ssl-labs, miit-telecom]", "type: idc").toString()),
                "profile miit-telecom is there twice");
        assertRefused(
                Ran.netgrade("assess", plan("profiles: [no-such]", "type: idc").toString()),
                "profile \"no-such\" is not one of");
    }

    @Test
    void showPrintsWhatEachVersionChanged() {
        assertThat(Ran.netgrade("profiles", "show", "ssl-labs").out()).contains("changes in 0.1.0 (2026-11-30)");
        assertThat(Ran.netgrade("profiles", "show", "ssl-labs", "--format", "json")
                        .out())
                .contains("\"changes\" : [", "\"date\" : \"2026-11-30\"");
    }

    private Path plan(String profiles, String unit) throws IOException {
        return Files.writeString(folder.resolve("plan.yaml"), """
                schema: netgrade.plan/1
                %s
                units:
                  - {id: web, required: "4", %s, captures: ['%s']}
                """.formatted(profiles, unit, Ran.capture(WEAK)));
    }

    private static Ran analyze(String capture, String... options) {
        String[] all = new String[options.length + 4];
        System.arraycopy(new String[] {"analyze", capture, "--format", "json"}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        return Ran.netgrade(all);
    }

    private static void assertRefused(Ran ran, String mistake) {
        assertThat(ran.code()).as(ran.out()).isEqualTo(64);
        assertThat(ran.err()).contains(mistake);
    }
}
