// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rtsp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import java.util.List;
import org.junit.jupiter.api.Test;

class RtspOptionsTest {
    private static final String ANSWER =
            "RTSP/1.0 200 OK\r\nCSeq: 1\r\nServer: GStreamer RTSP server\r\nPublic: OPTIONS, DESCRIBE, PLAY\r\n\r\n";

    private final Interview interview = Questioning.of(RtspProtocol.protocol(), Transport.TCP, "rtsp.options");

    @Test
    void asksForTheServersMethods() {
        assertThat(new String(interview.lastSent(), US_ASCII)).startsWith("OPTIONS * RTSP/1.0\r\nCSeq: 1\r\n");
        Progress progress = Progress.CONTINUE;
        for (byte octet : ANSWER.getBytes(US_ASCII)) {
            assertThat(progress).isEqualTo(Progress.CONTINUE);
            progress = interview.hear(octet);
        }

        assertThat(progress).isEqualTo(Progress.DONE);
        assertThat(interview.facts())
                .contains(RtspFacts.METHODS.partial(List.of("OPTIONS", "DESCRIBE", "PLAY")))
                .anyMatch(fact -> fact.is(CommonFacts.SOFTWARE));
    }

    @Test
    void seesThatALoginIsWantedBeforeAnything() {
        String challenge = "RTSP/1.0 401 Unauthorized\r\nCSeq: 1\r\nWWW-Authenticate: Digest realm=\"x\"\r\n\r\n";

        assertThat(interview.hear(challenge)).isEqualTo(Progress.DONE);
        assertThat(interview.facts()).contains(RtspFacts.LOGIN.partial(List.of("digest")));
    }

    @Test
    void takesNoOtherProtocolAndNoEndlessHead() {
        assertThat(interview.hear("HTTP/1.1 400 Bad Request\r\n\r\n")).isEqualTo(Progress.MALFORMED);
        Interview endless = Questioning.of(RtspProtocol.protocol(), Transport.TCP, "rtsp.options");
        assertThat(endless.hear("RTSP/1.0 200 OK\r\n" + "x: y\r\n".repeat(2000)))
                .isEqualTo(Progress.MALFORMED);
        Interview cut = Questioning.of(RtspProtocol.protocol(), Transport.TCP, "rtsp.options");
        assertThat(cut.hear(ANSWER.substring(0, ANSWER.length() - 1))).isEqualTo(Progress.CONTINUE);
        assertThat(cut.end()).isFalse();
        assertThat(cut.facts()).isEmpty();
    }
}
