// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ppp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import io.netgrade.wire.ByteView;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TunnelRequestTest {
    private final Interview interview = Questioning.of(L2tpProtocol.protocol(), Transport.UDP, "l2tp.tunnel");
    private final ByteView asked = ByteView.of(interview.lastSent());
    private final int tunnel = asked.u16(L2tpPacket.avp(asked, 0, 9) + 6);

    @Test
    void asksForATunnelAndNoSession() {
        assertThat(L2tpPacket.isControl(asked, 0)).isTrue();
        assertThat(L2tpPacket.message(asked, 0)).isEqualTo(L2tpPacket.START_REQUEST);
        assertThat(asked.u16(4)).isZero();
        assertThat(tunnel).isPositive();
    }

    @Test
    void stopsTheTunnelThatItIsGiven() {
        assertThat(interview.hear(reply(tunnel, ""))).isEqualTo(Progress.DONE);

        ByteView stop = ByteView.of(interview.lastSent());
        assertThat(L2tpPacket.isControl(stop, 0)).isTrue();
        assertThat(L2tpPacket.message(stop, 0)).isEqualTo(4);
        assertThat(stop.u16(4)).isEqualTo(0x1234);
        assertThat(HexFormat.of().formatHex(interview.lastSent()))
                .contains("00010001")
                .endsWith("8008000000010001");
        assertThat(interview.facts())
                .containsExactly(
                        L2tpFacts.TUNNEL.partial("2", "control"),
                        L2tpFacts.ENDPOINT.partial("responder", null, "none"));
    }

    @Test
    void seesThatTheOtherEndWantsToBeSureOfIt() {
        assertThat(interview.hear(reply(tunnel, "80160000000b" + "00".repeat(16))))
                .isEqualTo(Progress.DONE);
        assertThat(interview.facts()).contains(L2tpFacts.ENDPOINT.partial("responder", null, "challenge"));
    }

    @Test
    void waitsBehindAnAcknowledgement() {
        assertThat(interview.hear(bytes("c802000c" + "%04x".formatted(tunnel) + "000000000001")))
                .isEqualTo(Progress.CONTINUE);
        assertThat(interview.sent()).hasSize(1);
        assertThat(interview.hear(reply(tunnel, ""))).isEqualTo(Progress.DONE);
    }

    @Test
    void takesNothingElse() {
        byte[] cut = reply(tunnel, "");
        cut[3]++;

        assertThat(interview.hear(reply(tunnel ^ 1, ""))).isEqualTo(Progress.MALFORMED);
        assertThat(interview.hear(cut)).isEqualTo(Progress.MALFORMED);
        assertThat(interview.hear("nothing")).isEqualTo(Progress.MALFORMED);
        assertThat(interview.sent()).hasSize(1);
        assertThat(interview.facts()).isEmpty();
    }

    /** SCCRP with the other's tunnel 0x1234 (RFC 2661 §6.2). */
    private static byte[] reply(int to, String more) {
        String avps = "8008000000000002" + "8008000000020100" + "8008000000091234" + more;
        return bytes("c802" + "%04x".formatted(12 + avps.length() / 2) + "%04x".formatted(to) + "000000000001" + avps);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
