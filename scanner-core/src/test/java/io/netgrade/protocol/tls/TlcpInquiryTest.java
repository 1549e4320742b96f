// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.FactType;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlcpInquiryTest {
    private static final TlsVocabulary WORDS = TlsFamily.TLCP.words();

    @Test
    void findsTheSuitesInTheServersOrderAndBothCertificates() throws Exception {
        byte[] certificate = TestKeys.store(false).getCertificate("rsa").getEncoded();
        Server.Asked asked = new TlcpServer(List.of(0xE053, 0xE013, 0xE011), List.of(certificate, certificate), true)
                .ask(TlcpProtocol.inquiry());

        assertThat(asked.fact(type(TlsFacts.VERSIONS_ACCEPTED)))
                .isEqualTo(type(TlsFacts.VERSIONS_ACCEPTED).complete(List.of("TLCPv1.1")));
        assertThat(asked.fact(type(TlsFacts.SUITES_ACCEPTED)).names("suites"))
                .containsExactly("ECC_SM4_GCM_SM3", "ECC_SM4_CBC_SM3", "ECDHE_SM4_CBC_SM3");
        assertThat(asked.fact(type(TlsFacts.SUITES_ACCEPTED)).flag("server-order"))
                .contains(true);
        assertThat(asked.fact(type(TlsFacts.SUITES_ACCEPTED)).complete()).isTrue();
        assertThat(asked.fact(type(TlsFacts.CLIENT_CERTIFICATE)).flag("requested"))
                .contains(true);
        assertThat(asked.facts().of(type(TlsFacts.CERTIFICATE))).hasSize(2);
        assertThat(asked.questions()).hasSize(5).allMatch(question -> question.endsWith(" answered"));
    }

    @Test
    void statesNothingOfAServerThatRefuses() {
        Server.Asked asked = new TlcpServer(List.of(0xE0FF), List.of(), false).ask(TlcpProtocol.inquiry());

        assertThat(asked.facts().all).isEmpty();
        assertThat(asked.questions()).hasSize(1);
    }

    @Test
    void aServerOfTlsAloneIsNoneOfTlcp() throws Exception {
        EngineServer server = new EngineServer(TestKeys.store(false), 4096, engine -> {});

        assertThat(server.ask(TlcpProtocol.inquiry()).facts().all).isEmpty();
    }

    @Test
    void aServerOfTlcpAloneAcceptsNothingOfTls() throws Exception {
        byte[] certificate = TestKeys.store(false).getCertificate("rsa").getEncoded();
        Server.Asked asked = new TlcpServer(List.of(0xE013), List.of(certificate, certificate), false)
                .ask(new TlsInquiry(java.util.Optional.empty()));

        assertThat(asked.facts().all).isEmpty();
    }

    private static FactType type(FactType ofTls) {
        return WORDS.of(ofTls);
    }
}
