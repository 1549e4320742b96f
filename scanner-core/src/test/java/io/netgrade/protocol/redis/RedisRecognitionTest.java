// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Recognition;
import io.netgrade.testing.HeldOpening;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisRecognitionTest {
    private static final String GET = "*2\r\n$3\r\nGET\r\n$1\r\na\r\n";

    private final RedisProtocol protocol = new RedisProtocol();

    @Test
    void knowsACommandAsAnArray() {
        assertThat(recognize(GET, "")).isEqualTo(Recognition.RESPONDER_SERVES);
    }

    @Test
    void doesNotKnowWhoAsksWhereTheConnectionIsSeenFromTheMiddle() {
        assertThat(protocol.recognize(opening(GET, "").late())).isEqualTo(Recognition.SERVER_UNKNOWN);
        assertThat(protocol.recognize(opening(GET, "$-1\r\n").late())).isEqualTo(Recognition.RESPONDER_SERVES);
        assertThat(protocol.recognize(opening("$-1\r\n", GET).late())).isEqualTo(Recognition.INITIATOR_SERVES);
    }

    @Test
    void waitsForTheWord() {
        for (int length = 0; length < 12; length++) {
            assertThat(recognize(GET.substring(0, length), "")).isEqualTo(Recognition.NEED_MORE);
        }
        assertThat(recognize(GET.substring(0, 12), "")).isEqualTo(Recognition.RESPONDER_SERVES);
    }

    @ParameterizedTest
    @CsvSource({
        "'PING\r\n', '+PONG\r\n'",
        "'INFO\r\n', '-NOAUTH Authentication required.\r\n'",
        "'', '-DENIED Redis is running'"
    })
    void knowsAnswersThatNoOtherProtocolGives(String client, String server) {
        assertThat(recognize(client, server)).isEqualTo(Recognition.RESPONDER_SERVES);
    }

    @Test
    void waitsForTheAnswerToACommandAsALine() {
        assertThat(recognize("PING\r\n", "")).isEqualTo(Recognition.NEED_MORE);
        assertThat(recognize("PING\r\n", "+PO")).isEqualTo(Recognition.NEED_MORE);
    }

    @ParameterizedTest
    @CsvSource({
        "'AUTH PLAIN\r\n', '+OK POP3 ready\r\n'", "'AUTH TLS\r\n', '220 ready\r\n'",
                "'CONNECT {}\r\nPING\r\n', 'INFO {}\r\n'",
        "'USER bob\r\n', '-ERR no such user\r\n'", "'GET / HTTP/1.1\r\n', ''", "'', '* OK IMAP4rev1 ready\r\n'",
        "'*2\r\n$3\r\nGET\r\n', 'HTTP/1.1 400 Bad Request\r\n'"
    })
    void refusesOtherProtocols(String client, String server) {
        assertThat(recognize(client, server)).isEqualTo(Recognition.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*0\r\n",
                "*-1\r\n$",
                "*1\r\n:5\r\n",
                "*1\r\n$99999999999\r\nGET",
                "*9999999\r\n$3\r\n",
                "*1\r\n$4\r\n\u0001\u0002\r\n",
                "*\r\n",
                "*1\n$3"
            })
    void refusesArraysThatAreNoCommand(String client) {
        assertThat(recognize(client, "")).isEqualTo(Recognition.NO);
    }

    private Recognition recognize(String client, String server) {
        return protocol.recognize(opening(client, server));
    }

    private static HeldOpening opening(String client, String server) {
        return HeldOpening.of(Transport.TCP, 6379, bytes(client), bytes(server));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
