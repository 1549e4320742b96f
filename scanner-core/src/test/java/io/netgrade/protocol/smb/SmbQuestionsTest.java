// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smb;

import static io.netgrade.testing.Questions.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmbQuestionsTest {
    private static final Consent ANONYMOUS = new Consent(List.of(), false, true);
    private static final long DENIED = 0xC000_0022L;
    private static final long GOES_ON = 0xC000_0016L;

    private final Protocol protocol = SmbProtocol.protocol();

    @Test
    void offersAllDialectsWithTheirContexts() {
        byte[] said = Questions.overTcp(protocol, "smb.best").lastSent();

        assertThat(ByteBuffer.wrap(said).getInt()).isEqualTo(said.length - 4);
        assertThat(hex(said)).contains("0202100200030203" + "1103");
        // The contexts begin where the message says, on a multiple of eight octets.
        int at = ByteBuffer.wrap(said).order(ByteOrder.LITTLE_ENDIAN).getInt(4 + 64 + 28);
        assertThat(at % 8).isZero();
        assertThat(hex(Arrays.copyOfRange(said, 4 + at, 4 + at + 4))).isEqualTo("01002600");
        assertThat(hex(Arrays.copyOfRange(said, 4 + at + 48, 4 + at + 50))).isEqualTo("0200");
    }

    @Test
    void hearsTheDialectAndSigningThatTheServerChooses() {
        Interview talk = Questions.overTcp(protocol, "smb.version-2.1");

        assertThat(talk.hear(negotiated(0, 3, 0x0210))).isEqualTo(Progress.DONE);
        assertThat(talk.facts())
                .containsExactly(
                        SmbFacts.SIGNING.partial(true, true),
                        SmbFacts.DIALECT.partial("2.1"),
                        SmbFacts.ENCRYPTION.partial(false, null));
    }

    @Test
    void isAnsweredByARefusalOfTheDialect() {
        Interview talk = Questions.overTcp(protocol, "smb.version-2.0.2");

        assertThat(talk.hear(answer(0, 0xC000_00BBL, 0, new byte[9]))).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).isEmpty();
    }

    @Test
    void offersVersion1ByItself() {
        Interview talk = Questions.overTcp(protocol, "smb.version-1");

        assertThat(hex(talk.lastSent()))
                .isEqualTo("0000002f ff534d4272 00000000 18 03c8 000000000000000000000000000000000000000000 0c00"
                                .replace(" ", "")
                        + "024e54204c4d20302e313200");
        byte[] none =
                hex("00000025 ff534d4272 00000000 98 03c8 000000000000000000000000000000000000000000 01 ffff 0000");
        assertThat(talk.hear(none)).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).isEmpty();
    }

    @Test
    void takesNothingElseForSmb() {
        assertThat(Questions.overTcp(protocol, "smb.best").hear("HTTP/1.1 400\r\n"))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overTcp(protocol, "smb.best").hear(hex("00000000")))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overTcp(protocol, "smb.best").hear(hex("00ffffff")))
                .isEqualTo(Progress.MALFORMED);
        Interview cut = Questions.overTcp(protocol, "smb.best");
        assertThat(cut.hear(Arrays.copyOf(negotiated(0, 3, 0x0210), 50))).isEqualTo(Progress.CONTINUE);
        assertThat(cut.end()).isFalse();
    }

    @Test
    void asksForNoSessionWithoutConsent() {
        assertThatThrownBy(() -> Questions.overTcp(protocol, "smb.null-session"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void findsASessionWithoutANameThatIsOfUse() {
        Interview talk = nullSession();
        talk.hear(negotiated(0, 1, 0x0311));
        talk.hear(answer(1, GOES_ON, 77, setUp(0)));
        assertThat(hex(talk.lastSent())).contains("4d00000000000000").contains("4e544c4d5353500003000000");
        talk.hear(answer(1, 0, 77, setUp(2)));
        assertThat(hex(talk.lastSent())).endsWith("5c004900500043002400");
        assertThat(talk.hear(answer(3, 0, 77, new byte[16]))).isEqualTo(Progress.DONE);

        assertThat(talk.facts()).contains(SmbFacts.SESSION.complete("anonymous", false));
        assertThat(hex(talk.lastSent())).contains("fe534d42400000000000000002000100");
    }

    @Test
    void findsThatNoneIsGrantedOrThatItIsOfNoUse() {
        Interview refused = nullSession();
        refused.hear(negotiated(0, 1, 0x0311));
        refused.hear(answer(1, GOES_ON, 77, setUp(0)));
        assertThat(refused.hear(answer(1, DENIED, 77, setUp(0)))).isEqualTo(Progress.DONE);
        assertThat(refused.facts()).contains(SmbFacts.SESSION.none());

        Interview useless = nullSession();
        useless.hear(negotiated(0, 1, 0x0311));
        useless.hear(answer(1, GOES_ON, 77, setUp(0)));
        useless.hear(answer(1, 0, 77, setUp(0)));
        assertThat(useless.hear(answer(3, DENIED, 77, new byte[9]))).isEqualTo(Progress.DONE);
        assertThat(useless.facts()).contains(SmbFacts.SESSION.none());
    }

    @Test
    void learnsNothingOfSessionsWhereTheTalkEndsBefore() {
        Interview talk = nullSession();
        talk.hear(negotiated(0, 1, 0x0311));

        assertThat(talk.end()).isTrue();
        assertThat(talk.facts()).noneMatch(fact -> fact.is(SmbFacts.SESSION));
        assertThat(nullSession().hear("220 hello\r\n")).isEqualTo(Progress.MALFORMED);
    }

    private Interview nullSession() {
        return Questions.overTcp(protocol.asking(ANONYMOUS), "smb.null-session");
    }

    private static byte[] negotiated(long status, int mode, int dialect) {
        ByteBuffer body = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        body.putShort((short) 65).putShort((short) mode).putShort((short) dialect);
        return answer(0, status, 0, body.array());
    }

    private static byte[] setUp(int flags) {
        return new byte[] {9, 0, (byte) flags, 0, 72, 0, 0, 0};
    }

    private static byte[] answer(int command, long status, long session, byte[] body) {
        ByteBuffer answer = ByteBuffer.allocate(4 + 64 + body.length);
        answer.putInt(64 + body.length).order(ByteOrder.LITTLE_ENDIAN);
        answer.put(hex("fe534d42 4000 0000")).putInt((int) status).putShort((short) command);
        answer.putShort((short) 1).putInt(1).putInt(0).putLong(0).putLong(0).putLong(session);
        answer.position(4 + 64);
        return answer.put(body).array();
    }
}
