// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TlsRecognitionTest {
    private static final byte[] NOTHING = new byte[0];
    private static final byte[] CLIENT = Hellos.records(Hellos.ja4Example().encode(), 4000);
    private static final byte[] SERVER = Hellos.records(Hellos.serverHello(0xC02F), 4000);
    private static final byte[] DATA = new TlsRecord(TlsRecord.APPLICATION_DATA, 0x0303, new byte[40]).encode();
    private static final byte[] ALERT = {21, 3, 3, 0, 2, 2, 40};

    private record Said(ByteView fromInitiator, ByteView fromResponder, Transport transport, boolean initiatorKnown)
            implements Opening {
        @Override
        public int initiatorPort() {
            return 50_000;
        }

        @Override
        public int responderPort() {
            return 443;
        }
    }

    @Test
    void knowsAClientHelloFromElevenBytesOn() {
        for (int length = 0; length <= CLIENT.length; length++) {
            assertThat(of(Arrays.copyOf(CLIENT, length), NOTHING))
                    .as("%s bytes", length)
                    .isEqualTo(length < 11 ? Recognition.NEED_MORE : Recognition.RESPONDER_SERVES);
        }
    }

    @Test
    void knowsWhoServesByTheHello() {
        assertThat(of(NOTHING, SERVER)).isEqualTo(Recognition.RESPONDER_SERVES);
        assertThat(of(SERVER, NOTHING)).isEqualTo(Recognition.INITIATOR_SERVES);
        assertThat(of(CLIENT, ALERT)).isEqualTo(Recognition.RESPONDER_SERVES);
        assertThat(of(ALERT, CLIENT)).isEqualTo(Recognition.INITIATOR_SERVES);
    }

    @Test
    void knowsAHelloInRecordsOfOneByte() {
        assertThat(of(Hellos.records(Hellos.ja4Example().encode(), 1), NOTHING))
                .isEqualTo(Recognition.RESPONDER_SERVES);
    }

    @Test
    void isNotSureOfOneRecordButOfTwo() {
        byte[] two = TlsWriter.written(writer -> writer.bytes(DATA).bytes(DATA));

        assertThat(of(DATA, NOTHING)).isEqualTo(Recognition.NEED_MORE);
        assertThat(of(ALERT, NOTHING)).isEqualTo(Recognition.NEED_MORE);
        assertThat(of(two, NOTHING)).isEqualTo(Recognition.BY_SHAPE);
    }

    @Test
    void isNothingElse() {
        for (String other :
                new String[] {"SSH-2.0-x\r\n", "GET / HTTP/1.1\r\n", "220 ftp ready\r\n", "*1\r\n$4\r\nPING\r\n"}) {
            assertThat(of(other.getBytes(US_ASCII), NOTHING)).as(other).isEqualTo(Recognition.NO);
            assertThat(of(CLIENT, other.getBytes(US_ASCII))).as(other).isEqualTo(Recognition.NO);
        }
        assertThat(of(new byte[] {0x16, 3, 1, 0x60, 0, 1}, NOTHING)).isEqualTo(Recognition.NO);
        assertThat(of(new byte[] {0x16, 9}, NOTHING)).isEqualTo(Recognition.NO);
    }

    @Test
    void isNotTlsOverDatagrams() {
        Said said = new Said(ByteView.of(CLIENT), ByteView.of(NOTHING), Transport.UDP, true);
        assertThat(new TlsRecognition(TlsFamily.TLS).of(said)).isEqualTo(Recognition.NO);
    }

    @Test
    void takesAFlowThatWasJoinedLateByOneWholeCipheredRecord() {
        byte[] record = new TlsRecord(TlsRecord.APPLICATION_DATA, 0x0303, new byte[40]).encode();
        byte[] begun = Arrays.copyOf(record, 30);

        assertThat(late(record, NOTHING)).isEqualTo(Recognition.BY_SHAPE);
        assertThat(late(NOTHING, record)).isEqualTo(Recognition.BY_SHAPE);
        assertThat(late(begun, begun)).isEqualTo(Recognition.BY_SHAPE);
        assertThat(late(begun, NOTHING)).isEqualTo(Recognition.NEED_MORE);
        assertThat(of(record, NOTHING)).isEqualTo(Recognition.NEED_MORE);
    }

    @Test
    void knowsTheHellosOfSsl2() {
        byte[] client = Ssl2.ClientHello.encode(TlsSuite.offerableInSsl2(), new byte[16]);
        byte[] server = Ssl2Test.serverHello(new byte[] {1, 2, 3}, 0x010080);

        assertThat(of(client, NOTHING)).isEqualTo(Recognition.RESPONDER_SERVES);
        assertThat(of(NOTHING, server)).isEqualTo(Recognition.RESPONDER_SERVES);
        assertThat(of(Arrays.copyOf(client, 10), NOTHING)).isEqualTo(Recognition.NEED_MORE);
        client[1]++;
        assertThat(of(client, NOTHING)).isEqualTo(Recognition.NO);
    }

    private static Recognition of(byte[] initiator, byte[] responder) {
        return new TlsRecognition(TlsFamily.TLS)
                .of(new Said(ByteView.of(initiator), ByteView.of(responder), Transport.TCP, true));
    }

    /** Of a flow whose beginning was not captured. */
    private static Recognition late(byte[] initiator, byte[] responder) {
        return new TlsRecognition(TlsFamily.TLS)
                .of(new Said(ByteView.of(initiator), ByteView.of(responder), Transport.TCP, false));
    }
}
