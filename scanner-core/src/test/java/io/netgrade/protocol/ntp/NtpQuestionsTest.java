// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ntp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class NtpQuestionsTest {
    /** What NTPsec answered, up to the time that it gives back, and behind it. */
    private static final String BEFORE = "24020000 00000000 00000002 7f000001 eeb7402af2dfda3c".replace(" ", "");

    private static final String BEHIND = "eeb7402af2dfda3ceeb7402af3e625c5";

    @Test
    void readsTheTimeThatBelongsToTheQuestion() {
        Interview interview = ask("ntp.time");
        String nonce = hex(interview).substring(80);
        assertThat(hex(interview)).startsWith("23" + "00".repeat(39)).hasSize(96);

        assertThat(interview.hear(bytes(BEFORE + nonce + BEHIND))).isEqualTo(Progress.DONE);
        assertThat(interview.facts())
                .containsExactly(NtpFacts.TIME.partial("server", 4, 2), NtpFacts.AUTHENTICATION.partial("none", null));
        Interview other = ask("ntp.time");
        assertThat(other.hear(bytes(BEFORE + nonce + BEHIND))).isEqualTo(Progress.MALFORMED);
        assertThat(other.facts()).isEmpty();
    }

    @Test
    void readsVariables() {
        Interview interview = ask("ntp.variables");
        String sequence = hex(interview).substring(4, 8);
        assertThat(hex(interview)).isEqualTo("1602" + sequence + "0000000000000000");
        String text = "version=\"ntpd 4.2.8p15@1.3728-o\"";
        String data = HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
        String answer = "1682%s0615000000000000".formatted(sequence);

        assertThat(interview.hear(bytes(answer.substring(0, 20) + "%04x".formatted(text.length()) + data)))
                .isEqualTo(Progress.DONE);
        assertThat(interview.facts())
                .contains(NtpFacts.CONTROL.partial("read-variables", true))
                .anyMatch(fact -> fact.is(CommonFacts.SOFTWARE));
        Interview other = ask("ntp.variables");
        String foreign = "%04x".formatted(Integer.parseInt(hex(other).substring(4, 8), 16) ^ 1);
        assertThat(other.hear(bytes("1682" + foreign + "0000000000000000"))).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void asksThePrivateModeForItsSmallestAnswer() {
        Interview interview = ask("ntp.private");
        assertThat(hex(interview)).isEqualTo("1700030300000000");

        assertThat(interview.hear(bytes("9700030300010018" + "00".repeat(24)))).isEqualTo(Progress.DONE);
        assertThat(interview.facts()).containsExactly(NtpFacts.PRIVATE.partial("request-3", true, 1));
    }

    @Test
    void readsThatThePrivateModeIsThereAndRefuses() {
        Interview interview = ask("ntp.private");

        assertThat(interview.hear(bytes("9700030370000000"))).isEqualTo(Progress.DONE);
        assertThat(interview.facts()).containsExactly(NtpFacts.PRIVATE.partial("request-3", false, 0));
    }

    @Test
    void takesNoAnswerOfAnotherMode() {
        Interview interview = ask("ntp.private");

        assertThat(interview.hear(bytes("9700032a00010018" + "00".repeat(24)))).isEqualTo(Progress.MALFORMED);
        assertThat(interview.hear(interview.lastSent())).isEqualTo(Progress.MALFORMED);
        assertThat(interview.hear(bytes("97000303"))).isEqualTo(Progress.MALFORMED);
        assertThat(interview.facts()).isEmpty();
    }

    private static Interview ask(String question) {
        return Questioning.of(NtpProtocol.protocol(), Transport.UDP, question);
    }

    private static String hex(Interview interview) {
        return HexFormat.of().formatHex(interview.lastSent());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
