// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmtpQuestionTest {
    private static final Protocol SMTP = SmtpProtocol.protocol();
    private static final String GREETING = "220 mail.example ESMTP Postfix\r\n";

    @Test
    void asksForTheExtensionsAndLeaves() {
        Asked asked = Asked.first(SMTP)
                .hears(GREETING)
                .hears("250-mail.example\r\n250-AUTH PLAIN LOGIN\r\n250-STARTTLS\r\n250 HELP\r\n");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEqualTo("EHLO netgrade.invalid\r\nQUIT\r\n");
        assertThat(asked.facts().all())
                .contains(
                        SmtpFacts.SERVICE.complete(List.of("AUTH", "STARTTLS", "HELP"), true),
                        SmtpFacts.AUTHENTICATION.complete(List.of("PLAIN", "LOGIN")));
    }

    @Test
    void aServerThatKnowsNoExtensionsOffersNeither() {
        Asked asked = Asked.first(SMTP).hears(GREETING).hears("250 mail.example\r\n");

        assertThat(asked.facts().all())
                .contains(SmtpFacts.SERVICE.complete(List.of(), false), SmtpFacts.AUTHENTICATION.complete(List.of()));
    }

    @Test
    void aServerThatRefusesSaysNothingOfWhatItOffers() {
        Asked asked = Asked.first(SMTP).hears(GREETING).hears("502 5.5.1 not implemented\r\n");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.facts().of(SmtpFacts.SERVICE)).isEmpty();
        assertThat(asked.facts().of(SmtpFacts.AUTHENTICATION)).isEmpty();
    }

    @Test
    void anFtpServerIsNone() {
        Asked asked = Asked.first(SMTP).hears("220 FTP server ready\r\n");

        assertThat(asked.progress()).isEqualTo(Progress.MALFORMED);
        assertThat(asked.sent()).isEmpty();
    }

    @Test
    void aCutAnswerStatesNothingOfTheList() {
        Asked asked = Asked.first(SMTP)
                .hears(GREETING)
                .hears("250-mail.example\r\n250-AUTH PLAIN\r\n")
                .ends();

        assertThat(asked.answered()).isTrue();
        assertThat(asked.facts().of(SmtpFacts.AUTHENTICATION)).isEmpty();
    }

    @Test
    void leadsToTlsAndStatesNothing() {
        Asked asked = Asked.startTls(SMTP)
                .hears(GREETING)
                .hears("250-mail.example\r\n250 STARTTLS\r\n")
                .hears("220 2.0.0 Ready\r\n");

        assertThat(asked.progress()).isEqualTo(Progress.START_TLS);
        assertThat(asked.sent()).isEqualTo("EHLO netgrade.invalid\r\nSTARTTLS\r\n");
        assertThat(asked.facts().all()).isEmpty();
    }

    @Test
    void leavesWhereTlsIsRefused() {
        Asked asked = Asked.startTls(SMTP)
                .hears(GREETING)
                .hears("250 mail.example\r\n")
                .hears("454 4.7.0 TLS not available\r\n");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).endsWith("STARTTLS\r\nQUIT\r\n");
    }

    @Test
    void theSoftwareIsAskedForWhereThereIsAGreeting() {
        Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), 25, Transport.TCP);

        assertThat(SMTP.inquire(endpoint, List.of()).orElseThrow().asksForSoftware())
                .isTrue();
        assertThat(SMTP.inquire(endpoint, List.of("smtp", "tls")).orElseThrow().asksForSoftware())
                .isFalse();
    }

    @Test
    void insideTlsThereIsNoGreeting() {
        Asked asked = Asked.first(SMTP, "smtp", "tls").hears("250-mail.example\r\n250 AUTH PLAIN\r\n");

        assertThat(asked.sent()).isEqualTo("EHLO netgrade.invalid\r\nQUIT\r\n");
        assertThat(asked.facts().all()).contains(SmtpFacts.AUTHENTICATION.complete(List.of("PLAIN")));
    }
}
