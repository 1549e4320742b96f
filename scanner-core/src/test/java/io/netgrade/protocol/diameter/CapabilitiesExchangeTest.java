// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.diameter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapabilitiesExchangeTest {
    private final Interview interview =
            Questioning.of(DiameterProtocol.protocol(), Transport.TCP, "diameter.capabilities");

    @Test
    void introducesItselfAsARelayThatIsNobody() {
        ByteView asked = ByteView.of(interview.lastSent());

        assertThat(DiameterHeader.length(asked)).isEqualTo(asked.length());
        assertThat(DiameterHeader.request(asked)).isTrue();
        assertThat(DiameterHeader.command(asked)).isEqualTo(257);
        DiameterContent content = DiameterContent.of(asked, (fact, excerpt) -> {});
        assertThat(content.originHost()).isEqualTo("netgrade.invalid");
        assertThat(content.applications()).containsExactly(0xFFFF_FFFFL);
        assertThat(content.offersTls()).isFalse();
    }

    @Test
    void disconnectsFromANodeThatAcceptedIt() {
        assertThat(interview.hear(answer(257, 2001))).isEqualTo(Progress.CONTINUE);
        ByteView goodbye = ByteView.of(interview.lastSent());
        assertThat(DiameterHeader.command(goodbye)).isEqualTo(282);
        assertThat(DiameterHeader.request(goodbye)).isTrue();
        assertThat(interview.hear(answer(282, 2001))).isEqualTo(Progress.DONE);

        assertThat(interview.facts())
                .contains(
                        DiameterFacts.CAPABILITIES.partial("netgrade.invalid", 2001, true),
                        DiameterFacts.NODE.partial("hss.example", "example"),
                        DiameterFacts.APPLICATIONS.partial(List.of("s6a"), List.of("16777251")),
                        DiameterFacts.INBAND_SECURITY.partial(List.of("none")));
        assertThat(interview.facts()).noneMatch(fact -> fact.is(DiameterFacts.PEER));
    }

    @Test
    void readsARefusalOctetByOctet() {
        for (byte octet : answer(257, 3010)) {
            interview.hear(octet);
        }

        assertThat(interview.end()).isTrue();
        assertThat(interview.facts()).contains(DiameterFacts.CAPABILITIES.partial("netgrade.invalid", 3010, false));
    }

    @Test
    void statesNothingOfACutAnswer() {
        byte[] answer = answer(257, 2001);

        assertThat(interview.hear(Arrays.copyOf(answer, answer.length - 1))).isEqualTo(Progress.CONTINUE);
        assertThat(interview.end()).isFalse();
        assertThat(interview.facts()).isEqualTo(List.<Fact>of());
    }

    @Test
    void refusesWhatIsNoMessageAndAHostileLength() {
        byte[] huge = answer(257, 2001);
        huge[1] = (byte) 0xFF;

        assertThat(interview.hear(huge)).isEqualTo(Progress.MALFORMED);
        assertThat(interview.hear("HTTP/1.1 400 Bad Request\r\n\r\n")).isEqualTo(Progress.MALFORMED);
        assertThat(interview.facts()).isEmpty();
    }

    /** As of an HSS: Result-Code, Origin-Host, Origin-Realm, Auth-Application-Id. */
    private static byte[] answer(int command, int result) {
        ByteWriter avps = new ByteWriter();
        avp(avps, 268, new ByteWriter().u32(result).written());
        avp(avps, 264, "hss.example".getBytes(US_ASCII));
        avp(avps, 296, "example".getBytes(US_ASCII));
        if (command == 257) {
            avp(avps, 258, new ByteWriter().u32(16_777_251).written());
        }
        ByteWriter message =
                new ByteWriter().u8(1).u24(20 + avps.length()).u8(0).u24(command);
        return message.u32(0).u32(7).u32(7).bytes(avps.written()).written();
    }

    private static void avp(ByteWriter avps, int code, byte[] data) {
        avps.u32(code).u8(0x40).u24(8 + data.length).bytes(data).zeros(-data.length & 3);
    }
}
