// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ipmi;

import static io.netgrade.testing.Questions.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questions;
import java.util.List;
import org.junit.jupiter.api.Test;

class IpmiQuestionsTest {
    private final Protocol protocol = IpmiProtocol.protocol();

    @Test
    void pings() {
        Interview talk = Questions.overUdp(protocol, "ipmi.ping");
        assertThat(hex(talk.lastSent())).isEqualTo("0600ff06000011be80000000");

        assertThat(talk.hear(hex("0600ff06000011be40000010000011be00000000810000000000" + "0000")))
                .isEqualTo(Progress.DONE);
        assertThat(talk.facts()).containsExactly(IpmiFacts.SERVICE.partial(List.of()));
    }

    @Test
    void hearsHowAuthenticationGoes() {
        Interview talk = Questions.overUdp(protocol, "ipmi.authentication");
        assertThat(hex(talk.lastSent())).isEqualTo("0600ff0700000000000000000009" + "2018c88100388e04b5");

        talk.hear(hex("06 00 ff 07 00 00 00 00 00 00 00 00 00 10 81 1c 63 20 00 38 00 01 84 04 02 00 00 00 00 1d"));
        assertThat(talk.facts())
                .containsExactly(
                        IpmiFacts.SERVICE.partial(List.of("2.0")),
                        IpmiFacts.AUTHENTICATION.complete(List.of("md5"), false, false));
    }

    @Test
    void asksForThePartsOfTheListOfSuitesToItsEnd() {
        Interview talk = Questions.overUdp(protocol, "ipmi.cipher-suites");
        assertThat(hex(talk.lastSent())).endsWith("2018c88100540e00809d");

        // 20 octets: suite 0, 3 and a vendor's 128, cut between the parts.
        assertThat(talk.hear(suites("c000004080" + "c003014181" + "c180112233" + "01")))
                .isEqualTo(Progress.CONTINUE);
        assertThat(hex(talk.lastSent())).endsWith("540e00819c");
        assertThat(talk.hear(suites("4181"))).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).containsExactly(IpmiFacts.CIPHER_SUITES.complete(List.of("0", "3", "128")));
    }

    @Test
    void provesNoAbsenceWhereAPartIsMissing() {
        Interview talk = Questions.overUdp(protocol, "ipmi.cipher-suites");
        talk.hear(suites("c003014181c011034481c002014080c0"));

        assertThat(talk.end()).isTrue();
        assertThat(talk.facts()).singleElement().matches(fact -> !fact.complete());
    }

    @Test
    void endsAListThatDoesNotEnd() {
        Interview talk = Questions.overUdp(protocol, "ipmi.cipher-suites");
        Progress progress = Progress.CONTINUE;
        while (progress == Progress.CONTINUE && talk.sent().size() < 1000) {
            progress = talk.hear(suites("c003014181c011034481c002014080c0"));
        }

        assertThat(talk.sent()).hasSize(64);
        assertThat(progress).isEqualTo(Progress.DONE);
    }

    @Test
    void takesNothingElseForIpmi() {
        for (String question : List.of("ipmi.ping", "ipmi.authentication", "ipmi.cipher-suites")) {
            assertThat(Questions.overUdp(protocol, question).hear(hex("00")))
                    .as(question)
                    .isEqualTo(Progress.MALFORMED);
            assertThat(Questions.overUdp(protocol, question).hear("HTTP/1.1 400 Bad Request\r\n"))
                    .as(question)
                    .isEqualTo(Progress.MALFORMED);
        }
        // A refusal of the command is an answer, and says nothing of suites.
        Interview old = Questions.overUdp(protocol, "ipmi.cipher-suites");
        assertThat(old.hear(hex("0600ff0700000000000000000008 811c63 200054c1cb")))
                .isEqualTo(Progress.DONE);
        assertThat(old.facts()).isEmpty();
    }

    private static byte[] suites(String records) {
        byte[] list = hex(records);
        byte[] head = hex("0600ff0700000000000000000000 811c63 20005400 01");
        byte[] datagram = new byte[head.length + list.length + 1];
        System.arraycopy(head, 0, datagram, 0, head.length);
        System.arraycopy(list, 0, datagram, head.length, list.length);
        datagram[13] = (byte) (8 + list.length + 1);
        return datagram;
    }
}
