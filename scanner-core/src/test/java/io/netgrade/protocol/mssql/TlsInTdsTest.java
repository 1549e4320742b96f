// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TlsInTdsTest {
    private static final Protocol MSSQL = MssqlProtocol.protocol();
    private static final String PACKET = "\22\1\0\13\0\0\1\0";

    private static String answer(int encryption) {
        return "\4\1\0\32\0\0\1\0" + "\0\0\13\0\6" + "\1\0\21\0\1" + "\u00ff" + "\17\0\7\u00d0\0\0" + (char) encryption;
    }

    @Test
    void beginsTlsUnlessThatIsNotSupported() {
        assertThat(Asked.startTls(MSSQL).hears(answer(0)).progress()).isEqualTo(Progress.START_TLS);
        assertThat(Asked.startTls(MSSQL).hears(answer(3)).progress()).isEqualTo(Progress.START_TLS);
        assertThat(Asked.startTls(MSSQL).hears(answer(2)).progress()).isEqualTo(Progress.DONE);
        assertThat(Asked.startTls(MSSQL).hears("HTTP/1.1 400 Bad Request\r\n").progress())
                .isEqualTo(Progress.MALFORMED);
        assertThat(Asked.startTls(MSSQL).hears(answer(0).substring(0, 20)).progress())
                .isEqualTo(Progress.CONTINUE);
    }

    @Test
    void saysAndHearsInPackets() {
        Spoken tls = new Spoken("abc");
        Asked asked = new Asked(MSSQL.carryingTls(tls))
                .hears((PACKET + "xyz" + PACKET).getBytes(StandardCharsets.ISO_8859_1), 3);

        assertThat(asked.sent()).isEqualTo("\22\1\0\13\0\0\0\0abc");
        assertThat(tls.heard).hasToString("xyz");

        asked.hears("uvw");
        assertThat(tls.heard).hasToString("xyzuvw");
    }

    @Test
    void cutsWhatIsLongerThanAPacket() {
        String sent = new Asked(MSSQL.carryingTls(new Spoken("a".repeat(5000)))).sent();

        assertThat(sent).hasSize(5000 + 2 * 8).startsWith("\22\0\20\0").contains("a\22\1\3\u0098");
    }

    @Test
    void anotherPacketOrALengthOfNothingIsNone() {
        assertThat(new Asked(MSSQL.carryingTls(new Spoken("")))
                        .hears("\4\1\0\13\0\0\1\0xyz")
                        .progress())
                .isEqualTo(Progress.MALFORMED);
        assertThat(new Asked(MSSQL.carryingTls(new Spoken("")))
                        .hears("\22\1\0\7\0\0\1\0")
                        .progress())
                .isEqualTo(Progress.MALFORMED);
    }

    /** Says one thing and keeps what it hears. */
    private static final class Spoken implements Conversation {
        private final StringBuilder heard = new StringBuilder();
        private final String says;

        Spoken(String says) {
            this.says = says;
        }

        @Override
        public void opened(Peer peer) {
            peer.send(says.getBytes(StandardCharsets.ISO_8859_1));
        }

        @Override
        public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
            heard.append(bytes.unread().ascii(0, bytes.unread().length()));
            bytes.consumeAll();
            return Progress.CONTINUE;
        }
    }
}
