// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rdp;

import static io.netgrade.testing.Questions.hex;
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

class RdpQuestionsTest {
    private static final Endpoint ENDPOINT = new Endpoint(InetAddress.getLoopbackAddress(), 3389, Transport.TCP);

    private static final List<String> ANY = List.of("standard", "tls", "credssp", "credssp-early");

    private final Protocol protocol = RdpProtocol.protocol();

    @Test
    void requestsEachKindOfSecurityByItself() {
        assertThat(hex(Questions.overTcp(protocol, "rdp.security").lastSent()))
                .isEqualTo("030000130ee000000000000100080" + "00b000000");
        assertThat(hex(Questions.overTcp(protocol, "rdp.tls-alone").lastSent())).endsWith("01000000");
        assertThat(hex(Questions.overTcp(protocol, "rdp.standard").lastSent())).endsWith("00000000");
    }

    @Test
    void hearsWhatTheServerTakes() {
        Interview talk = Questions.overTcp(protocol, "rdp.security");

        assertThat(talk.hear(hex("03 00 00 13 0e d0 00 00 12 34 00 02 00 08 00 02 00 00 00")))
                .isEqualTo(Progress.DONE);
        assertThat(talk.facts()).containsExactly(RdpFacts.SECURITY.partial("credssp", ANY, null));
        assertThat(talk.sent()).hasSize(1);
    }

    @Test
    void hearsWhyTheServerRefuses() {
        Interview talk = Questions.overTcp(protocol, "rdp.standard");

        assertThat(talk.hear(hex("03 00 00 13 0e d0 00 00 12 34 00 03 00 08 00 05 00 00 00")))
                .isEqualTo(Progress.DONE);
        assertThat(talk.facts())
                .containsExactly(RdpFacts.SECURITY.partial(null, List.of("standard"), "credssp-required"));
    }

    @Test
    void takesAConfirmWithoutNegotiationForStandardSecurity() {
        Interview talk = Questions.overTcp(protocol, "rdp.security");

        assertThat(talk.hear(hex("03 00 00 0b 06 d0 00 00 12 34 00"))).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).containsExactly(RdpFacts.SECURITY.partial("standard", ANY, null));
    }

    @Test
    void leadsToTlsOnlyWhereTheServerTakesIt() {
        Interview tls = Interview.overStream(protocol.startTls(ENDPOINT).orElseThrow());
        Interview standard = Interview.overStream(protocol.startTls(ENDPOINT).orElseThrow());

        assertThat(tls.hear(hex("03 00 00 13 0e d0 00 00 12 34 00 02 00 08 00 01 00 00 00")))
                .isEqualTo(Progress.START_TLS);
        assertThat(standard.hear(hex("03 00 00 13 0e d0 00 00 12 34 00 02 00 08 00 00 00 00 00")))
                .isEqualTo(Progress.DONE);
    }

    @Test
    void takesNothingElseForRdp() {
        assertThat(Questions.overTcp(protocol, "rdp.security").hear("HTTP/1.1 400\r\n"))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overTcp(protocol, "rdp.security").hear(hex("03 00 00 04")))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overTcp(protocol, "rdp.security").hear(hex("03 00 00 0b 06 80 00 00 12 34 00")))
                .isEqualTo(Progress.MALFORMED);
        Interview cut = Questions.overTcp(protocol, "rdp.security");
        assertThat(cut.hear(hex("03 00 00 13 0e d0"))).isEqualTo(Progress.CONTINUE);
        assertThat(cut.end()).isFalse();
    }
}
