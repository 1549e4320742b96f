// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static io.netgrade.endpoint.Transport.TCP;
import static io.netgrade.endpoint.Transport.UDP;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.CommonFacts;
import io.netgrade.lab.BehindTls;
import io.netgrade.lab.DtlsServer;
import io.netgrade.lab.GstRtspServer;
import io.netgrade.lab.Lab;
import io.netgrade.lab.OpenSshServer;
import io.netgrade.lab.OsmoGgsnServer;
import io.netgrade.lab.OsmoMscServer;
import io.netgrade.lab.RunningServer;
import io.netgrade.lab.standin.AccessController;
import io.netgrade.lab.standin.CallServer;
import io.netgrade.lab.standin.MediaGateway;
import io.netgrade.lab.standin.MessageCentre;
import io.netgrade.lab.standin.SecuredController;
import io.netgrade.lab.standin.SmartInstallSwitch;
import io.netgrade.lab.standin.Spoken;
import io.netgrade.lab.standin.StandIn;
import io.netgrade.lab.standin.StreamServer;
import io.netgrade.lab.standin.Turn;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.capwap.CapwapFacts;
import io.netgrade.protocol.iax2.Iax2Protocol;
import io.netgrade.protocol.megaco.MegacoProtocol;
import io.netgrade.protocol.netconf.NetconfFacts;
import io.netgrade.protocol.rtsp.RtspFacts;
import io.netgrade.protocol.smartinstall.SmartInstallFacts;
import io.netgrade.protocol.smpp.SmppFacts;
import io.netgrade.protocol.telnet.TelnetFacts;
import io.netgrade.testing.SideBySide;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The prober against nodes of calls, messages, media and access over real sockets, strong and weak. */
class CallsLabTest {
    @SideBySide
    @Test
    void findsAMessageCentreThatAnswersBeforeABind() throws Exception {
        Visit visit = Visit.usual("smpp", MessageCentre.answering(), TCP);

        assertThat(visit.look().services()).containsExactly("smpp");
        assertThat(visit.look().facts(SmppFacts.SERVICE)).containsExactly(SmppFacts.SERVICE.partial("enquire-link", 0));
        assertThat(visit.look().facts(SmppFacts.BIND)).isEmpty();
        visit.keepsTo(1, "smpp", TCP);
    }

    @SideBySide
    @Test
    void findsAMessageCentreThatRefusesBeforeABind() throws Exception {
        Visit visit = Visit.usual("smpp", MessageCentre.refusing(), TCP);

        assertThat(visit.look().services()).containsExactly("smpp");
        assertThat(visit.look().facts(SmppFacts.SERVICE)).containsExactly(SmppFacts.SERVICE.partial("enquire-link", 4));
        visit.keepsTo(1, "smpp", TCP);
    }

    @SideBySide
    @Test
    void findsNoMessageCentreThatClosesBeforeABind() throws Exception {
        Visit visit = Visit.usual("smpp", MessageCentre.closing(), TCP);

        assertThat(visit.look().services()).isEmpty();
        assertThat(visit.statuses(TCP)).contains(Status.CLOSED_EARLY);
        visit.keepsTo(1, "smpp", TCP);
    }

    @SideBySide
    @Test
    void guessesAMessageCentreThatNacksWhatItDoesNotKnow() throws Exception {
        Visit visit = Visit.guessing(MessageCentre.refusing(), TCP, "tls", "http", "rtsp", "gtp-prime", "smpp");

        assertThat(visit.look().services()).containsExactly("smpp");
        assertThat(visit.look().facts(SmppFacts.SERVICE)).contains(SmppFacts.SERVICE.partial("enquire-link", 4));
    }

