// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sip;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import java.util.List;
import org.junit.jupiter.api.Test;

class SipOptionsTest {
    private final Interview udp = Questioning.of(SipProtocol.protocol(), Transport.UDP, "sip.options");
    private final Interview tcp = Questioning.of(SipProtocol.protocol(), Transport.TCP, "sip.options");

    @Test
    void asksOnceWithoutGoingFurtherThanTheServer() {
        String asked = asked(udp);

        assertThat(asked)
                .startsWith("OPTIONS sip:192.0.2.1:9 SIP/2.0\r\n")
                .contains("\r\nVia: SIP/2.0/UDP netgrade.invalid;branch=z9hG4bK", ";rport\r\n")
                .contains("\r\nMax-Forwards: 0\r\n", "\r\nCSeq: 1 OPTIONS\r\n", "\r\nContent-Length: 0\r\n\r\n")
                .doesNotContainIgnoringCase("authorization");
        assertThat(asked(tcp)).contains("Via: SIP/2.0/TCP ");
        assertThat(asked(Questioning.of(SipProtocol.protocol(), Transport.TCP, "sip.options", "tls")))
                .contains("Via: SIP/2.0/TLS ");
    }

    @Test
    void readsWhatAServerAllowsAndThatItAskedForNoLogin() {
        String extra = "Allow: INVITE, BYE\r\nServer: kamailio (5.6.3 (x86_64/linux))\r\nContent-Length: 0\r\n";

        assertThat(udp.hear(answer(udp, "200 OK", extra))).isEqualTo(Progress.DONE);
        assertThat(udp.facts())
                .contains(
                        SipFacts.ALLOWED.partial(List.of("INVITE", "BYE")),
                        SipFacts.ADMISSION.partial("OPTIONS", false),
                        SipFacts.SERVICE.partial(List.of("OPTIONS"), "udp"))
                .anyMatch(fact -> fact.is(CommonFacts.SOFTWARE));
        assertThat(udp.sent()).hasSize(1);
    }

    @Test
    void readsAChallengeInPiecesBehindAProvisionalAnswer() {
        String challenge =
                "WWW-Authenticate: Digest realm=\"x\", nonce=\"y\", algorithm=SHA-256\r\nContent-Length: 0\r\n";
        String said = answer(tcp, "100 Trying", "Content-Length: 0\r\n") + answer(tcp, "401 Unauthorized", challenge);
        Progress progress = Progress.CONTINUE;
        for (byte octet : said.getBytes(US_ASCII)) {
            assertThat(progress).isEqualTo(Progress.CONTINUE);
            progress = tcp.hear(octet);
        }

        assertThat(progress).isEqualTo(Progress.DONE);
        assertThat(tcp.facts())
                .contains(
                        SipFacts.CHALLENGE.partial("www-authenticate", "digest", "sha-256", null),
                        SipFacts.ADMISSION.partial("OPTIONS", true));
    }

    @Test
    void waitsForTheFinalAnswerInADatagramOfItsOwn() {
        assertThat(udp.hear(answer(udp, "100 Trying", "Content-Length: 0\r\n"))).isEqualTo(Progress.CONTINUE);
        assertThat(udp.hear(answer(udp, "483 Too Many Hops", "Content-Length: 0\r\n")))
                .isEqualTo(Progress.DONE);
        assertThat(udp.facts()).contains(SipFacts.SERVICE.partial(List.of("OPTIONS"), "udp"));
        assertThat(udp.facts()).noneMatch(fact -> fact.is(SipFacts.ADMISSION));
    }

    @Test
    void takesNoAnswerToAnotherQuestionAndNoOtherProtocol() {
        String foreign = answer(udp, "200 OK", "Content-Length: 0\r\n").replaceAll("Call-ID: .{4}", "Call-ID: zzzz");

        assertThat(udp.hear(foreign)).isEqualTo(Progress.MALFORMED);
        assertThat(tcp.hear("HTTP/1.1 400 Bad Request\r\n\r\n")).isEqualTo(Progress.MALFORMED);
        assertThat(udp.facts()).isEmpty();
        assertThat(tcp.facts()).isEmpty();
    }

    @Test
    void statesNothingOfAnAnswerThatEndsEarlyOrSaysAHostileLength() {
        String answer = answer(tcp, "200 OK", "Content-Length: 9999999\r\n");

        assertThat(tcp.hear(answer.substring(0, 40))).isEqualTo(Progress.CONTINUE);
        assertThat(tcp.hear(answer.substring(40))).isEqualTo(Progress.MALFORMED);
        assertThat(tcp.end()).isFalse();
        assertThat(tcp.facts()).isEmpty();
    }

    private static String asked(Interview interview) {
        return new String(interview.lastSent(), US_ASCII);
    }

    /** As RFC 3261 §8.2.6 has a server answer: with the fields of the question. */
    private static String answer(Interview interview, String status, String more) {
        StringBuilder answer = new StringBuilder("SIP/2.0 " + status + "\r\n");
        asked(interview)
                .lines()
                .filter(line -> line.matches("(Via|From|To|Call-ID|CSeq):.*"))
                .forEach(line -> answer.append(line).append("\r\n"));
        return answer + more + "\r\n";
    }
}
