// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class EchoQuestionsTest {
    @Test
    void readsAnEchoOfVersion2() {
        Interview interview = ask(GtpControlProtocol.protocol(), Transport.UDP, "gtp-c.echo-v2");
        assertThat(hex(interview)).matches("40010009[0-9a-f]{6}000300010000");

        assertThat(interview.hear(bytes("40020009" + hex(interview).substring(8, 14) + "000300010007")))
                .isEqualTo(Progress.DONE);
        assertThat(interview.facts())
                .containsExactly(
                        GtpControlFacts.MESSAGE.partial("v2", "echo-response"),
                        GtpControlFacts.ECHO.partial(true, "v2", 7));
    }

    @Test
    void readsARefusalOfVersion2AsAnAnswerAndNoEcho() {
        Interview interview = ask(GtpControlProtocol.protocol(), Transport.UDP, "gtp-c.echo-v2");

        assertThat(interview.hear(bytes("40030004" + hex(interview).substring(8, 14) + "00")))
                .isEqualTo(Progress.DONE);
        assertThat(interview.facts())
                .containsExactly(GtpControlFacts.MESSAGE.partial("v2", "version-not-supported-indication"));
    }

    @Test
    void readsEchoesOfVersion1OnBothPlanes() {
        Interview control = ask(GtpControlProtocol.protocol(), Transport.UDP, "gtp-c.echo-v1");
        Interview user = ask(GtpUserProtocol.protocol(), Transport.UDP, "gtp-u.echo");
        for (Interview interview : new Interview[] {control, user}) {
            assertThat(hex(interview)).matches("3201000400000000[0-9a-f]{4}0000");
            assertThat(interview.hear(bytes("3202000600000000" + hex(interview).substring(16, 20) + "00000e05")))
                    .isEqualTo(Progress.DONE);
        }

        assertThat(control.facts()).contains(GtpControlFacts.ECHO.partial(true, "v1", 5));
        assertThat(user.facts()).contains(GtpUserFacts.ECHO.partial(true));
    }

    @Test
    void readsTheEchoOfAChargingGateway() {
        for (Transport transport : new Transport[] {Transport.UDP, Transport.TCP}) {
            Interview interview = ask(PrimeProtocol.protocol(), transport, "gtp-prime.echo");
            assertThat(hex(interview)).matches("4e010000[0-9a-f]{4}");

            assertThat(interview.hear(bytes("4e020002" + hex(interview).substring(8) + "0e01")))
                    .isEqualTo(Progress.DONE);
            assertThat(interview.facts())
                    .containsExactly(
                            PrimeFacts.MESSAGE.partial("echo-response", "gateway"), PrimeFacts.ECHO.partial(true));
        }
    }

    @Test
    void readsAHeartbeatWithItsTime() {
        Interview interview = ask(PfcpProtocol.protocol(), Transport.UDP, "pfcp.heartbeat");
        assertThat(hex(interview)).matches("2001000c[0-9a-f]{6}0000600004e1b65f80");

        assertThat(interview.hear(bytes("2002000c" + hex(interview).substring(8, 14) + "0000600004e7000000")))
                .isEqualTo(Progress.DONE);
        assertThat(interview.facts())
                .contains(PfcpFacts.HEARTBEAT.partial(true, Instant.ofEpochSecond(0xE700_0000L - 2_208_988_800L)));
    }

    @Test
    void takesNeitherAnotherSequenceNumberNorItsOwnWordsNorACutAnswer() {
        for (String answer : new String[] {"4002000900000000000300010007", "4002", ""}) {
            Interview interview = ask(GtpControlProtocol.protocol(), Transport.UDP, "gtp-c.echo-v2");
            assertThat(interview.hear(bytes(answer))).isNotEqualTo(Progress.DONE);
            assertThat(interview.facts()).isEmpty();
        }
        Interview mirror = ask(GtpControlProtocol.protocol(), Transport.UDP, "gtp-c.echo-v2");
        assertThat(mirror.hear(mirror.lastSent())).isEqualTo(Progress.MALFORMED);
        assertThat(mirror.facts()).isEmpty();

        Interview cut = ask(PfcpProtocol.protocol(), Transport.UDP, "pfcp.heartbeat");
        byte[] answer = bytes("2002000c" + hex(cut).substring(8, 14) + "0000600004e7000000");
        assertThat(cut.hear(Arrays.copyOf(answer, answer.length - 1))).isEqualTo(Progress.MALFORMED);
        assertThat(cut.facts()).isEmpty();
    }

    private static Interview ask(Protocol protocol, Transport transport, String question) {
        return Questioning.of(protocol, transport, question);
    }

    private static String hex(Interview interview) {
        return HexFormat.of().formatHex(interview.lastSent());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