    @SideBySide
    @Test
    void findsASwitchThatIsAClientOfSmartInstall() throws Exception {
        Visit visit = Visit.usual("smart-install", SmartInstallSwitch.client(), TCP);

        assertThat(visit.look().services()).containsExactly("smart-install");
        assertThat(visit.look().facts(SmartInstallFacts.SERVICE))
                .containsExactly(SmartInstallFacts.SERVICE.partial(true, 3));
        assertThat(visit.look().controls(Result.FAIL)).containsExactly("MGT-25@1");
        visit.keepsTo(1, "smart-install", TCP);
    }

    @SideBySide
    @Test
    void findsNoClientOfSmartInstallWhereNothingAnswers() throws Exception {
        Visit visit = Visit.usual("smart-install", SmartInstallSwitch.closing(), TCP);

        assertThat(visit.look().services()).isEmpty();
        assertThat(visit.statuses(TCP)).contains(Status.CLOSED_EARLY);
        visit.keepsTo(1, "smart-install", TCP);
    }

    @SideBySide
    @Test
    void findsNoClientOfSmartInstallWhereNothingIsSaid() throws Exception {
        Visit visit = Visit.usual("smart-install", new Listener(), TCP);

        assertThat(visit.look().services()).isEmpty();
        assertThat(visit.look().facts(SmartInstallFacts.SERVICE)).isEmpty();
        visit.keepsTo(1, "smart-install", TCP);
    }

    @SideBySide
    @Test
    void neverGuessesSmartInstall() throws Exception {
        Visit visit = Visit.guessing(SmartInstallSwitch.client(), TCP, "smart-install");

        assertThat(visit.look().services()).isEmpty();
        assertThat(visit.heard()).isEmpty();
    }

    @SideBySide
    @Test
    void pokesAServerOfCallsAndAcknowledgesItsAnswer() throws Exception {
        CallServer server = new CallServer();
        Visit visit = Visit.usual("iax2", server, UDP);

        assertThat(visit.look().services()).containsExactly("iax2");
        assertThat(visit.look().facts(Iax2Protocol.SERVICE)).containsExactly(Iax2Protocol.SERVICE.partial("pong"));
        assertThat(visit.look().facts(Iax2Protocol.ADMISSION)).isEmpty();
        assertThat(visit.breaches()).isEmpty();
        assertThat(server.acknowledged()).isEqualTo(1);
        assertThat(visit.heard()).hasSize(2);
        assertThat(WrittenQuestions.of("iax2", UDP).tell(visit.heard().get(0))).isTrue();
    }

    @SideBySide
    @Test
    void findsACameraThatTellsEverybodyItsMethods() throws Exception {
        Visit visit = Visit.usual("rtsp", StreamServer.open(), TCP);

        assertThat(visit.look().services()).containsExactly("rtsp");
        assertThat(visit.look().facts(RtspFacts.METHODS))
                .containsExactly(
                        RtspFacts.METHODS.partial(List.of("OPTIONS", "DESCRIBE", "SETUP", "PLAY", "TEARDOWN")));
        assertThat(visit.look().facts(RtspFacts.STREAM)).isEmpty();
        visit.keepsTo(1, "rtsp", TCP);
    }

    @SideBySide
    @Test
    void findsACameraThatWantsALogin() throws Exception {
        Visit visit = Visit.usual("rtsp", StreamServer.withDigest(), TCP);

        assertThat(visit.look().services()).containsExactly("rtsp");
        assertThat(visit.look().facts(RtspFacts.STREAM)).containsExactly(RtspFacts.STREAM.partial("required"));
        assertThat(visit.look().facts(RtspFacts.LOGIN)).containsExactly(RtspFacts.LOGIN.partial(List.of("digest")));
        assertThat(visit.look().facts(RtspFacts.METHODS)).isEmpty();
        visit.keepsTo(1, "rtsp", TCP);
    }

