// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.grade.Assessment;
import io.netgrade.yaml.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {
    @Test
    void smallAssessmentIsOneScreen() {
        assertThat(Sample.text(small(), Language.EN, 80)).isEqualTo("""
                netgrade 0.1.0 analyze  profile tests 1 (sha256 abababababab)  vantage untrusted

                UNIT  TYPE  ASKED  HELD  POSSIBLE  RESULT
                core  -     2      none  none      below   provisional

                OPERATOR below: the weakest unit is core, provisional

                core Core network
                  BLOCKED BY
                    SSH-01 Ciphers are sound (critical, certain)
                           ciphers offered: rc4, des, at 192.0.2.1:22/tcp
                  UNDECIDED
                    SSH-01 Ciphers are sound (not asked, at 192.0.2.2:22/tcp)
                  TO REACH 2, THE LEVEL ASKED
                    fix SSH-01 Remove them. (removes 1 finding, at 192.0.2.1:22/tcp)
                    decide SSH-01: probe it, or capture where it is used
                  OPEN, FOR A PERSON MAN-01
                  PROVISIONAL, BECAUSE nothing was probed: a capture shows what was used, not
                                       all that is there; 1 control is for a person to attest

                COVERAGE
                  undecided for: not asked 2

                PROFILES
                  tests 1 Tests
                    A source
                    sha256 abababababababababababababababababababababababababababababababab
                """);
    }

    @Test
    void smallAssessmentInChinese() {
        assertThat(Sample.text(small(), Language.ZH, 80)).isEqualTo("""
                netgrade 0.1.0 analyze  配置文件 tests 1（sha256 abababababab）  观测位置
                               untrusted

                单元  类型  要求  已达到  最高可能  结论
                core  -     2     无      无        低于要求  暂定

                运营者结论 低于要求：最薄弱的单元是 core，暂定

                core Core network
                  阻碍项
                    SSH-01 加密算法安全（严重，确定）
                           ciphers offered: rc4, des，位于 192.0.2.1:22/tcp
                  未定项
                    SSH-01 加密算法安全（未询问，位于 192.0.2.2:22/tcp）
                  达到所要求的 2 级需要
                    整改 SSH-01 移除弱算法。（消除 1 项发现，位于 192.0.2.1:22/tcp）
                    查明 SSH-01：主动探测，或在使用处抓包
                  待人工核查 MAN-01
                  暂定，因为 nothing was probed: a capture shows what was used, not all that is
                             there；1 control is for a person to attest

                覆盖情况
                  未定原因：未询问 2

                配置文件
                  tests 1 测试
                    A source
                    sha256 abababababababababababababababababababababababababababababababab
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 100})
    void noLineIsWiderThanThePage(int columns) {
        Sample sample = new Sample().everything("word ".repeat(60)).silent(3);
        for (int host = 10; host < 40; host++) {
            sample.server(host, "rc4", "weak-" + host);
        }
        for (Language language : Language.values()) {
            assertThat(Sample.text(sample.judged(), language, columns).lines())
                    .filteredOn(
                            line -> !line.startsWith("core  -") && !line.contains("POSSIBLE") && !line.contains("最高可能"))
                    .allSatisfy(line -> assertThat(Shown.columns(line)).isLessThanOrEqualTo(columns));
        }
    }

    @Test
    void manyEndpointsAreOneEntry() {
        Sample sample = new Sample();
        for (int host = 1; host <= 200; host++) {
            sample.server(host, "rc4");
        }

        assertThat(Sample.text(sample.judged(), Language.EN, 100))
                .contains(
                        "ciphers offered: rc4, at 192.0.2.1:22/tcp, 192.0.2.2:22/tcp, 192.0.2.3:22/tcp and 197\n           more")
                .hasLineCount(25);
    }

    @Test
    void widthIsTheTerminalsWhereItIsKnown() {
        assertThat(Page.width(name -> "72")).isEqualTo(72);
        assertThat(Page.width(name -> "wide")).isEqualTo(100);
        assertThat(Page.width(name -> null)).isEqualTo(100);
    }

    private static Assessment small() {
        return new Sample().server(1, "aes", "rc4", "des").silent(2).judged();
    }
}
