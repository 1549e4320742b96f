// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.DomainName;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Transcript;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsInquiryTest {
    private static final String TRANSFER = "dns.transfer";
    private static final String ROOT_QUESTION = "00" + "0002" + "0001";

    @Test
    void asksForTheRootAndThenForTheVersion() {
        Inquiry inquiry = inquiry(Transport.UDP, List.of());
        Exchange first = inquiry.next().orElseThrow();
        inquiry.ended(first, Attempt.Status.ANSWERED, List.of());

        assertThat(first.question()).isEqualTo("dns.recursion");
        assertThat(inquiry.next().orElseThrow().question()).isEqualTo("dns.version-bind");
        assertThat(inquiry.next()).isEmpty();
    }

    @Test
    void asksNothingMoreOfWhoDoesNotAnswer() {
        Inquiry inquiry = inquiry(Transport.UDP, List.of());
        inquiry.ended(inquiry.next().orElseThrow(), Attempt.Status.TIMED_OUT, List.of());

        assertThat(inquiry.next()).isEmpty();
    }

    @Test
    void goesInsideTlsWhereDnsIsThere() {
        Exchange exchange = inquiry(Transport.TCP, List.of("tls")).next().orElseThrow();

        assertThat(exchange.throughTls()).isTrue();
    }

    @Test
    void statesRecursionAndEdnsOfARecursiveServer() {
        Interview interview = recursion();
        byte[] answer = withId(recorded("recursion-udp.txt"), interview.lastSent());

        assertThat(interview.hear(answer)).isEqualTo(Progress.DONE);
        assertThat(interview.facts())
                .containsExactly(DnsFacts.RECURSION.complete(true), DnsFacts.EDNS.complete(true, 1232, false));
    }

    @Test
    void takesARefusalForNoRecursion() {
        Interview interview = recursion();
        byte[] answer = withId(message("8185", "0000", ""), interview.lastSent());

        assertThat(interview.hear(answer)).isEqualTo(Progress.DONE);
        assertThat(interview.facts())
                .containsExactly(DnsFacts.RECURSION.complete(false), DnsFacts.EDNS.complete(false, null, null));
    }

    @Test
    void passesOverAnAnswerOfAnotherId() {
        Interview interview = recursion();
        byte[] answer = withId(recorded("recursion-udp.txt"), interview.lastSent());
        answer[1] ^= 1;

        assertThat(interview.hear(answer)).isEqualTo(Progress.CONTINUE);
        assertThat(interview.facts()).isEmpty();
    }

    @Test
    void asksAgainWithoutEdnsWhereTheServerCannotReadIt() {
        Interview interview = recursion();
        byte[] refusal = withId(HexFormat.of().parseHex("0000" + "8001" + "0000000000000000"), interview.lastSent());

        assertThat(interview.hear(refusal)).isEqualTo(Progress.CONTINUE);
        assertThat(interview.sent()).hasSize(2);
        assertThat(interview.lastSent()).hasSize(12 + 5);
        assertThat(interview.hear(withId(message("8180", "0000", ""), interview.lastSent())))
                .isEqualTo(Progress.DONE);
        assertThat(interview.facts())
                .containsExactly(DnsFacts.EDNS.complete(false, null, null), DnsFacts.RECURSION.complete(true));
    }

    @Test
    void endsWhereEvenThePlainQuestionIsNotRead() {
        Interview interview = recursion();
        byte[] refusal = withId(HexFormat.of().parseHex("0000" + "8001" + "0000000000000000"), interview.lastSent());
        interview.hear(refusal);

        assertThat(interview.hear(refusal)).isEqualTo(Progress.DONE);
        assertThat(interview.facts()).containsExactly(DnsFacts.EDNS.complete(false, null, null));
    }

    @Test
    void refusesWhatIsNoMessage() {
        assertThat(recursion().hear("220 ftp ready\r\n")).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void statesTheVersionThatTheServerTells() {
        Interview interview = version();
        byte[] answer = withId(recorded("version-udp.txt"), interview.lastSent());

        assertThat(interview.hear(answer)).isEqualTo(Progress.DONE);
        assertThat(interview.facts())
                .containsExactly(
                        DnsFacts.VERSION_BIND.complete(true, "9.18.49-1~deb12u3-Debian"),
                        CommonFacts.SOFTWARE.complete(
                                "BIND", "9.18.49-1~deb12u3-Debian", "cpe:2.3:a:isc:bind:9.18.49:*:*:*:*:*:*:*"));
    }

    @Test
    void statesThatTheServerKeepsItsVersion() {
        Interview interview = version();
        byte[] sent = interview.lastSent();
        byte[] refusal = sent.clone();
        refusal[2] |= (byte) 0x80;
        refusal[3] |= 5;

        assertThat(interview.hear(refusal)).isEqualTo(Progress.DONE);
        assertThat(interview.facts()).containsExactly(DnsFacts.VERSION_BIND.complete(false, null));
    }

    @Test
    void isNotCertainWhereTheServerFailed() {
        Interview interview = version();
        byte[] failure = interview.lastSent().clone();
        failure[2] |= (byte) 0x80;
        failure[3] |= 2;

        interview.hear(failure);

        assertThat(interview.facts()).containsExactly(DnsFacts.VERSION_BIND.partial(false, null));
    }

    @Test
    void waitsForTheWholeMessageOfAStream() {
        Exchange exchange = inquiry(Transport.TCP, List.of()).next().orElseThrow();
        Interview interview = Interview.overStream(exchange.conversations().get(0));
        byte[] sent = interview.lastSent();
        byte[] message = message("8180", "0000", "");
        byte[] answer = new byte[2 + message.length];
        answer[1] = (byte) message.length;
        System.arraycopy(message, 0, answer, 2, message.length);
        System.arraycopy(sent, 2, answer, 2, 2);

        for (int i = 0; i < answer.length - 1; i++) {
            assertThat(interview.hear(answer[i])).isEqualTo(Progress.CONTINUE);
        }
        assertThat(interview.hear(answer[answer.length - 1])).isEqualTo(Progress.DONE);
        assertThat(interview.facts()).contains(DnsFacts.RECURSION.complete(true));
    }

    @Test
    void asksForZonesThatItMayAskForOverTcpAlone() {
        assertThat(questions(Transport.TCP)).containsExactly("dns.recursion", "dns.version-bind", TRANSFER, TRANSFER);
        assertThat(questions(Transport.UDP)).containsExactly("dns.recursion", "dns.version-bind");
    }

    /** Of each zone whether it is given, refused, or not there, by the header's second word. */
    @ParameterizedTest
    @CsvSource({
        "8400, 8405, true",
        "8405, 8400, true",
        "8405, 8405, false",
        "8405, 8409, false",
        "8409, 8409,",
        "8402, 8402,",
        "8403, 8400, true"
    })
    void aZoneThatIsGivenToAStrangerIsOneTooMany(String first, String second, Boolean allowed) {
        Inquiry inquiry = zones(Transport.TCP);
        inquiry.next();
        inquiry.next();
        List<Fact> stated = new ArrayList<>();
        for (String flags : List.of(first, second)) {
            Exchange exchange = inquiry.next().orElseThrow();
            Interview interview = Interview.overStream(exchange.conversations().get(0));
            byte[] question = Arrays.copyOfRange(interview.lastSent(), 2, interview.lastSent().length);
            boolean given = flags.endsWith("0");
            byte[] soa = HexFormat.of()
                    .parseHex("c00c" + "0006" + "0001" + "00000e10" + "0016" + "00" + "00" + "00000001".repeat(5));
            byte[] answer = given ? joined(question, soa) : question.clone();
            System.arraycopy(HexFormat.of().parseHex(flags), 0, answer, 2, 2);
            answer[7] = (byte) (given ? 1 : 0);

            assertThat(interview.hear(joined(new byte[] {0, (byte) answer.length}, answer)))
                    .isEqualTo(Progress.DONE);
            inquiry.ended(exchange, Attempt.Status.ANSWERED, interview.facts());
        }
        inquiry.conclude((fact, excerpt) -> stated.add(fact));

        assertThat(stated).isEqualTo(allowed == null ? List.of() : List.of(DnsFacts.TRANSFER.complete(allowed)));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static List<String> questions(Transport transport) {
        Inquiry inquiry = zones(transport);
        return Stream.iterate(inquiry.next(), Optional::isPresent, last -> inquiry.next())
                .map(exchange -> exchange.orElseThrow().question())
                .toList();
    }

    private static Inquiry zones(Transport transport) {
        Consent consent = new Consent(
                List.of(), false, false, List.of(DomainName.of("lab.example"), DomainName.of("Other.example.")));
        return new DnsProtocol()
                .asking(consent)
                .inquire(new Endpoint(InetAddress.getLoopbackAddress(), 53, transport), List.of())
                .orElseThrow();
    }

    private static Interview recursion() {
        Exchange exchange = inquiry(Transport.UDP, List.of()).next().orElseThrow();
        return Interview.overDatagrams(exchange.conversations().get(0));
    }

    private static Interview version() {
        Inquiry inquiry = inquiry(Transport.UDP, List.of());
        inquiry.next();
        return Interview.overDatagrams(
                inquiry.next().orElseThrow().conversations().get(0));
    }

    private static Inquiry inquiry(Transport transport, List<String> layers) {
        Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), 53, transport);
        return new DnsProtocol().inquire(endpoint, layers).orElseThrow();
    }

    private static byte[] recorded(String name) {
        return Transcript.read(DnsInquiryTest.class, name).said().get(1).bytes();
    }

    private static byte[] message(String flags, String additional, String records) {
        return HexFormat.of().parseHex("0000" + flags + "000100000000" + additional + ROOT_QUESTION + records);
    }

    private static byte[] withId(byte[] answer, byte[] sent) {
        byte[] answered = Arrays.copyOf(answer, answer.length);
        System.arraycopy(sent, 0, answered, 0, 2);
        return answered;
    }
}
