// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.openvpn;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HardResetTest {
    private final Interview udp = Questioning.of(OpenvpnProtocol.protocol(), Transport.UDP, "openvpn.reset");
    private final Interview tcp = Questioning.of(OpenvpnProtocol.protocol(), Transport.TCP, "openvpn.reset");

    @Test
    void asksWithNothingAround() {
        assertThat(hex(udp)).matches("38[0-9a-f]{16}0000000000");
        assertThat(hex(tcp)).matches("000e38[0-9a-f]{16}0000000000");
    }

    @Test
    void readsAResetOfTheServer() {
        assertThat(udp.hear(bytes(answer(hex(udp).substring(2, 18))))).isEqualTo(Progress.DONE);
        byte[] framed = bytes("001a" + answer(hex(tcp).substring(6, 22)));
        assertThat(tcp.hear(Arrays.copyOf(framed, 9))).isEqualTo(Progress.CONTINUE);
        assertThat(tcp.hear(Arrays.copyOfRange(framed, 9, framed.length))).isEqualTo(Progress.DONE);

        assertThat(udp.facts()).containsExactly(OpenvpnFacts.CONTROL.partial("none", null, 2));
        assertThat(tcp.facts()).containsExactly(OpenvpnFacts.CONTROL.partial("none", null, 2));
        assertThat(udp.sent()).hasSize(1);
    }

    @Test
    void takesNothingElse() {
        String ours = hex(udp).substring(2, 18);

        assertThat(udp.hear(bytes(answer("0000000000000001")))).isEqualTo(Progress.MALFORMED);
        assertThat(udp.hear(bytes(answer(ours).substring(0, 50)))).isEqualTo(Progress.MALFORMED);
        assertThat(udp.hear(udp.lastSent())).isEqualTo(Progress.MALFORMED);
        assertThat(tcp.hear(bytes("ffff" + answer(hex(tcp).substring(6, 22))))).isEqualTo(Progress.MALFORMED);
        assertThat(udp.facts()).isEmpty();
        assertThat(tcp.facts()).isEmpty();
    }

    /** As OpenVPN 2.6 answers: its session, one acknowledgement of the client's first packet, its own first number. */
    private static String answer(String session) {
        return "40" + "67128b4fae40edd0" + "01" + "00000000" + session + "00000000";
    }

    private static String hex(Interview interview) {
        return HexFormat.of().formatHex(interview.lastSent());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
