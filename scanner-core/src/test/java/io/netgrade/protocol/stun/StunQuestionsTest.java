// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.stun;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class StunQuestionsTest {
    private static final String ERROR = "00090004 0000 ";
    private static final String XOR_ADDRESS = "00200008 0001 1234 E112A643";

    @Test
    void asksForABinding() {
        for (Transport transport : new Transport[] {Transport.UDP, Transport.TCP}) {
            Interview interview = ask(transport, "stun.binding");
            assertThat(hex(interview.lastSent())).matches("000100002112a442[0-9a-f]{24}");

            assertThat(interview.hear(answer(interview, "0101", XOR_ADDRESS))).isEqualTo(Progress.DONE);
            assertThat(interview.facts())
                    .contains(
                            StunFacts.SERVICE.partial("binding", "rfc5389", false),
                            StunFacts.MAPPED_ADDRESS.partial("xor"));
            assertThat(interview.sent()).hasSize(1);
        }
    }

    @Test
    void asksForARelayThatCannotBeAndLeaves() {
        Interview interview = ask(Transport.UDP, "stun.allocation");
        assertThat(hex(interview.lastSent()))
                .matches("000300142112a442[0-9a-f]{24}001900041100000000220008[0-9a-f]{16}");

        assertThat(interview.hear(answer(interview, "0113", ERROR + "0401"))).isEqualTo(Progress.DONE);
        assertThat(interview.facts()).contains(StunFacts.ALLOCATION.partial(true));
        assertThat(hex(interview.lastSent())).matches("000400082112a442[0-9a-f]{24}000d000400000000");
    }

    @Test
    void seesThatNoLoginIsWantedByARefusalOfTheTokenAlone() {
        for (String code : new String[] {"0508", "0404"}) {
            Interview open = ask(Transport.TCP, "stun.allocation");
            assertThat(open.hear(answer(open, "0113", ERROR + code))).isEqualTo(Progress.DONE);
            assertThat(open.facts()).contains(StunFacts.ALLOCATION.partial(false));
        }
        for (String code : new String[] {"0400", "0403", "0414", "0500"}) {
            Interview other = ask(Transport.TCP, "stun.allocation");
            assertThat(other.hear(answer(other, "0113", ERROR + code))).isEqualTo(Progress.DONE);
            assertThat(other.facts()).noneMatch(fact -> fact.is(StunFacts.ALLOCATION));
        }
    }

    @Test
    void takesNothingElse() {
        Interview interview = ask(Transport.UDP, "stun.binding");
        byte[] answer = answer(interview, "0101", XOR_ADDRESS);
        byte[] foreign = answer.clone();
        foreign[19] ^= 1;

        assertThat(interview.hear(foreign)).isEqualTo(Progress.MALFORMED);
        assertThat(interview.hear(interview.lastSent())).isEqualTo(Progress.MALFORMED);
        assertThat(interview.hear(Arrays.copyOf(answer, answer.length - 1))).isEqualTo(Progress.MALFORMED);
        assertThat(ask(Transport.TCP, "stun.binding").hear("HTTP/1.1 400 Bad Request\r\n\r\n"))
                .isEqualTo(Progress.MALFORMED);
        assertThat(interview.facts()).isEmpty();
    }

    private static Interview ask(Transport transport, String question) {
        return Questioning.of(StunProtocol.protocol(), transport, question);
    }

    private static byte[] answer(Interview interview, String type, String attributes) {
        String bare = attributes.replace(" ", "");
        String transaction = hex(interview.lastSent()).substring(16, 40);
        return HexFormat.of().parseHex(type + "%04x".formatted(bare.length() / 2) + "2112a442" + transaction + bare);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
