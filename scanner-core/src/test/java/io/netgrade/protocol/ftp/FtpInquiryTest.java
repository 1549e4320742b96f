// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Asked;
import io.netgrade.testing.FactList;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FtpInquiryTest {
    private static final String GREETING = "220 (vsFTPd 3.0.3)\r\n";
    private static final String NO_TLS = "211-Features:\r\n EPRT\r\n UTF8\r\n211 End\r\n";
    private static final String WITH_TLS = "211-Features:\r\n AUTH TLS\r\n PBSZ\r\n211 End\r\n";

    private final List<String> sent = new ArrayList<>();

    @Test
    void statesAllOfAServerWithoutTls() {
        FactList facts = ask(List.of(), GREETING + NO_TLS, GREETING + "530 Please login with USER and PASS.\r\n");

        assertThat(facts.all())
                .containsExactly(
                        CommonFacts.SOFTWARE.complete(
                                "vsftpd", "3.0.3", "cpe:2.3:a:vsftpd_project:vsftpd:3.0.3:*:*:*:*:*:*:*"),
                        FtpFacts.SERVICE.complete(List.of("EPRT", "UTF8"), false),
                        FtpFacts.LOGIN_PROTECTION.complete(List.of("clear-only")));
        assertThat(sent).containsExactly("FEAT\r\nQUIT\r\n", "AUTH TLS\r\nQUIT\r\n");
    }

    @Test
    void statesThatTlsIsOfferedAndNotMore() {
        FactList facts = ask(List.of(), GREETING + WITH_TLS, GREETING + "234 Proceed with negotiation.\r\n");

        assertThat(facts.of(FtpFacts.SERVICE))
                .containsExactly(FtpFacts.SERVICE.complete(List.of("AUTH TLS", "PBSZ"), true));
        assertThat(facts.of(FtpFacts.LOGIN_PROTECTION))
                .containsExactly(FtpFacts.LOGIN_PROTECTION.partial(List.of("tls-offered")));
        assertThat(sent).containsExactly("FEAT\r\nQUIT\r\n", "AUTH TLS\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 What?\r\n", "502 No\r\n", "504 No\r\n", "534 No\r\n"})
    void takesEveryLastingRefusalForOne(String refusal) {
        FactList facts = ask(List.of(), GREETING + NO_TLS, GREETING + refusal);

        assertThat(facts.of(FtpFacts.LOGIN_PROTECTION))
                .containsExactly(FtpFacts.LOGIN_PROTECTION.complete(List.of("clear-only")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "421 Later\r\n", "431 Later\r\n", "53"})
    void leavesTlsOpenWhereItWasNotAnswered(String answer) {
        FactList facts = ask(List.of(), GREETING + NO_TLS, GREETING + answer);

        assertThat(facts.of(FtpFacts.LOGIN_PROTECTION)).isEmpty();
        assertThat(facts.of(FtpFacts.SERVICE)).containsExactly(FtpFacts.SERVICE.partial(List.of("EPRT", "UTF8"), null));
    }

    @Test
    void statesNoFeaturesWhereTheServerKnowsNoFeat() {
        FactList facts = ask(List.of(), GREETING + "500 What?\r\n", GREETING + "500 What?\r\n");

        assertThat(facts.of(FtpFacts.SERVICE)).containsExactly(FtpFacts.SERVICE.complete(List.of(), false));
    }

    @Test
    void leavesTheFeaturesOpenWhereTheyNeedALogin() {
        FactList facts = ask(List.of(), GREETING + "530 Log in\r\n", GREETING + "234 Go\r\n");

        assertThat(facts.of(FtpFacts.SERVICE)).containsExactly(FtpFacts.SERVICE.partial(null, true));
    }

    @Test
    void doesNotTakeACutListOfFeaturesForTheWhole() {
        String endless = "211-Features:" + "\r\n X\r\n".repeat(1000) + "211 End\r\n";

        FactList facts = ask(List.of(), GREETING + endless, GREETING + "500 What?\r\n");

        assertThat(facts.of(FtpFacts.SERVICE)).noneMatch(Fact::complete).hasSize(1);
    }

    @Test
    void asksForNoTlsInsideTls() {
        FactList facts = ask(List.of("tls"), GREETING + NO_TLS);

        assertThat(facts.of(FtpFacts.LOGIN_PROTECTION))
                .containsExactly(FtpFacts.LOGIN_PROTECTION.complete(List.of("tls-required")));
        assertThat(facts.of(FtpFacts.SERVICE))
                .containsExactly(FtpFacts.SERVICE.complete(List.of("EPRT", "UTF8"), true));
    }

    @Test
    void readsByteByByteAndInEveryTruncation() {
        String whole = "120 Wait\r\n220-a\r\n 220 b\r\n220 c\r\n" + NO_TLS;
        for (int length = 0; length < whole.length(); length++) {
            Asked cut = new Asked(FtpQuestion.features())
                    .hears(whole.substring(0, length))
                    .ends();

            assertThat(cut.progress()).as("first " + length).isEqualTo(Progress.CONTINUE);
        }

        Asked asked = new Asked(FtpQuestion.features()).hears(whole.getBytes(StandardCharsets.US_ASCII), 1);
        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEqualTo("FEAT\r\nQUIT\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"220 mx ESMTP Postfix\r\n", "SSH-2.0-x\r\n", "999 x\r\n", "+OK\r\n", "200 news\r\n"})
    void saysWhereAServerSpeaksSomethingElse(String greeting) {
        Asked asked = new Asked(FtpQuestion.features()).hears(greeting);

        assertThat(asked.progress()).isEqualTo(Progress.MALFORMED);
        assertThat(asked.sent()).isEmpty();
    }

    @Test
    void saysNothingToAServerThatIsBusy() {
        FactList facts = ask(List.of(), "421 Too many users\r\n");

        assertThat(facts.all()).isEmpty();
        assertThat(sent).containsExactly("");
    }

    @Test
    void leadsToTlsAndStatesNothing() {
        Asked asked =
                new Asked(new FtpProtocol().startTls(endpoint()).orElseThrow()).hears(GREETING + "234 Go\r\n\u0016");

        assertThat(asked.progress()).isEqualTo(Progress.START_TLS);
        assertThat(asked.sent()).isEqualTo("AUTH TLS\r\n");
        assertThat(asked.left()).isEqualTo(1);
        assertThat(asked.facts().all()).isEmpty();
    }

    @Test
    void endsPolitelyWhereTlsIsRefused() {
        Asked asked = new Asked(new FtpProtocol().startTls(endpoint()).orElseThrow()).hears(GREETING + "502 No\r\n");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEqualTo("AUTH TLS\r\nQUIT\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "220 ProFTPD 1.3.5 Server (x) [192.0.2.1]=ProFTPD=1.3.5",
                "220-FileZilla Server version 0.9.41 beta\r\n220 x=FileZilla Server=0.9.41",
                "220-FileZilla Server 1.5.1\r\n220 x=FileZilla Server=1.5.1",
                "220---------- Welcome to Pure-FTPd [privsep] [TLS] ----------\r\n220 x=Pure-FTPd=",
                "220 ProFTPD Server (Debian) [::ffff:192.0.2.1]=ProFTPD=",
                "220 Serv-U FTP Server v6.4 for WinSock ready...=Serv-U=6.4",
                "220 gw FTP server (MikroTik 6.49.6) ready=MikroTik RouterOS=6.49.6",
                "220 Microsoft FTP Service=Microsoft FTP Service="
            })
    void namesTheSoftwareOfAGreeting(String line) {
        int second = line.lastIndexOf('=');
        int first = line.lastIndexOf('=', second - 1);
        Asked asked = new Asked(FtpQuestion.features()).hears(line.substring(0, first) + "\r\n");

        Fact software = asked.facts().of(CommonFacts.SOFTWARE).get(0);

        assertThat(software.text("product")).contains(line.substring(first + 1, second));
        assertThat(software.text("version").orElse("")).isEqualTo(line.substring(second + 1));
    }

    @Test
    void listsEveryFactThatItStates() {
        assertThat(new FtpProtocol().facts())
                .extracting(FactType::id)
                .contains("ftp.service", "ftp.login-protection", "service.software");
    }

    /** Holds the inquiry with a server that answers each connection so. */
    private FactList ask(List<String> layers, String... connections) {
        Inquiry inquiry = new FtpProtocol().inquire(endpoint(), layers).orElseThrow();
        FactList facts = new FactList();
        for (String heard : connections) {
            Exchange exchange = inquiry.next().orElseThrow();
            assertThat(exchange.throughTls()).isEqualTo(layers.contains("tls"));
            Asked asked =
                    new Asked(exchange.conversations().get(0)).hears(heard).ends();
            sent.add(asked.sent());
            asked.facts().all().forEach(facts::saw);
            inquiry.ended(exchange, Attempt.Status.ANSWERED, asked.facts().all());
        }
        assertThat(inquiry.next()).isEmpty();
        inquiry.conclude(facts);
        return facts;
    }

    private static Endpoint endpoint() {
        return new Endpoint(InetAddress.getLoopbackAddress(), 21, Transport.TCP);
    }
}
