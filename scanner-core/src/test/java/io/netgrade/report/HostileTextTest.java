// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.grade.Assessment;
import io.netgrade.yaml.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a hostile service or file name says stays text in every report. */
class HostileTextTest {
    private static final String HOSTILE =
            "</td><script>alert(1)</script>\" onload='x' \u001b[31mred\u001b[0m \u202Eeldoober\u2066\r\nx";

    @ParameterizedTest
    @EnumSource(Language.class)
    void textMovesNoCursorAndReordersNoLine(Language language) {
        String text = Sample.text(hostile(), language, 100);

        assertThat(text).contains("<script>", "\\u001b[31m", "\\u202e");
        assertNoControls(text);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void htmlHoldsNoElementOfTheirs(Language language) {
        String html = Sample.html(hostile(), language);

        assertThat(html)
                .contains("&lt;script", "\\u001b[31m", "\\u202e")
                .doesNotContainIgnoringCase("<script")
                .doesNotContainPattern("<[^>]*onload");
        assertNoControls(html);
    }

    @Test
    void jsonIsAsciiAndEscapesControls() {
        String json = Sample.json(hostile());

        assertThat(json).contains("\\u001B[31m", "\\u202E").matches("[\\n\\x20-\\x7E]+");
    }

    private static Assessment hostile() {
        Sample sample = new Sample().server(1, "rc4", HOSTILE).everything(HOSTILE);
        sample.unit = "u" + HOSTILE;
        sample.title = HOSTILE;
        return sample.judged();
    }

    private static void assertNoControls(String text) {
        assertThat(text.codePoints()
                        .filter(point -> point != '\n')
                        .filter(point -> Character.getType(point) == Character.CONTROL
                                || Character.getType(point) == Character.FORMAT)
                        .mapToObj(Integer::toHexString))
                .isEmpty();
    }
}
