// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.CommonFacts;
import io.netgrade.lab.BehindTls;
import io.netgrade.lab.CoturnServer;
import io.netgrade.lab.FreeDiameterServer;
import io.netgrade.lab.FreeRadiusServer;
import io.netgrade.lab.KamailioServer;
import io.netgrade.lab.Lab;
import io.netgrade.lab.OsmoGgsnServer;
import io.netgrade.lab.OsmoMgwServer;
import io.netgrade.lab.RunningServer;
import io.netgrade.lab.StrongSwanServer;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.diameter.DiameterFacts;
import io.netgrade.protocol.gtp.GtpControlFacts;
import io.netgrade.protocol.gtp.GtpUserFacts;
import io.netgrade.protocol.ike.IkeFacts;
import io.netgrade.protocol.mgcp.MgcpProtocol;
import io.netgrade.protocol.radius.RadiusFacts;
import io.netgrade.protocol.sip.SipFacts;
import io.netgrade.protocol.stun.StunFacts;
import io.netgrade.testing.SideBySide;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What telecom protocols show when real servers are asked, strong and weak. */
class TelecomLabTest {

    @SideBySide
    @Test
    void findsAnOpenSipServerOverUdpAndTcp() throws Exception {
        LabLook look = LabLook.at(KamailioServer.open(), protocols("sip"));

        assertThat(look.services()).containsExactly("sip");
        assertThat(look.facts(SipFacts.SERVICE))
                .containsExactlyInAnyOrder(
                        SipFacts.SERVICE.partial(List.of("OPTIONS"), "udp"),
                        SipFacts.SERVICE.partial(List.of("OPTIONS"), "tcp"));
        assertThat(look.facts(SipFacts.ADMISSION)).containsExactly(SipFacts.ADMISSION.partial("OPTIONS", false));
        assertThat(look.facts(CommonFacts.SOFTWARE))
                .hasSize(1)
                .allMatch(fact -> fact.toString().contains("amailio"));
    }

    @SideBySide
    @Test
    void findsASipServerThatWantsALoginInsideTls() throws Exception {
        LabLook look = LabLook.at(new BehindTls(KamailioServer.withDigest()), protocols("tls", "sip"));

        assertThat(look.services()).containsExactlyInAnyOrder("tls", "tls/sip");
        assertThat(look.facts(SipFacts.SERVICE)).containsExactly(SipFacts.SERVICE.partial(List.of("OPTIONS"), "tls"));
        assertThat(look.facts(SipFacts.ADMISSION)).containsExactly(SipFacts.ADMISSION.partial("OPTIONS", true));
        assertThat(look.facts(SipFacts.CHALLENGE))
                .singleElement()
                .satisfies(fact -> assertThat(fact.value()).containsEntry("algorithm", "sha-256"));
        assertThat(look.facts(CommonFacts.SOFTWARE)).containsExactly(CommonFacts.SOFTWARE.none());
    }

    @SideBySide
    @Test
    void findsADiameterNodeThatTakesWhoeverComesInClear() throws Exception {
        LabLook look = LabLook.at(FreeDiameterServer.open(), protocols("diameter"));

        assertThat(look.services()).containsExactly("diameter");
        assertThat(look.facts(DiameterFacts.CAPABILITIES))
                .containsExactly(DiameterFacts.CAPABILITIES.partial("netgrade.invalid", 2001, true));
        assertThat(look.facts(DiameterFacts.NODE))
                .containsExactly(DiameterFacts.NODE.partial("lab.example", "example"));
    }

    @SideBySide
    @Test
    void findsADiameterNodeThatRefusesStrangers() throws Exception {
        LabLook look = LabLook.at(FreeDiameterServer.strict(), protocols("diameter"));

        assertThat(look.services()).containsExactly("diameter");
        assertThat(look.facts(DiameterFacts.CAPABILITIES))
                .containsExactly(DiameterFacts.CAPABILITIES.partial("netgrade.invalid", 3010, false));
    }

    @SideBySide
    @Test
    void findsTheControlAndUserPlaneOfAGgsn() throws Exception {
        try (RunningServer ggsn = Lab.start(new OsmoGgsnServer())) {
            String address = OsmoGgsnServer.address(ggsn.port());
            LabLook look = LabLook.at(address, PortSet.of(2123, 2152), protocols("gtp-c", "gtp-u", "pfcp"));

            assertThat(look.services()).containsExactlyInAnyOrder("gtp-c", "gtp-u");
            assertThat(look.facts(GtpControlFacts.ECHO)).containsExactly(GtpControlFacts.ECHO.partial(true, "v1", 1));
            assertThat(look.facts(GtpUserFacts.ECHO)).containsExactly(GtpUserFacts.ECHO.partial(true));
        }
    }

