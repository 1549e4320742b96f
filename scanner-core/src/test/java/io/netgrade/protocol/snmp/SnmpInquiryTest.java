// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.netgrade.wire.ByteView;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnmpInquiryTest {
    private static final int REPORT = 1;

    /** Where the reports and answers of net-snmp that were recorded hold their identifier. */
    private static final int MESSAGE_ID_AT = 9;

    @Test
    void asksTheEngineAndNothingElseWithoutCommunities() {
        Inquiry inquiry = inquiry(new SnmpProtocol());

        assertThat(ask(inquiry, Attempt.Status.TIMED_OUT)).isEqualTo("snmp.v3");
        assertThat(inquiry.next()).isEmpty();
        assertThat(concluded(inquiry)).isEmpty();
    }

    @Test
    void sendsWhatAManagerSendsToDiscoverAnEngine() {
        byte[] sent = discovery().lastSent();
        SnmpMessage message = new SnmpMessage();

        assertThat(message.wrap(ByteView.of(sent), 0, sent.length)).isTrue();
        assertThat(message.version()).isEqualTo(SnmpMessage.V3);
        assertThat(message.pdu()).isEqualTo(SnmpMessage.GET);
        assertThat(message.reportable()).isTrue();
        assertThat(message.authenticated()).isFalse();
        assertThat(message.security().namesEngine()).isFalse();
    }

    @Test
    void statesTheEngineOfAReport() {
        Interview interview = discovery();
        Progress progress = interview.hear(report(interview.lastSent()));

        assertThat(progress).isEqualTo(Progress.DONE);
        assertThat(interview.facts())
                .containsExactly(
                        SnmpFacts.VERSIONS_ANSWERED.partial(List.of("v3")),
                        SnmpFacts.ENGINE.complete("80001f8880a19fa8162acb036b00000000", 8072, 1, 3));
    }

    @Test
    void passesOverAnAnswerToAnotherQuestion() {
        Interview interview = discovery();
        byte[] other = report(interview.lastSent());
        other[MESSAGE_ID_AT] ^= 1;

        assertThat(interview.hear(other)).isEqualTo(Progress.CONTINUE);
        assertThat(interview.facts()).isEmpty();
    }

    @Test
    void refusesWhatIsNoMessage() {
        assertThat(discovery().hear("HTTP/1.1 400 Bad Request\r\n\r\n")).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void asksEachDeclaredCommunityInBothVersions() {
        Inquiry inquiry = inquiry(new SnmpProtocol(Consent.toCommunities(List.of("monitor-all"))));

        assertThat(ask(inquiry, Attempt.Status.ANSWERED)).isEqualTo("snmp.v3");
        assertThat(ask(inquiry, Attempt.Status.ANSWERED)).isEqualTo("snmp.v2c");
        assertThat(ask(inquiry, Attempt.Status.ANSWERED)).isEqualTo("snmp.v1");
        assertThat(inquiry.next()).isEmpty();
        assertThat(concluded(inquiry))
                .containsExactly(SnmpFacts.VERSIONS_ANSWERED.complete(List.of("v1", "v2c", "v3")));
    }

    @Test
    void takesSilenceForAnAnswerOnlyWhereTheAgentAnswersAgain() {
        Inquiry inquiry = inquiry(new SnmpProtocol(Consent.toCommunities(List.of("monitor-all"))));
        ask(inquiry, Attempt.Status.ANSWERED);
        ask(inquiry, Attempt.Status.ANSWERED);
        ask(inquiry, Attempt.Status.TIMED_OUT);

        assertThat(ask(inquiry, Attempt.Status.ANSWERED)).isEqualTo("snmp.v3");
        assertThat(inquiry.next()).isEmpty();
        assertThat(concluded(inquiry)).containsExactly(SnmpFacts.VERSIONS_ANSWERED.complete(List.of("v2c", "v3")));
    }

    @Test
    void takesNothingFromSilenceToACommunityThatMayBeWrong() {
        Inquiry inquiry = inquiry(new SnmpProtocol(Consent.toCommunities(List.of("monitor-all"))));
        ask(inquiry, Attempt.Status.ANSWERED);
        ask(inquiry, Attempt.Status.TIMED_OUT);
        ask(inquiry, Attempt.Status.TIMED_OUT);
        ask(inquiry, Attempt.Status.ANSWERED);

        assertThat(inquiry.next()).isEmpty();
        assertThat(concluded(inquiry)).isEmpty();
    }

    @Test
    void isNotCertainWhereTheAgentFellSilent() {
        Inquiry inquiry = inquiry(new SnmpProtocol(Consent.toCommunities(List.of("monitor-all"))));
        ask(inquiry, Attempt.Status.ANSWERED);
        ask(inquiry, Attempt.Status.TIMED_OUT);
        ask(inquiry, Attempt.Status.TIMED_OUT);
        ask(inquiry, Attempt.Status.TIMED_OUT);

        assertThat(inquiry.next()).isEmpty();
        assertThat(concluded(inquiry)).isEmpty();
    }

    @Test
    void triesDefaultCommunitiesOnlyWhereToldTo() {
        Inquiry inquiry = inquiry(new SnmpProtocol(new Consent(List.of(), true, false)));
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            asked.add(ask(inquiry, Attempt.Status.ANSWERED));
        }

        assertThat(asked).containsExactly("snmp.v3", "snmp.v2c", "snmp.v1", "snmp.v2c", "snmp.v1");
        assertThat(inquiry.next()).isEmpty();
        assertThat(concluded(inquiry)).isEmpty();
    }

    @Test
    void statesTheSoftwareThatSysDescrTells() {
        SnmpQuestion question = SnmpQuestion.systemDescription(Transport.UDP, SnmpMessage.V1, "public", 0x55BF80BA);
        Interview interview = Interview.overDatagrams(question);
        Transcript recorded = Transcript.read(getClass(), "v1-get.txt");

        assertThat(interview.lastSent()).isEqualTo(recorded.said().get(0).bytes());
        assertThat(interview.hear(recorded.said().get(1).bytes())).isEqualTo(Progress.DONE);
        assertThat(interview.facts())
                .contains(
                        SnmpFacts.COMMUNITY.partial("default", 6),
                        CommonFacts.SOFTWARE.complete(
                                "Linux", "6.18.44-fc-v669", "cpe:2.3:o:linux:linux_kernel:6.18.44:*:*:*:*:*:*:*"));
    }

    @Test
    void neverPrintsACommunity() {
        assertThat(new Consent(List.of("s3cretstring"), false, false).toString())
                .doesNotContain("s3cretstring");
    }

    private static Interview discovery() {
        Exchange exchange = inquiry(new SnmpProtocol()).next().orElseThrow();
        return Interview.overDatagrams(exchange.conversations().get(0));
    }

    /** The recorded report with the identifier of what was sent. */
    private static byte[] report(byte[] sent) {
        byte[] report = Transcript.read(SnmpInquiryTest.class, "v3-none.txt")
                .said()
                .get(REPORT)
                .bytes();
        SnmpMessage message = new SnmpMessage();
        assertThat(message.wrap(ByteView.of(sent), 0, sent.length)).isTrue();
        for (int i = 0; i < 4; i++) {
            report[MESSAGE_ID_AT + i] = (byte) (message.identifier() >> (24 - 8 * i));
        }
        return report;
    }

    private static Inquiry inquiry(SnmpProtocol protocol) {
        Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), 161, Transport.UDP);
        return protocol.inquire(endpoint, List.of()).orElseThrow();
    }

    private static String ask(Inquiry inquiry, Attempt.Status status) {
        Exchange exchange = inquiry.next().orElseThrow();
        inquiry.ended(exchange, status, List.of());
        return exchange.question();
    }

    private static List<Fact> concluded(Inquiry inquiry) {
        List<Fact> facts = new ArrayList<>();
        inquiry.conclude((fact, excerpt) -> facts.add(fact));
        return facts;
    }
}
