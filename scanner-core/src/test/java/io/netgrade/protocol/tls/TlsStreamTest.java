// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TlsStreamTest {
    private static final byte[] HELLO = Hellos.ja4Example().encode();

    @Test
    void joinsAHelloThatSpansManyRecordsAndSegments() {
        for (int size : new int[] {1, 3, 100, 4000}) {
            TlsStream stream = new TlsStream();
            Fed inbox = new Fed();
            Optional<TlsMessage> message = Optional.empty();
            for (byte one : Hellos.records(HELLO, size)) {
                assertThat(message).isEmpty();
                inbox.add(new byte[] {one});
                message = stream.next(inbox);
            }
            assertThat(message.orElseThrow().encode()).isEqualTo(HELLO);
        }
    }

    @Test
    void givesTwoMessagesOfOneRecord() {
        byte[] both = TlsWriter.written(writer -> writer.bytes(HELLO).bytes(HELLO));
        TlsStream stream = new TlsStream();
        Fed inbox = Fed.of(Hellos.records(both, 16_000));

        assertThat(stream.next(inbox).orElseThrow().encode()).isEqualTo(HELLO);
        assertThat(stream.next(inbox).orElseThrow().encode()).isEqualTo(HELLO);
        assertThat(stream.next(inbox)).isEmpty();
        assertThat(stream.broken()).isFalse();
    }

    @Test
    void breaksAtBytesThatBeginNoRecord() {
        TlsStream stream = new TlsStream();

        assertThat(stream.next(Fed.of("HTTP/1.1 400 Bad Request".getBytes(java.nio.charset.StandardCharsets.US_ASCII))))
                .isEmpty();
        assertThat(stream.broken()).isTrue();
    }

    @Test
    void breaksAtAMessageLongerThanAnyOfUse() {
        byte[] header = {11, 0x02, 0, 1};
        TlsStream stream = new TlsStream();

        assertThat(stream.next(Fed.of(Hellos.records(header, 4)))).isEmpty();
        assertThat(stream.next(new Fed())).isEmpty();
        assertThat(stream.broken()).isTrue();
    }

    @Test
    void takesNothingFromHandshakeRecordsBehindChangeCipherSpec() {
        TlsStream stream = new TlsStream();
        Fed inbox = Fed.of(new TlsRecord(TlsRecord.CHANGE_CIPHER_SPEC, 0x0303, new byte[] {1}).encode());
        inbox.add(Hellos.records(HELLO, 4000));

        assertThat(stream.next(inbox).orElseThrow().content()).isEqualTo(TlsRecord.CHANGE_CIPHER_SPEC);
        assertThat(stream.next(inbox)).isEmpty();
        assertThat(stream.broken()).isFalse();
    }
}
