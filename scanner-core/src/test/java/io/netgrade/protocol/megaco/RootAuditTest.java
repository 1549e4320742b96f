// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.megaco;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import io.netgrade.wire.ByteWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RootAuditTest {
    /** As H.248.1 annex B and appendix I have it. */
    private static final String REPLY = "MEGACO/1 [192.0.2.1]:2944\r\nReply=1{Context=-{AuditValue=ROOT{}}}\r\n";

    private static final String REFUSAL = "!/1 [192.0.2.1]:2944\r\nER=402{\"Unauthorized\"}\r\n";

    private final Interview udp = Questioning.of(MegacoProtocol.protocol(), Transport.UDP, "megaco.audit");
    private final Interview tcp = Questioning.of(MegacoProtocol.protocol(), Transport.TCP, "megaco.audit");

    @Test
    void auditsNothingOfTheWhole() {
        String asked = new String(udp.lastSent(), US_ASCII);

        assertThat(asked)
                .matches(
                        "MEGACO/1 <netgrade.invalid>\r\nTransaction=[0-9]+\\{Context=-\\{AuditValue=ROOT\\{Audit\\{}}}}\r\n");
        assertThat(MegacoCommands.transaction(asked)).isEqualTo("request");
        assertThat(tcp.lastSent()).startsWith(3, 0, 0, tcp.lastSent().length);
    }

    @Test
    void readsAReplyAndARefusal() {
        assertThat(udp.hear(REPLY)).isEqualTo(Progress.DONE);
        assertThat(udp.facts())
                .contains(
                        MegacoProtocol.SERVICE.partial("text", 1, false),
                        MegacoProtocol.COMMANDS.partial("reply", List.of("audit-value")));
        byte[] framed = framed(REFUSAL);
        assertThat(tcp.hear(Arrays.copyOf(framed, 20))).isEqualTo(Progress.CONTINUE);
        assertThat(tcp.hear(Arrays.copyOfRange(framed, 20, framed.length))).isEqualTo(Progress.DONE);
        assertThat(tcp.facts()).contains(MegacoProtocol.SERVICE.partial("text", 1, false));
    }

    @Test
    void takesNothingElse() {
        assertThat(udp.hear(udp.lastSent())).isEqualTo(Progress.MALFORMED);
        assertThat(udp.hear("Hello, this is something else")).isEqualTo(Progress.MALFORMED);
        assertThat(tcp.hear(tcp.lastSent())).isEqualTo(Progress.MALFORMED);
        assertThat(udp.facts()).isEmpty();
        assertThat(tcp.facts()).isEmpty();
    }

    private static byte[] framed(String text) {
        return new ByteWriter().u16(0x0300).u16(4 + text.length()).ascii(text).written();
    }
}
