// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ppp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import io.netgrade.wire.ByteWriter;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PptpStartTest {
    private final Interview interview = Questioning.of(PptpProtocol.protocol(), Transport.TCP, "pptp.control");

    @Test
    void startsAndStops() {
        assertThat(interview.lastSent()).hasSize(156);
        assertThat(HexFormat.of().formatHex(interview.lastSent())).startsWith("009c00011a2b3c4d000100000100");
        byte[] reply = reply(1);
        assertThat(interview.hear(Arrays.copyOf(reply, 155))).isEqualTo(Progress.CONTINUE);
        assertThat(interview.hear(reply[155])).isEqualTo(Progress.DONE);

        assertThat(HexFormat.of().formatHex(interview.lastSent())).isEqualTo("001000011a2b3c4d0003000001000000");
        assertThat(interview.facts())
                .containsExactly(
                        PptpFacts.SERVICE.partial("ok", "linux", 1), CommonFacts.SOFTWARE.partial("linux", null, null));
    }

    @Test
    void readsARefusal() {
        assertThat(interview.hear(reply(4))).isEqualTo(Progress.DONE);
        assertThat(interview.facts()).contains(PptpFacts.SERVICE.partial("not-authorized", "linux", 1));
    }

    @Test
    void takesNothingElse() {
        byte[] other = reply(1);
        other[4] = 0;

        assertThat(interview.hear(other)).isEqualTo(Progress.MALFORMED);
        assertThat(interview.end()).isFalse();
        assertThat(interview.facts()).isEmpty();
    }

    /** Start-Control-Connection-Reply (RFC 2637 §2.2). */
    private static byte[] reply(int result) {
        ByteWriter reply =
                new ByteWriter().u16(156).u16(1).u32(0x1A2B_3C4D).u16(2).u16(0);
        reply.u16(0x0100).u8(result).u8(0).u32(0).u32(0).u16(1).u16(1);
        return reply.ascii("local").zeros(59).ascii("linux").zeros(59).written();
    }
}
