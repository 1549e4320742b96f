// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.grade.Assessment;
import io.netgrade.yaml.Language;
import org.junit.jupiter.api.Test;

/** Services that are not expected of a unit are shown in every form, and nothing of them where there are none. */
class UnexpectedReportTest {
    @Test
    void everyFormShowsThem() {
        Assessment named = sample("dns-authoritative");
        assertThat(Sample.text(named, Language.EN, 100))
                .contains("NOT EXPECTED OF SUCH A UNIT", "ssh at 192.0.2.1:22/tcp");
        assertThat(Sample.text(named, Language.ZH, 100)).contains("该类单元不应提供的服务");
        assertThat(Sample.html(named, Language.EN)).contains("NOT EXPECTED OF SUCH A UNIT");
        assertThat(Sample.html(named, Language.ZH)).contains("该类单元不应提供的服务");
        assertThat(Sample.json(named).replaceAll("\\s", ""))
                .contains(
                        "\"unexpected\":[{\"address\":\"192.0.2.1\",\"port\":22,\"transport\":\"tcp\",\"protocol\":\"ssh\"}]");
    }

    @Test
    void nothingIsSaidWhereNothingIsUnexpected() {
        for (String type : new String[] {"", "support-oss"}) {
            Assessment named = sample(type);
            assertThat(Sample.text(named, Language.EN, 100)).doesNotContain("NOT EXPECTED");
            assertThat(Sample.html(named, Language.EN)).doesNotContain("NOT EXPECTED");
            assertThat(Sample.json(named).replaceAll("\\s", "")).contains("\"unexpected\":[]");
        }
    }

    private static Assessment sample(String type) {
        Sample sample = new Sample().server(1, "aes");
        sample.type = type;
        return sample.judged();
    }
}
