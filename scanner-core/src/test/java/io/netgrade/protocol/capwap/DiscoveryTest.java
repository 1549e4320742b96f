// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.capwap;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import io.netgrade.wire.ByteView;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    private final Interview interview = Questioning.of(CapwapProtocol.protocol(), Transport.UDP, "capwap.discovery");
    private final int sequence = interview.lastSent()[12] & 0xFF;

    @Test
    void discoversInSoundElements() {
        ByteView asked = ByteView.of(interview.lastSent());

        assertThat(CapwapPacket.headerLength(asked)).isEqualTo(8);
        assertThat(CapwapPacket.message(asked)).isEqualTo(1);
        assertThat(HexFormat.of().formatHex(interview.lastSent()))
                .contains("0014000100", "002900010" + "4", "002c000100");
    }

    @Test
    void readsTheResponseOfAController() {
        assertThat(interview.hear(answer(2, sequence))).isEqualTo(Progress.DONE);
        assertThat(interview.facts()).containsExactly(CapwapFacts.CHANNEL.partial("control", "clear", "discovery"));
    }

    @Test
    void readsWhatAControllerTellsOfItsRules() {
        String descriptor = "0001000c" + "0000006400000032" + "0202ff04";
        interview.hear(HexFormat.of()
                .parseHex("0010020000000000" + "00000002%02x0013".formatted(sequence) + "00" + descriptor));

        assertThat(interview.facts())
                .contains(CapwapFacts.CONTROLLER.complete(List.of("x509"), List.of("dtls")))
                .hasSize(2);
    }

    @Test
    void readsNoDescriptorThatIsTooShort() {
        String descriptor = "0001000b" + "0000006400000032" + "0202ff";
        interview.hear(HexFormat.of()
                .parseHex("0010020000000000" + "00000002%02x0012".formatted(sequence) + "00" + descriptor));

        assertThat(interview.facts()).containsExactly(CapwapFacts.CHANNEL.partial("control", "clear", "discovery"));
    }

    @Test
    void takesNothingElse() {
        byte[] cut = answer(2, sequence);
        cut[14]++;

        assertThat(interview.hear(answer(2, sequence ^ 1))).isEqualTo(Progress.MALFORMED);
        assertThat(interview.hear(answer(1, sequence))).isEqualTo(Progress.MALFORMED);
        assertThat(interview.hear(cut)).isEqualTo(Progress.MALFORMED);
        assertThat(interview.facts()).isEmpty();
    }

    /** A Discovery Response (RFC 5415 §5.2) with the name of the controller as its one element. */
    private static byte[] answer(int type, int sequence) {
        String element = "00040002" + "6163";
        return HexFormat.of().parseHex("0010020000000000" + "%08x%02x0009".formatted(type, sequence) + "00" + element);
    }
}
