// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Attempt;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class Ssl2Test {
    static byte[] serverHello(byte[] certificate, int... kinds) {
        byte[] body = TlsWriter.written(writer -> {
            writer.u8(Ssl2.SERVER_HELLO).u8(0).u8(1).u16(TlsVersion.SSL_2);
            writer.u16(certificate.length).u16(3 * kinds.length).u16(16).bytes(certificate);
            Arrays.stream(kinds).forEach(writer::u24);
            writer.bytes(new byte[16]);
        });
        return TlsWriter.written(writer -> writer.u16(0x8000 | body.length).bytes(body));
    }

    @Test
    void readsWhatItWritesAndNoTruncationOfIt() {
        byte[] whole = Ssl2.ClientHello.encode(List.of(0x010080, 0x0700C0), new byte[16]);

        assertThat(Ssl2.ClientHello.read(ByteView.of(whole)))
                .contains(new Ssl2.ClientHello(TlsVersion.SSL_2, List.of(0x010080, 0x0700C0)));
        for (int length = 0; length < whole.length - 16; length++) {
            assertThat(Ssl2.ClientHello.read(ByteView.of(Arrays.copyOf(whole, length))))
                    .isEmpty();
        }
    }

    @Test
    void readsTheServersKindsByteByByte() {
        byte[] hello = serverHello(new byte[] {1, 2, 3}, 0x010080, 0x020080);
        Ssl2Conversation conversation = new Ssl2Conversation(TlsQuestion.all("tls.versions-ssl2", TlsVersion.SSL_2));
        Fed inbox = new Fed();
        Progress progress = Progress.CONTINUE;
        for (byte one : hello) {
            assertThat(progress).isEqualTo(Progress.CONTINUE);
            inbox.add(new byte[] {one});
            progress = conversation.received(inbox, bytes -> {}, new Fed.Facts());
        }

        assertThat(progress).isEqualTo(Progress.DONE);
        TlsAnswer answer = conversation.answer(Attempt.Status.ANSWERED);
        assertThat(answer.accepted()).isTrue();
        assertThat(answer.ssl2Kinds()).containsExactly(0x010080, 0x020080);
    }

    @Test
    void takesAnAlertAnErrorAndSilenceForARefusal() {
        assertThat(answered(new byte[] {21, 3, 1, 0, 2, 2, 40}).kind()).isEqualTo(TlsAnswer.Kind.REFUSED);
        assertThat(answered(new byte[] {(byte) 0x80, 3, 0, 0, 1}).refused()).isTrue();
        assertThat(answered(serverHello(new byte[0])).kind()).isEqualTo(TlsAnswer.Kind.REFUSED);
        assertThat(answered(new byte[0]).kind()).isEqualTo(TlsAnswer.Kind.CLOSED);
    }

    @Test
    void statesWhatACaptureShowsOfIt() {
        Fed.Facts facts = new Fed.Facts();
        TlsDissector dissector = new TlsDissector(TlsFamily.TLS);
        byte[] client = Ssl2.ClientHello.encode(List.of(0x010080), new byte[16]);
        Fed.dissect(dissector, Direction.FROM_CLIENT, client, 1, facts);
        Progress end = Fed.dissect(dissector, Direction.FROM_SERVER, serverHello(new byte[] {5}, 0x020080), 1, facts);

        assertThat(end).isEqualTo(Progress.DONE);
        assertThat(facts.of(TlsFacts.VERSIONS_ACCEPTED))
                .containsExactly(TlsFacts.VERSIONS_ACCEPTED.partial(List.of("SSLv2")));
        assertThat(facts.of(TlsFacts.SUITES_ACCEPTED).get(0).names("encryptions"))
                .containsExactly("RC4", "EXPORT");
    }

    private static TlsAnswer answered(byte[] bytes) {
        Ssl2Conversation conversation = new Ssl2Conversation(TlsQuestion.all("tls.versions-ssl2", TlsVersion.SSL_2));
        Progress progress = conversation.received(Fed.of(bytes), sent -> {}, new Fed.Facts());
        return conversation.answer(
                switch (progress) {
                    case DONE -> Attempt.Status.ANSWERED;
                    case MALFORMED -> Attempt.Status.NOT_THIS_PROTOCOL;
                    default -> Attempt.Status.CLOSED_EARLY;
                });
    }
}
