// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import org.junit.jupiter.api.Test;

class SshOpeningTest {
    private static final String LINE = "SSH-2.0-x\r\n";

    @Test
    void knowsTheServerByItsIdentification() {
        assertThat(recognise("", LINE)).isEqualTo(Recognition.RESPONDER_SERVES);
        assertThat(recognise("", "SSH-1.5-1.2.26\n")).isEqualTo(Recognition.RESPONDER_SERVES);
        assertThat(recognise("GET / HTTP/1.1\r\n", LINE)).isEqualTo(Recognition.RESPONDER_SERVES);
    }

    @Test
    void knowsTheServerAfterOtherLines() {
        assertThat(recognise("", "Hello\r\n\r\n" + LINE)).isEqualTo(Recognition.RESPONDER_SERVES);
        assertThat(recognise(LINE, "Hello\r\n" + LINE)).isEqualTo(Recognition.RESPONDER_SERVES);
    }

    @Test
    void doesNotTakeAQuotedIdentificationForOne() {
        assertThat(recognise("GET / HTTP/1.1\r\n", "HTTP/1.1 200 OK\r\n\r\n" + LINE))
                .isEqualTo(Recognition.NO);
    }

    @Test
    void needsMoreForEveryPrefix() {
        for (int length = 0; length < 5; length++) {
            assertThat(recognise("", LINE.substring(0, length))).isEqualTo(Recognition.NEED_MORE);
            assertThat(recognise(LINE.substring(0, length), "")).isEqualTo(Recognition.NEED_MORE);
        }
        assertThat(recognise("", "Hello\r\nSS")).isEqualTo(Recognition.NEED_MORE);
    }

    @Test
    void doesNotMakeAServerOfWhatAClientHopesFor() {
        assertThat(recognise(LINE, "")).isEqualTo(Recognition.NEED_MORE);
        assertThat(recognise(LINE, "220 mail\r\n")).isEqualTo(Recognition.NEED_MORE);
        assertThat(recognise(LINE, "\u0016\u0003\u0001")).isEqualTo(Recognition.NO);
    }

    @Test
    void knowsAClientThatGoesOnWhereTheServerWasNotCaptured() {
        assertThat(recognise(LINE + "\0\0\5", "")).isEqualTo(Recognition.RESPONDER_SERVES);
    }

    @Test
    void doesNotKnowWhoServesWhereTheBeginningWasNotSeen() {
        assertThat(recognise(LINE, LINE, false)).isEqualTo(Recognition.SERVER_UNKNOWN);
        assertThat(recognise(LINE, "", false)).isEqualTo(Recognition.SERVER_UNKNOWN);
        assertThat(recognise("Hello\r\n" + LINE, "", false)).isEqualTo(Recognition.SERVER_UNKNOWN);
        assertThat(recognise("SS", "", false)).isEqualTo(Recognition.NEED_MORE);
        assertThat(recognise("GET /", "HTTP", false)).isEqualTo(Recognition.NO);
    }

    @Test
    void waitsForTheServerWhateverAClientSaysFirst() {
        assertThat(recognise("GET / HTTP/1.1\r\n", "")).isEqualTo(Recognition.NEED_MORE);
        assertThat(recognise("\u0016\u0003\u0001", "S")).isEqualTo(Recognition.NEED_MORE);
        assertThat(recognise("\u0016\u0003\u0001", LINE)).isEqualTo(Recognition.RESPONDER_SERVES);
    }

    @Test
    void refusesOtherProtocols() {
        assertThat(recognise("", "\u0005\u0000")).isEqualTo(Recognition.NO);
        assertThat(recognise("GET / HTTP/1.1\r\n", "HTTP/1.1 200 OK")).isEqualTo(Recognition.NO);
        assertThat(recognise("", "SSH-two\r\n\u0000")).isEqualTo(Recognition.NO);
        assertThat(recognise("", "text\r\n".repeat(2_000))).isEqualTo(Recognition.NO);
    }

    private static Recognition recognise(String initiator, String responder) {
        return recognise(initiator, responder, true);
    }

    private static Recognition recognise(String initiator, String responder, boolean known) {
        return new SshProtocol().recognize(new Opening() {
            @Override
            public Transport transport() {
                return Transport.TCP;
            }

            @Override
            public ByteView fromInitiator() {
                return ByteView.of(initiator.getBytes(ISO_8859_1));
            }

            @Override
            public ByteView fromResponder() {
                return ByteView.of(responder.getBytes(ISO_8859_1));
            }

            @Override
            public boolean initiatorKnown() {
                return known;
            }

            @Override
            public int initiatorPort() {
                return 40_000;
            }

            @Override
            public int responderPort() {
                return 22;
            }
        });
    }
}
