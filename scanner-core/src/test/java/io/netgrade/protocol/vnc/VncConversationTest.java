// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.vnc;

import static io.netgrade.testing.Questions.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questions;
import java.util.List;
import org.junit.jupiter.api.Test;

class VncConversationTest {
    private final Interview talk = Questions.overTcp(VncProtocol.protocol(), "vnc.security-types");

    @Test
    void hearsTheTypesAndChoosesNone() {
        assertThat(talk.sent()).isEmpty();
        assertThat(talk.hear("RFB 003.008\n")).isEqualTo(Progress.CONTINUE);
        assertThat(new String(talk.lastSent(), java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("RFB 003.008\n");
        assertThat(talk.hear(hex("020102"))).isEqualTo(Progress.DONE);
        assertThat(talk.sent()).hasSize(1);
        assertThat(talk.facts())
                .containsExactly(
                        VncFacts.SERVICE.complete("3.8"), VncFacts.SECURITY_OFFERED.complete(List.of("none", "vnc")));
    }

    @Test
    void asksForTheSubtypesOfVencrypt() {
        talk.hear("RFB 003.008\n");
        assertThat(talk.hear(hex("021302"))).isEqualTo(Progress.CONTINUE);
        assertThat(talk.sent()).extracting(Questions::hex).endsWith("13", "0002");
        assertThat(talk.hear(hex("0002 00 02 00000102 00000105"))).isEqualTo(Progress.DONE);
        assertThat(talk.facts())
                .containsExactly(
                        VncFacts.SERVICE.complete("3.8"),
                        VncFacts.SECURITY_OFFERED.complete(List.of("vencrypt", "vnc")),
                        VncFacts.ENCRYPTION_OFFERED.complete(List.of("tls-vnc", "x509-vnc")));
    }

    @Test
    void speaksNoNewerVersionThanTheServer() {
        talk.hear("RFB 003.003\n");
        assertThat(new String(talk.lastSent(), java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("RFB 003.003\n");
        assertThat(talk.hear(hex("00000002"))).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).contains(VncFacts.SECURITY_OFFERED.complete(List.of("vnc")));
    }

    @Test
    void hearsAServerOutThatTellsItsTypesWithItsVersion() {
        assertThat(talk.hear("RFB 005.000\n")).isEqualTo(Progress.CONTINUE);
        assertThat(talk.hear(hex("00 00000004 62757379"))).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).containsExactly(VncFacts.SERVICE.complete("5.0"));
    }

    @Test
    void takesNothingElseForVnc() {
        assertThat(talk.hear("SSH-2.0-x\r\n....")).isEqualTo(Progress.MALFORMED);
        assertThat(talk.facts()).isEmpty();
    }

    @Test
    void anEndBeforeTheVersionIsNoAnswerAndOneBehindItIs() {
        assertThat(talk.hear("RFB 003.0")).isEqualTo(Progress.CONTINUE);
        assertThat(talk.end()).isFalse();
        talk.hear("08\n");
        assertThat(talk.end()).isTrue();
    }

    @Test
    void readsHostileCountsWithoutAFault() {
        talk.hear("RFB 003.008\n");
        assertThat(talk.hear(new byte[] {(byte) 0xFF})).isEqualTo(Progress.CONTINUE);
        assertThat(talk.hear(new byte[255])).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).containsExactly(VncFacts.SERVICE.complete("3.8"));
    }
}
