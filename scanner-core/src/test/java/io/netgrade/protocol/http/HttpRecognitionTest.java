// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import static io.netgrade.protocol.Recognition.INITIATOR_SERVES;
import static io.netgrade.protocol.Recognition.NEED_MORE;
import static io.netgrade.protocol.Recognition.NO;
import static io.netgrade.protocol.Recognition.RESPONDER_SERVES;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.testing.HeldOpening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRecognitionTest {
    private static final String REQUEST = "GET /index.html HTTP/1.1\r\n";
    private static final String STATUS = "HTTP/1.1 200 OK\r\n";

    @Test
    void knowsARequestLine() {
        assertThat(HttpRecognition.of(HeldOpening.of(REQUEST, ""))).isEqualTo(RESPONDER_SERVES);
    }

    @Test
    void knowsAStatusLineAlone() {
        assertThat(HttpRecognition.of(HeldOpening.of("", STATUS))).isEqualTo(RESPONDER_SERVES);
    }

    @Test
    void waitsForTheEndOfTheRequestLine() {
        for (int length = 0; length < REQUEST.length() - 2; length++) {
            assertThat(HttpRecognition.of(HeldOpening.of(REQUEST.substring(0, length), "")))
                    .as(REQUEST.substring(0, length))
                    .isEqualTo(NEED_MORE);
        }
    }

    @Test
    void waitsForTheEndOfTheStatus() {
        for (int length = 0; length < 13; length++) {
            assertThat(HttpRecognition.of(HeldOpening.of("", STATUS.substring(0, length))))
                    .isEqualTo(NEED_MORE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPTIONS rtsp://192.0.2.1/ RTSP/1.0\r\n",
                "INVITE sip:a@example.org SIP/2.0\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "EHLO mail.example.org\r\n",
                "get / HTTP/1.1\r\n",
                " / HTTP/1.1\r\n",
                "GET  HTTP/1.1\r\n",
                "GET / HTTP/1.x\r\n",
                "SSH-2.0-client\r\n",
                "AVERYLONGMETHODTHATNOBODYUSES / HTTP/1.1\r\n"
            })
    void leavesOtherProtocolsAlone(String first) {
        assertThat(HttpRecognition.of(HeldOpening.of(first, ""))).isEqualTo(NO);
    }

    @Test
    void doesNotTakeAServerForHttpThatOnlyItsClientThinksIs() {
        assertThat(HttpRecognition.of(HeldOpening.of(REQUEST, "SSH-2.0-OpenSSH_9.6\r\n")))
                .isEqualTo(NO);
    }

    @Test
    void knowsALongRequestLineBeforeItsEnd() {
        String request = "GET /" + "x".repeat(600);

        assertThat(HttpRecognition.of(HeldOpening.of(request, ""))).isEqualTo(RESPONDER_SERVES);
    }

    @Test
    void findsTheServerWhereACaptureBeganLate() {
        assertThat(HttpRecognition.of(HeldOpening.of(STATUS, REQUEST).late())).isEqualTo(INITIATOR_SERVES);
        assertThat(HttpRecognition.of(HeldOpening.of(STATUS, "").late())).isEqualTo(INITIATOR_SERVES);
        assertThat(HttpRecognition.of(HeldOpening.of("", REQUEST).late())).isEqualTo(INITIATOR_SERVES);
        assertThat(HttpRecognition.of(HeldOpening.of(REQUEST, "rest of a body").late()))
                .isEqualTo(RESPONDER_SERVES);
    }

    @Test
    void waitsForTheOtherSideWhereALateCaptureBeginsAmidABody() {
        String rest = "rest of a body ".repeat(10);

        assertThat(HttpRecognition.of(HeldOpening.of("", rest).late())).isEqualTo(NEED_MORE);
        assertThat(HttpRecognition.of(HeldOpening.of("", rest))).isEqualTo(NO);
    }

    @Test
    void keepsNoSmallMessageOfOthersWaiting() {
        assertThat(HttpRecognition.of(HeldOpening.of("", "\u0000\u0001\u0000\u0000\u0000\u0006")
                        .late()))
                .isEqualTo(NO);
    }
}