    @SideBySide
    @Test
    void findsAnOpenRelay() throws Exception {
        LabLook look = LabLook.at(CoturnServer.open(), protocols("stun"));

        assertThat(look.services()).containsExactly("stun");
        assertThat(look.facts(StunFacts.ALLOCATION)).containsExactly(StunFacts.ALLOCATION.partial(false));
        assertThat(look.facts(CommonFacts.SOFTWARE))
                .singleElement()
                .satisfies(fact -> assertThat(fact.value()).containsEntry("product", "coturn"));
    }

    @SideBySide
    @Test
    void findsARelayThatWantsALogin() throws Exception {
        LabLook look = LabLook.at(CoturnServer.withLogin(), protocols("stun"));

        assertThat(look.services()).containsExactly("stun");
        assertThat(look.facts(StunFacts.ALLOCATION)).containsExactly(StunFacts.ALLOCATION.partial(true));
        assertThat(look.facts(CommonFacts.SOFTWARE)).containsExactly(CommonFacts.SOFTWARE.none());
    }

    @SideBySide
    @Test
    void findsAMediaGateway() throws Exception {
        LabLook look = LabLook.at(new OsmoMgwServer(), protocols("mgcp"));

        assertThat(look.services()).containsExactly("mgcp");
        assertThat(look.facts(MgcpProtocol.ANSWER)).hasSize(1);
    }

    @SideBySide
    @Test
    void learnsNothingFromARadiusServerWhoseSecretItIsNotTold() throws Exception {
        LabLook look = LabLook.at(FreeRadiusServer.overUdp(), protocols("radius"));

        assertThat(look.services()).isEmpty();
        assertThat(look.collected().attempts())
                .filteredOn(attempt -> attempt.endpoint().transport() == Transport.UDP)
                .extracting(Attempt::status)
                .containsExactly(Attempt.Status.TIMED_OUT);
    }

    @SideBySide
    @Test
    void findsRadsecForWhoeverOpensTls() throws Exception {
        LabLook look = LabLook.at(FreeRadiusServer.radsecForAll(), protocols("tls", "radius"));

        assertThat(look.services()).containsExactlyInAnyOrder("tls", "tls/radius");
        assertThat(look.facts(RadiusFacts.SERVICE)).containsExactly(RadiusFacts.SERVICE.partial("status", true));
    }

    @SideBySide
    @Test
    void findsNoMoreThanTlsWhereRadsecWantsACertificate() throws Exception {
        LabLook look = LabLook.at(FreeRadiusServer.radsec(), protocols("tls", "radius"));

        assertThat(look.services()).as(look.collected().attempts().toString()).containsExactly("tls");
    }

    @SideBySide
    @Test
    void findsThatAStrongResponderTakesNothingWeak() throws Exception {
        LabLook look = LabLook.at(StrongSwanServer.strong(), protocols("ike"));

        assertThat(look.services()).containsExactly("ike");
        assertThat(look.facts(IkeFacts.CHOSEN))
                .containsExactlyInAnyOrder(
                        IkeFacts.CHOSEN.partial("2", "ike-sa-init", null, null, null, "modp4096", 16, null),
                        IkeFacts.CHOSEN.partial(
                                "2",
                                "ike-sa-init",
                                "aes-cbc-256",
                                "hmac-sha512-256",
                                "hmac-sha512",
                                "modp4096",
                                16,
                                null));
        assertThat(look.facts(IkeFacts.NOTIFICATION)).contains(IkeFacts.NOTIFICATION.partial("no-proposal-chosen"));
    }

    @SideBySide
    @Test
    void findsWhatAWeakResponderTakes() throws Exception {
        LabLook look = LabLook.at(StrongSwanServer.weak(), protocols("ike"));

        assertThat(look.services()).containsExactly("ike");
        assertThat(look.facts(IkeFacts.CHOSEN))
                .contains(
                        IkeFacts.CHOSEN.partial(
                                "2", "ike-sa-init", "aes-cbc-128", "hmac-md5-96", "hmac-md5", "modp1024", 2, null),
                        IkeFacts.CHOSEN.partial(
                                "1", "main", "aes-cbc-128", null, "md5", "modp1024", 2, "pre-shared-key"));
    }

    private static List<Protocol> protocols(String... ids) {
        return Stream.of(ids).map(id -> ProtocolCatalog.byId(id).orElseThrow()).toList();
    }
}
