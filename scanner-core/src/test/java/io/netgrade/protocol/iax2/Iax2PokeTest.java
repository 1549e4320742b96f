// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.iax2;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Iax2PokeTest {
    private final Interview interview = Questioning.of(Iax2Protocol.protocol(), Transport.UDP, "iax2.poke");
    private final String asked = HexFormat.of().formatHex(interview.lastSent());
    private final String call = "%04x".formatted(Integer.parseInt(asked.substring(0, 4), 16) & 0x7FFF);

    @Test
    void pokesAndAcknowledges() {
        assertThat(asked).matches("[89a-f][0-9a-f]{3}0000" + "00000000" + "0000" + "061e");

        assertThat(interview.hear(pong("8123", call))).isEqualTo(Progress.DONE);
        assertThat(HexFormat.of().formatHex(interview.lastSent()))
                .isEqualTo(asked.substring(0, 4) + "0123" + "00000007" + "0101" + "0604");
        assertThat(interview.facts()).containsExactly(Iax2Protocol.SERVICE.partial("pong"));
    }

    @Test
    void takesNoFrameOfAnotherCallAndNoOtherBytes() {
        String other = "%04x".formatted(Integer.parseInt(call, 16) ^ 1);

        assertThat(interview.hear(pong("8123", other))).isEqualTo(Progress.MALFORMED);
        assertThat(interview.hear(Arrays.copyOf(pong("8123", call), 11))).isEqualTo(Progress.MALFORMED);
        assertThat(interview.hear("nothing of the kind")).isEqualTo(Progress.MALFORMED);
        assertThat(interview.sent()).hasSize(1);
        assertThat(interview.facts()).isEmpty();
    }

    /** RFC 5456 §8.1.1: calls, a time of 7, sequence numbers 0 and 1, type IAX, PONG. */
    private static byte[] pong(String source, String destination) {
        return HexFormat.of().parseHex(source + destination + "00000007" + "0001" + "0603");
    }
}
