// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EnquireLinkTest {
    private static final int ANSWER = 0x8000_0015;
    private static final int REFUSAL = 0x8000_0000;

    private final Interview interview = Questioning.of(SmppProtocol.protocol(), Transport.TCP, "smpp.enquire-link");
    private final int number = ByteView.of(interview.lastSent()).i32(12);

    @Test
    void asksWithoutABind() {
        ByteView asked = ByteView.of(interview.lastSent());

        assertThat(asked.length()).isEqualTo(16);
        assertThat(asked.u32(4)).isEqualTo(0x15);
        assertThat(number).isPositive();
    }

    @Test
    void readsAnAnswerOctetByOctet() {
        Progress progress = Progress.CONTINUE;
        for (byte octet : pdu(16, ANSWER, 0, number)) {
            assertThat(progress).isEqualTo(Progress.CONTINUE);
            progress = interview.hear(octet);
        }

        assertThat(progress).isEqualTo(Progress.DONE);
        assertThat(interview.facts()).containsExactly(SmppFacts.SERVICE.partial("enquire-link", 0));
        assertThat(interview.sent()).hasSize(1);
    }

    @Test
    void readsARefusalForWantOfABind() {
        assertThat(interview.hear(pdu(16, REFUSAL, 4, number))).isEqualTo(Progress.DONE);
        assertThat(interview.facts()).containsExactly(SmppFacts.SERVICE.partial("generic-nack", 4));
    }

    @Test
    void takesNothingElse() {
        for (byte[] other : new byte[][] {
            pdu(16, ANSWER, 0, number ^ 1),
            pdu(1 << 30, ANSWER, 0, number),
            interview.lastSent(),
            "HTTP/1.1 400 Bad".getBytes(StandardCharsets.US_ASCII)
        }) {
            Interview fresh = Questioning.of(SmppProtocol.protocol(), Transport.TCP, "smpp.enquire-link");
            assertThat(fresh.hear(other)).isEqualTo(Progress.MALFORMED);
            assertThat(fresh.facts()).isEmpty();
        }
        assertThat(interview.hear(Arrays.copyOf(pdu(16, ANSWER, 0, number), 15)))
                .isEqualTo(Progress.CONTINUE);
        assertThat(interview.end()).isFalse();
    }

    private static byte[] pdu(int length, int command, int status, int number) {
        return new ByteWriter().u32(length).u32(command).u32(status).u32(number).written();
    }
}