    @SideBySide
    @Test
    void discoversAControllerAndItsRules() throws Exception {
        Visit strong = Visit.usual("capwap", AccessController.strong(), UDP);
        Visit weak = Visit.usual("capwap", AccessController.weak(), UDP);

        assertThat(strong.look().facts(CapwapFacts.CONTROLLER))
                .containsExactly(CapwapFacts.CONTROLLER.complete(List.of("x509"), List.of("dtls")));
        assertThat(weak.look().facts(CapwapFacts.CONTROLLER))
                .containsExactly(CapwapFacts.CONTROLLER.complete(List.of("psk"), List.of("clear")));
        for (Visit visit : List.of(strong, weak)) {
            assertThat(visit.look().services()).containsExactly("capwap");
            assertThat(visit.look().facts(CapwapFacts.CHANNEL))
                    .containsExactly(CapwapFacts.CHANNEL.partial("control", "clear", "discovery"));
            visit.keepsTo(1, "capwap", UDP);
        }
    }

    @SideBySide
    @ParameterizedTest
    @ValueSource(strings = {"capwap dtls", "dtls capwap"})
    void asksAControllerForItsSuitesBehindTheHeaderOfCapwap(String protocols) throws Exception {
        List<Protocol> asked = Stream.of(protocols.split(" ", -1))
                .map(id -> ProtocolCatalog.byId(id).orElseThrow())
                .toList();
        try (RunningServer dtls = Lab.start(DtlsServer.strong())) {
            InetSocketAddress usual = new InetSocketAddress(OsmoGgsnServer.address(dtls.port()), 5246);
            try (StandIn controller = StandIn.at(usual, new SecuredController(dtls.socketAddress()))) {
                LabLook look = LabLook.at(controller.address(), PortSet.of(5246), asked);
                controller.hearOut();

                assertThat(look.services()).containsExactlyInAnyOrder("capwap", "dtls");
                assertThat(look.facts(CapwapFacts.CONTROLLER)).hasSize(1);
                assertThat(look.facts(ProtocolCatalog.facts().get("dtls.suites-accepted")))
                        .singleElement()
                        .satisfies(fact -> assertThat(fact.names("suites"))
                                .containsExactly("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"));
                assertThat(controller.breaches()).isEmpty();
            }
        }
    }

    @SideBySide
    @ParameterizedTest
    @EnumSource(names = {"UDP", "TCP"})
    void tellsAMediaGatewayThatObeysFromOneThatRefuses(Transport transport) throws Exception {
        boolean framed = transport == TCP;
        Visit weak = Visit.usual("megaco", MediaGateway.obeyingAnybody(framed), transport);
        Visit strong = Visit.usual("megaco", MediaGateway.refusingStrangers(framed), transport);

        assertThat(weak.look().services()).containsExactly("megaco");
        assertThat(weak.look().facts(MegacoProtocol.SERVICE))
                .containsExactly(MegacoProtocol.SERVICE.partial("text", 1, false));
        assertThat(weak.look().facts(MegacoProtocol.COMMANDS))
                .containsExactly(MegacoProtocol.COMMANDS.partial("reply", List.of("audit-value")));
        weak.keepsTo(1, "megaco", transport);
        assertThat(strong.look().services()).containsExactly("megaco");
        assertThat(strong.look().facts(MegacoProtocol.COMMANDS))
                .containsExactly(MegacoProtocol.COMMANDS.partial("reply", List.of()));
        strong.keepsTo(1, "megaco", transport);
    }

    @SideBySide
    @Test
    void findsAStreamServerAndNotWhatItAsksForWhereAStreamIsNamed() throws Exception {
        for (GstRtspServer server :
                List.of(GstRtspServer.open(), GstRtspServer.withBasic(), GstRtspServer.withDigest())) {
            LabLook look = LabLook.at(server);

            assertThat(look.services()).containsExactly("rtsp");
            assertThat(look.facts(RtspFacts.METHODS))
                    .singleElement()
                    .satisfies(fact -> assertThat(fact.names("methods")).contains("OPTIONS", "DESCRIBE", "PLAY"));
            assertThat(look.facts(RtspFacts.STREAM)).isEmpty();
            assertThat(look.facts(RtspFacts.LOGIN)).isEmpty();
            assertThat(look.facts(CommonFacts.SOFTWARE))
                    .containsExactly(
                            CommonFacts.SOFTWARE.partial("GStreamer", null, null),
                            CommonFacts.SOFTWARE.complete("GStreamer", null, null));
        }
    }

