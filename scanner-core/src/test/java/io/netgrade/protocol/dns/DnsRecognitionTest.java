// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Recognition;
import io.netgrade.testing.HeldOpening;
import io.netgrade.testing.Transcript;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsRecognitionTest {
    private static final byte[] NOTHING = {};

    private final DnsProtocol protocol = new DnsProtocol();
    private final byte[] query =
            Transcript.read(getClass(), "authority-udp.txt").first(Direction.FROM_CLIENT);
    private final byte[] answer =
            Transcript.read(getClass(), "authority-udp.txt").first(Direction.FROM_SERVER);

    @Test
    void takesWhoIsAskedForTheServer() {
        HeldOpening asked = HeldOpening.of(Transport.UDP, 53, query, NOTHING);

        assertThat(protocol.recognize(asked)).isEqualTo(Recognition.RESPONDER_SERVES);
        assertThat(protocol.recognize(asked.turned())).isEqualTo(Recognition.INITIATOR_SERVES);
    }

    @Test
    void takesWhoAnswersForTheServerWhereTheQuestionWasNotSeen() {
        assertThat(protocol.recognize(HeldOpening.of(Transport.UDP, 40_001, answer, NOTHING)))
                .isEqualTo(Recognition.INITIATOR_SERVES);
    }

    @ParameterizedTest
    @ValueSource(ints = {137, 5353, 5355})
    void leavesTheOtherNameServicesAlone(int port) {
        assertThat(protocol.recognize(HeldOpening.of(Transport.UDP, port, query, NOTHING)))
                .isEqualTo(Recognition.NO);
    }

    @Test
    void leavesANetbiosNameAloneOnAnyPort() {
        byte[] status =
                HexFormat.of().parseHex("123400000001000000000000" + "20434b" + "41".repeat(30) + "00" + "00210001");

        assertThat(udp(status)).isEqualTo(Recognition.NO);
    }

    @Test
    void leavesTheUnicastBitOfMdnsAlone() {
        byte[] question = query.clone();
        question[12 + 18 + 2] |= (byte) 0x80;

        assertThat(udp(query)).isEqualTo(Recognition.RESPONDER_SERVES);
        assertThat(udp(question)).isEqualTo(Recognition.NO);
    }

    @Test
    void refusesEveryQueryCutBeforeTheEndOfItsQuestion() {
        for (int length = 0; length < 12 + 22; length++) {
            assertThat(udp(Arrays.copyOf(query, length))).isEqualTo(Recognition.NO);
        }
    }

    @Test
    void waitsForTheQuestionInAStream() {
        byte[] question = Transcript.read(getClass(), "answer-tcp.txt").first(Direction.FROM_CLIENT);
        int whole = 2 + 12 + 22;

        for (int length = 0; length < whole; length++) {
            assertThat(tcp(Arrays.copyOf(question, length))).isEqualTo(Recognition.NEED_MORE);
        }
        assertThat(tcp(Arrays.copyOf(question, whole))).isEqualTo(Recognition.RESPONDER_SERVES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET / HTTP/1.1\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "EHLO mail.example\r\n", "*1\r\n$4\r\nPING\r\n"
            })
    void refusesOtherProtocolsInAStream(String text) {
        assertThat(tcp(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(Recognition.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12340100000100010000000001610000010001", // a question that has an answer
                "1234010000010000000000000161000001", // cut before the class
                "1234810000010fff0000000001610000010001", // more answers than octets
                "12340100000100000000000001610000000001", // type 0
                "12340100000100000000000001610000010002", // class 2, which nobody uses
                "12340140000100000000000001610000010001", // the reserved bit
                "123401000001000000000000c00c00010001", // a pointer to itself
            })
    void refusesWhatNoServerSays(String hexadecimal) {
        assertThat(udp(HexFormat.of().parseHex(hexadecimal))).isEqualTo(Recognition.NO);
    }

    private Recognition udp(byte[] bytes) {
        return protocol.recognize(HeldOpening.of(Transport.UDP, 53, bytes, NOTHING));
    }

    private Recognition tcp(byte[] bytes) {
        return protocol.recognize(HeldOpening.of(Transport.TCP, 53, bytes, NOTHING));
    }
}
