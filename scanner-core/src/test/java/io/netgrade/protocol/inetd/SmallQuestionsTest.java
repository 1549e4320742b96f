// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.inetd;

import static io.netgrade.testing.Questions.hex;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questions;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallQuestionsTest {
    private static final String DATE = "Mon Nov 30 00:00:00 2026\r\n";

    @Test
    void hearsAnEcho() {
        Interview stream = Questions.overTcp(EchoProtocol.protocol(), "echo.answer");
        assertThat(stream.hear("netgr")).isEqualTo(Progress.CONTINUE);
        assertThat(stream.hear("ade\r\n")).isEqualTo(Progress.DONE);
        assertThat(stream.facts()).containsExactly(EchoProtocol.ANSWER.partial(10, 10));

        Interview datagram = Questions.overUdp(EchoProtocol.protocol(), "echo.answer");
        assertThat(datagram.lastSent()).hasSize(1);
        assertThat(datagram.hear("n")).isEqualTo(Progress.DONE);
        assertThat(datagram.facts()).containsExactly(EchoProtocol.ANSWER.partial(1, 1));
    }

    @Test
    void otherWordsAreNoEcho() {
        assertThat(Questions.overTcp(EchoProtocol.protocol(), "echo.answer").hear("500 what?\r\n"))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overUdp(EchoProtocol.protocol(), "echo.answer").hear("x"))
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void hearsCharactersAndHangsUp() {
        StringBuilder line = new StringBuilder();
        for (char c = ' '; line.length() < 72; c++) {
            line.append(c);
        }
        Interview talk = Questions.overTcp(ChargenProtocol.protocol(), "chargen.answer");

        assertThat(talk.hear(line.substring(0, 30))).isEqualTo(Progress.CONTINUE);
        assertThat(talk.hear(line.substring(30) + "\r\n" + line)).isEqualTo(Progress.DONE);
        assertThat(talk.sent()).isEmpty();
        assertThat(talk.facts()).containsExactly(ChargenProtocol.ANSWER.partial(74, 0));
        assertThat(Questions.overTcp(ChargenProtocol.protocol(), "chargen.answer")
                        .hear("220 welcome to something that says a great deal when it is connected to by us\r\n"))
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void hearsTheTimeOfDay() {
        Interview stream = Questions.overTcp(DaytimeProtocol.protocol(), "daytime.answer");
        assertThat(stream.hear(DATE)).isEqualTo(Progress.DONE);
        assertThat(stream.facts()).containsExactly(DaytimeProtocol.ANSWER.partial(26, 0));

        Interview datagram = Questions.overUdp(DaytimeProtocol.protocol(), "daytime.answer");
        assertThat(datagram.lastSent()).hasSize(1);
        assertThat(datagram.hear(DATE)).isEqualTo(Progress.DONE);
        assertThat(Questions.overTcp(DaytimeProtocol.protocol(), "daytime.answer")
                        .hear("220 welcome to this server\r\n"))
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void hearsTheTime() {
        Interview stream = Questions.overTcp(TimeProtocol.protocol(), "time.answer");
        assertThat(stream.hear(hex("ee00"))).isEqualTo(Progress.CONTINUE);
        assertThat(stream.hear(hex("1122"))).isEqualTo(Progress.DONE);
        assertThat(stream.facts()).containsExactly(TimeProtocol.ANSWER.partial(4, 0));
        assertThat(Questions.overUdp(TimeProtocol.protocol(), "time.answer").hear(hex("ee001122ff")))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overTcp(TimeProtocol.protocol(), "time.answer").hear("220 "))
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void hearsAQuote() {
        Interview talk = Questions.overTcp(QotdProtocol.protocol(), "qotd.answer");
        assertThat(talk.hear("Less is more.\r\n")).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).containsExactly(QotdProtocol.ANSWER.partial(15, 0));
        assertThat(Questions.overTcp(QotdProtocol.protocol(), "qotd.answer").hear(hex("0001020304")))
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void asksFingerForNobody() {
        Interview talk = Questions.overTcp(FingerProtocol.protocol(), "finger.answer");
        assertThat(new String(talk.lastSent(), US_ASCII)).isEqualTo("netgrade-asks-for-nobody\r\n");

        assertThat(talk.hear("finger: netgrade-asks-for-nobody: no such user.\r\n"))
                .isEqualTo(Progress.DONE);
        assertThat(talk.facts()).hasSize(1);
        assertThat(Questions.overTcp(FingerProtocol.protocol(), "finger.answer").hear(hex("0001020304" + "0a")))
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void asksNothingOverDatagramsThatWouldBeAnsweredWithMuch() {
        for (Protocol protocol : List.of(ChargenProtocol.protocol(), QotdProtocol.protocol())) {
            Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), 19, Transport.UDP);
            assertThat(protocol.inquire(endpoint, List.of())).as(protocol.id()).isEmpty();
        }
    }
}
