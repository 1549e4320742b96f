// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.netbios;

import static io.netgrade.testing.Questions.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questions;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetbiosQuestionsTest {
    private static final String ANY_NAME = "20434b" + "41".repeat(30) + "00";

    private final Protocol protocol = NetbiosProtocol.protocol();

    @Test
    void hearsTheTableOfNames() {
        Interview talk = Questions.overUdp(protocol, "netbios.node-status");
        assertThat(hex(talk.lastSent())).isEqualTo("6e670000000100000000" + "0000" + ANY_NAME + "00210001");

        String name = "4c4142202020202020202020202020" + "20" + "0400";
        assertThat(talk.hear(hex(
                        "6e678400000000010000" + "0000" + ANY_NAME + "00210001" + "00000000" + "0013" + "01" + name)))
                .isEqualTo(Progress.DONE);
        assertThat(talk.facts())
                .containsExactly(
                        NetbiosFacts.NAME_ANSWER.partial("query", true),
                        NetbiosFacts.NODE_STATUS.complete(List.of("LAB")));
    }

    @Test
    void hearsWhetherASessionIsAccepted() {
        Interview yes = Questions.overTcp(protocol, "netbios.session");
        assertThat(hex(yes.lastSent())).startsWith("8100004420434b4644454e");
        assertThat(yes.hear(hex("82000000"))).isEqualTo(Progress.DONE);
        assertThat(yes.facts()).containsExactly(NetbiosFacts.SESSION.complete(true));

        Interview no = Questions.overTcp(protocol, "netbios.session");
        assertThat(no.hear(hex("8300000182"))).isEqualTo(Progress.DONE);
        assertThat(no.facts()).containsExactly(NetbiosFacts.SESSION.complete(false));
    }

    @Test
    void asksTheDatagramServiceNothing() {
        Endpoint datagrams = new Endpoint(InetAddress.getLoopbackAddress(), 138, Transport.UDP);

        assertThat(protocol.inquire(datagrams, List.of())).isEmpty();
    }

    @Test
    void takesNothingElseForNetbios() {
        assertThat(Questions.overUdp(protocol, "netbios.node-status").hear(hex("6e67")))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overTcp(protocol, "netbios.session").hear("220 ready\r\n"))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overTcp(protocol, "netbios.session").hear(hex("8200ffff")))
                .isEqualTo(Progress.MALFORMED);
        Interview cut = Questions.overTcp(protocol, "netbios.session");
        assertThat(cut.hear(hex("8200"))).isEqualTo(Progress.CONTINUE);
        assertThat(cut.end()).isFalse();
    }
}
