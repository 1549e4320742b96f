// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.kerberos;

import static io.netgrade.testing.Questions.hex;
import static io.netgrade.wire.BerOctets.integer;
import static io.netgrade.wire.BerOctets.text;
import static io.netgrade.wire.BerOctets.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questions;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class KerberosQuestionsTest {
    private final Protocol protocol = KerberosProtocol.protocol();

    @Test
    void namesNobodyWhoCouldExist() {
        String said = new String(
                Questions.overUdp(protocol, "kerberos.presence").lastSent(),
                java.nio.charset.StandardCharsets.US_ASCII);

        assertThat(said).contains("netgrade").contains("krbtgt").contains("NETGRADE.INVALID");
    }

    @Test
    void hearsThatACentreAnswersAndItsRealm() {
        Interview talk = Questions.overTcp(protocol, "kerberos.presence");

        assertThat(talk.hear(counted(error("LAB.EXAMPLE")))).isEqualTo(Progress.DONE);
        assertThat(talk.facts())
                .containsExactly(KerberosFacts.ERROR.partial(68), KerberosFacts.SERVICE.partial("LAB.EXAMPLE"));
    }

    @Test
    void aRealmThatIsOnlyAnEchoIsNone() {
        Interview talk = Questions.overUdp(protocol, "kerberos.presence");

        assertThat(talk.hear(error("NETGRADE.INVALID"))).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).containsExactly(KerberosFacts.ERROR.partial(68));
    }

    @Test
    void takesNothingElseForKerberos() {
        assertThat(Questions.overTcp(protocol, "kerberos.presence").hear("HTTP/1.1 400\r\n"))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overTcp(protocol, "kerberos.presence").hear(hex("00ffffff7e")))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overUdp(protocol, "kerberos.presence").hear(hex("00")))
                .isEqualTo(Progress.MALFORMED);
        Interview cut = Questions.overTcp(protocol, "kerberos.presence");
        assertThat(cut.hear(hex("000000507e4e"))).isEqualTo(Progress.CONTINUE);
        assertThat(cut.end()).isFalse();
    }

    /** KRB-ERROR (RFC 4120 5.9.1). */
    private static byte[] error(String realm) {
        return value(
                0x7E,
                value(
                        0x30,
                        value(0xA0, integer(5)),
                        value(0xA1, integer(30)),
                        value(0xA4, text(0x18, "20260101000000Z")),
                        value(0xA5, integer(0)),
                        value(0xA6, integer(68)),
                        value(0xA9, text(0x1B, realm)),
                        value(0xAA, value(0x30, value(0xA0, integer(2)), value(0xA1, value(0x30, text(0x1B, "x")))))));
    }

    private static byte[] counted(byte[] message) {
        return ByteBuffer.allocate(4 + message.length)
                .putInt(message.length)
                .put(message)
                .array();
    }
}
