// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.CommonFacts;
import io.netgrade.lab.BgpServer;
import io.netgrade.lab.L2tpServer;
import io.netgrade.lab.Lab;
import io.netgrade.lab.NtpServer;
import io.netgrade.lab.OpenVpnServer;
import io.netgrade.lab.PptpServer;
import io.netgrade.lab.TftpServer;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.bgp.BgpFacts;
import io.netgrade.protocol.ntp.NtpFacts;
import io.netgrade.protocol.openvpn.OpenvpnFacts;
import io.netgrade.protocol.ppp.L2tpFacts;
import io.netgrade.protocol.ppp.PptpFacts;
import io.netgrade.protocol.tftp.TftpFacts;
import io.netgrade.testing.SideBySide;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What protocols of routing, tunnels and time show when real servers are asked, strong and weak. */
class TunnelLabTest {

    @SideBySide
    @Test
    void findsASpeakerThatTakesAnyNeighbour() throws Exception {
        LabLook look = LabLook.at(BgpServer.open(), protocols("bgp"));

        assertThat(look.services()).containsExactly("bgp");
        assertThat(look.facts(BgpFacts.OPEN))
                .singleElement()
                .satisfies(fact ->
                        assertThat(fact.value()).containsEntry("as", 65_001L).containsEntry("router-id", "192.0.2.7"));
        assertThat(look.facts(BgpFacts.SESSION)).containsExactly(BgpFacts.SESSION.partial("none", "external", null));
    }

    @SideBySide
    @Test
    void findsNoSpeakerThatClosesToStrangers() throws Exception {
        assertThat(LabLook.at(BgpServer.strict(), protocols("bgp")).services()).isEmpty();
    }

    @SideBySide
    @Test
    void findsWhetherTunnelsAreBegunWithAnybody() throws Exception {
        LabLook open = LabLook.at(L2tpServer.open(), protocols("l2tp"));
        LabLook challenging = LabLook.at(L2tpServer.challenging(), protocols("l2tp"));

        assertThat(open.services()).containsExactly("l2tp");
        assertThat(open.facts(L2tpFacts.ENDPOINT))
                .containsExactly(L2tpFacts.ENDPOINT.partial("responder", "xelerance.com", "none"));
        assertThat(open.facts(CommonFacts.SOFTWARE))
                .as("the vendor, and that it tells no version")
                .containsExactly(
                        CommonFacts.SOFTWARE.partial("xelerance.com", null, null),
                        CommonFacts.SOFTWARE.complete("xelerance.com", null, null));
        assertThat(challenging.facts(L2tpFacts.ENDPOINT))
                .containsExactly(L2tpFacts.ENDPOINT.partial("responder", "xelerance.com", "challenge"));
    }

    @SideBySide
    @Test
    void findsABareControlChannelAndNoneThatIsSigned() throws Exception {
        LabLook bare = LabLook.at(OpenVpnServer.bare(), protocols("openvpn"));
        LabLook signed = LabLook.at(OpenVpnServer.signed(), protocols("openvpn"));

        assertThat(bare.services()).containsExactly("openvpn");
        assertThat(bare.facts(OpenvpnFacts.CONTROL)).containsExactly(OpenvpnFacts.CONTROL.partial("none", null, 2));
        assertThat(signed.services()).isEmpty();
    }

    @SideBySide
    @Test
    void findsATimeServerThatHasNoPrivateMode() throws Exception {
        LabLook look = LabLook.at(new NtpServer(), protocols("ntp"));

        assertThat(look.services()).containsExactly("ntp");
        assertThat(look.facts(NtpFacts.TIME))
                .singleElement()
                .satisfies(fact ->
                        assertThat(fact.value()).containsEntry("mode", "server").containsEntry("version", 4L));
        assertThat(look.facts(NtpFacts.AUTHENTICATION)).containsExactly(NtpFacts.AUTHENTICATION.partial("none", null));
        assertThat(look.facts(NtpFacts.PRIVATE)).isEmpty();
    }

    @SideBySide
    @Test
    void findsAServerOfFilesThatAnswersFromAnotherPort() throws Exception {
        Assumptions.assumeTrue(Lab.tree().allowsRoot(), "this tftpd must be root to give up its rights");
        LabLook look = LabLook.at(new TftpServer(), protocols("tftp"));

        assertThat(look.services()).containsExactly("tftp");
        assertThat(look.facts(TftpFacts.ANSWER)).containsExactly(TftpFacts.ANSWER.partial("error", 1));
    }

    @SideBySide
    @Test
    void findsAServerOfPptp() throws Exception {
        LabLook look = LabLook.at(new PptpServer(), protocols("pptp"));

        assertThat(look.services()).containsExactly("pptp");
        assertThat(look.facts(PptpFacts.SERVICE))
                .singleElement()
                .satisfies(fact ->
                        assertThat(fact.value()).containsEntry("result", "ok").containsEntry("vendor", "linux"));
    }

    private static List<Protocol> protocols(String... ids) {
        return Stream.of(ids).map(id -> ProtocolCatalog.byId(id).orElseThrow()).toList();
    }
}