    @SideBySide
    @Test
    void findsAStreamServerInsideTls() throws Exception {
        LabLook look = LabLook.at(new BehindTls(GstRtspServer.open()));

        assertThat(look.services()).containsExactlyInAnyOrder("tls", "tls/rtsp");
        assertThat(look.facts(RtspFacts.METHODS)).hasSize(1);
    }

    @SideBySide
    @Test
    void findsAMessageCentreOfARealNetworkOnAPortThatTellsNothing() throws Exception {
        Assumptions.assumeTrue(OsmoMscServer.runs(), "osmo-msc needs a kernel with SCTP");
        LabLook look = LabLook.at(new OsmoMscServer());

        assertThat(look.services()).containsExactly("smpp");
        assertThat(look.facts(SmppFacts.SERVICE)).contains(SmppFacts.SERVICE.partial("enquire-link", 0));
        assertThat(look.facts(SmppFacts.BIND)).isEmpty();
    }

    @SideBySide
    @Test
    void findsAConsoleOfTheCoreAndWhetherItAsksForAPassword() throws Exception {
        List<String> options = List.of("ECHO", "SUPPRESS-GO-AHEAD", "LINEMODE", "NEGOTIATE-ABOUT-WINDOW-SIZE");
        LabLook open = console(new OsmoGgsnServer());
        LabLook closed = console(OsmoGgsnServer.withPassword());

        assertThat(open.facts(TelnetFacts.SERVICE)).containsExactly(TelnetFacts.SERVICE.partial(options, false));
        assertThat(closed.facts(TelnetFacts.SERVICE)).containsExactly(TelnetFacts.SERVICE.complete(options, true));
    }

    private static LabLook console(OsmoGgsnServer ggsn) throws Exception {
        try (RunningServer running = Lab.start(ggsn)) {
            String address = OsmoGgsnServer.address(running.port());
            LabLook look = LabLook.at(address, PortSet.of(OsmoGgsnServer.CONSOLE), ProtocolCatalog.asked());

            assertThat(look.services()).containsExactly("telnet");
            assertThat(look.controls(Result.FAIL)).contains("MGT-01@2", "BND-02@2");
            return look;
        }
    }

    @SideBySide
    @ParameterizedTest
    @ValueSource(strings = {"h323", "skinny", "cwmp", "tacacs"})
    void saysNothingInWhatIsOnlyListenedFor(String protocol) throws Exception {
        Visit visit = Visit.usual(protocol, new Listener(), TCP);

        assertThat(visit.heard()).isEmpty();
        assertThat(visit.look().services()).isEmpty();
        assertThat(visit.statuses(TCP)).isNotEmpty();
    }

    /** One that takes what comes, and says nothing. */
    private static final class Listener implements Spoken {
        @Override
        public int length(ByteBuffer said) {
            return said.remaining();
        }

        @Override
        public Turn answer(ByteBuffer message, InetSocketAddress asker) {
            return Turn.SILENCE;
        }
    }

    @SideBySide
    @Test
    void logsInToNoShellWhereNetconfMayBeBehindIt() throws Exception {
        try (RunningServer running = Lab.start(OpenSshServer.strong())) {
            Protocol netconf = ProtocolCatalog.byId("netconf").orElseThrow();
            Protocol ssh = ProtocolCatalog.byId("ssh").orElseThrow();
            LabLook look = LabLook.at(running, List.of(new UsualAt(netconf, running.port()), ssh));

            assertThat(look.services()).containsExactly("ssh");
            assertThat(look.facts(NetconfFacts.HELLO)).isEmpty();
        }
    }
}
