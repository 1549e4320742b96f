// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.radius;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import io.netgrade.wire.ByteWriter;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class StatusServerTest {
    private final Interview udp = Questioning.of(RadiusProtocol.protocol(), Transport.UDP, "radius.status");
    private final Interview tls = Questioning.of(RadiusProtocol.protocol(), Transport.TCP, "radius.status", "tls");

    @Test
    void bearsACodeByTheFixedSecretInsideTlsOnly() throws Exception {
        assertThat(udp.lastSent()).hasSize(38).startsWith(12, udp.lastSent()[1], 0, 38);
        assertThat(Arrays.copyOfRange(tls.lastSent(), 22, 38)).isEqualTo(code(tls.lastSent()));
        assertThat(Arrays.copyOfRange(udp.lastSent(), 22, 38)).isNotEqualTo(code(udp.lastSent()));
    }

    @Test
    void readsThatTheServerLives() {
        for (Interview interview : new Interview[] {udp, tls}) {
            assertThat(interview.hear(accept(interview.lastSent()[1]))).isEqualTo(Progress.DONE);
            assertThat(interview.facts()).containsExactly(RadiusFacts.SERVICE.partial("status", true));
        }
    }

    @Test
    void readsAnAnswerInPieces() {
        byte[] answer = accept(tls.lastSent()[1]);

        assertThat(tls.hear(answer[0])).isEqualTo(Progress.CONTINUE);
        assertThat(tls.end()).isFalse();
        assertThat(tls.hear(Arrays.copyOfRange(answer, 1, 19))).isEqualTo(Progress.CONTINUE);
        assertThat(tls.hear(answer[19])).isEqualTo(Progress.DONE);
        assertThat(tls.facts()).hasSize(1);
    }

    @Test
    void takesNeitherAnotherIdentifierNorAQuestionNorACutAnswer() {
        byte ours = udp.lastSent()[1];

        assertThat(udp.hear(accept((byte) (ours + 1)))).isEqualTo(Progress.MALFORMED);
        assertThat(udp.hear(udp.lastSent())).isEqualTo(Progress.MALFORMED);
        assertThat(udp.hear(Arrays.copyOf(accept(ours), 19))).isEqualTo(Progress.MALFORMED);
        assertThat(udp.facts()).isEmpty();
    }

    private static byte[] accept(byte identifier) {
        return new ByteWriter().u8(2).u8(identifier).u16(20).zeros(16).written();
    }

    /** HMAC-MD5 over the packet with zeros in its place (RFC 2869 §5.14). */
    private static byte[] code(byte[] packet) throws Exception {
        byte[] bare = packet.clone();
        Arrays.fill(bare, 22, 38, (byte) 0);
        Mac mac = Mac.getInstance("HmacMD5");
        mac.init(new SecretKeySpec("radsec".getBytes(US_ASCII), "HmacMD5"));
        return mac.doFinal(bare);
    }
}
