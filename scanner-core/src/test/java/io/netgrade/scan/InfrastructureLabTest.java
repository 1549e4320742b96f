// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.PortSet;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.lab.DcerpcServer;
import io.netgrade.lab.FingerServer;
import io.netgrade.lab.HandmadeServer;
import io.netgrade.lab.Lab;
import io.netgrade.lab.MdnsResponder;
import io.netgrade.lab.NfsServer;
import io.netgrade.lab.NmbdServer;
import io.netgrade.lab.QuoteServer;
import io.netgrade.lab.RunningServer;
import io.netgrade.lab.SlpAgent;
import io.netgrade.lab.SocksProxy;
import io.netgrade.lab.SsdpDevice;
import io.netgrade.lab.WhoisServer;
import io.netgrade.protocol.dcerpc.DcerpcFacts;
import io.netgrade.protocol.dns.LinkFacts;
import io.netgrade.protocol.inetd.FingerProtocol;
import io.netgrade.protocol.inetd.QotdProtocol;
import io.netgrade.protocol.netbios.NetbiosFacts;
import io.netgrade.protocol.oncrpc.RpcFacts;
import io.netgrade.protocol.slp.SlpFacts;
import io.netgrade.protocol.socks.SocksFacts;
import io.netgrade.protocol.ssdp.SsdpFacts;
import io.netgrade.protocol.whois.WhoisFacts;
import io.netgrade.testing.SideBySide;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The prober against what networks stand on: files, names, directories, proxies; real servers where there are any, else ones
 * made by the document. Those note what they are sent, which is what is stated and no octet more.
 */
class InfrastructureLabTest {
    /** A server, which the caller ends. */
    private interface Beginning {
        HandmadeServer begin() throws IOException;
    }

    @SideBySide
    @Test
    void readsAnExportOfNfsForEverybody() throws Exception {
        assumeTrue(Lab.tree().allowsRoot(), "rpcbind and the files that name its port are the system's");
        NfsServer server = NfsServer.open();
        try (RunningServer running = Lab.start(server)) {
            assertThat(nfsVersions(running)).containsExactly("nfs 3", "nfs 4");
            LabLook mount = look(running.address(), server.mountPort(), "nfs", "MGT-24@1", "MGT-32@1");
            assertThat(mount.services()).containsExactly("nfs");
            assertThat(mount.facts(RpcFacts.NFS)).containsExactly(RpcFacts.NFS.partial("mount", 3));
            assertThat(mount.facts(RpcFacts.EXPORTS)).containsExactly(RpcFacts.EXPORTS.complete(1, 1));
            assertThat(mount.facts(RpcFacts.NFS_AUTHENTICATION)).isEmpty();
            LabLook rpcbind = look(running.address(), server.rpcbindPort(), "rpcbind", "INF-09@1", "MGT-24@1");
            assertThat(rpcbind.facts(RpcFacts.PROGRAMS))
                    .containsExactly(RpcFacts.PROGRAMS.complete(List.of("rpcbind", "nfs", "mountd")));
        }
    }

    @SideBySide
    @Test
    void readsAnExportOfNfsForSomeClients() throws Exception {
        assumeTrue(Lab.tree().allowsRoot(), "rpcbind and the files that name its port are the system's");
        NfsServer server = NfsServer.restricted();
        try (RunningServer running = Lab.start(server)) {
            assertThat(nfsVersions(running)).containsExactly("nfs 3", "nfs 4");
            assertThat(look(running.address(), server.mountPort(), "nfs", "MGT-24@1")
                            .facts(RpcFacts.EXPORTS))
                    .containsExactly(RpcFacts.EXPORTS.complete(1, 0));
        }
    }

    @SideBySide
    @Test
    void readsThatNfsHasVersion4AloneAndNothingBeside() throws Exception {
        assumeTrue(Lab.tree().allowsRoot(), "the files that name the places of a run are the system's");
        NfsServer server = NfsServer.ofVersion4();
        try (RunningServer running = Lab.start(server)) {
            assertThat(nfsVersions(running)).containsExactly("nfs 4");
            assertThat(look(running.address(), server.mountPort(), "nfs").services())
                    .isEmpty();
            assertThat(look(running.address(), server.rpcbindPort(), "rpcbind").services())
                    .isEmpty();
        }
    }

    private static Stream<String> nfsVersions(RunningServer running) throws Exception {
        LabLook look = look(running.address(), running.port(), "nfs", "MGT-24@1");
        assertThat(look.services()).containsExactly("nfs");
        assertThat(look.facts(RpcFacts.EXPORTS)).isEmpty();
        return look.facts(RpcFacts.NFS).stream()
                .map(fact -> fact.text("program").orElseThrow() + " "
                        + fact.number("version").orElseThrow())
                .sorted();
    }

    @SideBySide
    @Test
    void bindsToTheEndpointMapperOfSambaAndToNothingElse() throws Exception {
        assumeTrue(Lab.tree().allowsRoot(), "the endpoint mapper's port is below 1024");
        try (RunningServer running = Lab.start(new DcerpcServer())) {
            LabLook mapper = look(running.address(), DcerpcServer.ENDPOINT_MAPPER, "dcerpc", "BND-02@2");
            assertThat(mapper.services()).containsExactly("dcerpc");
            assertThat(mapper.facts(DcerpcFacts.BINDING))
                    .containsExactly(DcerpcFacts.BINDING.partial("epmapper", "none", "none", true));

            LabLook authority = look(running.address(), running.port(), "dcerpc", "BND-02@2");
            assertThat(authority.services()).containsExactly("dcerpc");
            assertThat(authority.facts(DcerpcFacts.BINDING))
                    .containsExactly(DcerpcFacts.BINDING.partial("epmapper", "none", "none", false));
        }
    }

    /** It answers the guess of SMB in its own protocol, and is asked in that. */
    @SideBySide
    @Test
    void knowsDcerpcByItsAnswerOnAPortThatSaysNothing() throws Exception {
        assumeTrue(Lab.tree().allowsRoot(), "the endpoint mapper's port is below 1024");
        try (RunningServer running = Lab.start(new DcerpcServer())) {
            assertThat(LabLook.at(running, ProtocolCatalog.asked()).services()).containsExactly("dcerpc");
        }
    }

    @SideBySide
    @Test
    void readsTheNamesThatNmbdTells() throws Exception {
        assumeTrue(Lab.tree().allowsRoot(), "the name service's port is below 1024");
        try (RunningServer running = Lab.start(new NmbdServer())) {
            LabLook look = look(running.address(), NmbdServer.NAMES, "netbios");

            assertThat(look.services()).containsExactly("netbios");
            assertThat(look.facts(NetbiosFacts.NODE_STATUS))
                    .singleElement()
                    .matches(Fact::complete)
                    .satisfies(fact -> assertThat(fact.names("names")).contains("LABHOST", "LABGROUP"));
        }
    }

    @SideBySide
    @Test
    void asksFingerForNobody() throws Exception {
        for (FingerServer server : List.of(FingerServer.telling(), FingerServer.refusing())) {
            LabLook look = look(server, "finger");

            assertThat(look.services()).containsExactly("finger");
            assertThat(look.facts(FingerProtocol.ANSWER)).hasSize(1);
            assertThat(server.talks()).hasSize(1);
        }
    }

    @SideBySide
    @Test
    void asksARegistryForANameThatCannotBe() throws Exception {
        WhoisServer server = WhoisServer.ofARegistry();
        LabLook look = look(server, "whois");

        assertThat(look.services()).containsExactly("whois");
        assertThat(look.facts(WhoisFacts.ANSWER)).containsExactly(WhoisFacts.ANSWER.partial(""));
        assertThat(server.talks()).hasSize(1);
    }

    @SideBySide
    @Test
    void hearsAQuoteAndSaysNothing() throws Exception {
        LabLook look = look(QuoteServer.ofTheDay(), "qotd", "INF-09@1");

        assertThat(look.services()).containsExactly("qotd");
        assertThat(look.facts(QotdProtocol.ANSWER))
                .singleElement()
                .satisfies(fact -> assertThat(fact.number("asked-octets")).hasValue(0L));
    }

    @SideBySide
    @Test
    void asksAnAgentOfServicesWhateverItsScopeIs() throws Exception {
        for (SlpAgent agent : List.of(SlpAgent.forEverybody(), SlpAgent.ofAnotherScope())) {
            LabLook look = look(agent, "slp", "INF-09@1");

            assertThat(look.services()).containsExactly("slp");
            assertThat(look.facts(SlpFacts.ANSWER)).containsExactly(SlpFacts.ANSWER.partial("service-type-reply", 2));
            assertThat(agent.talks()).hasSize(1);
        }
    }

    @SideBySide
    @Test
    void tellsAGatewayOfUpnpFromAPrinter() throws Exception {
        LabLook gateway = look(SsdpDevice.gateway(), "ssdp", "INF-09@1", "INF-11@1");
        LabLook printer = look(SsdpDevice.printer(), "ssdp", "INF-09@1");

        Fact root = SsdpFacts.OFFER.partial("upnp:rootdevice", false);
        assertThat(gateway.facts(SsdpFacts.OFFER))
                .containsExactly(
                        root, SsdpFacts.OFFER.partial("urn:schemas-upnp-org:device:InternetGatewayDevice:1", true));
        assertThat(printer.services()).containsExactly("ssdp");
        assertThat(printer.facts(SsdpFacts.OFFER)).containsExactly(root);
        assertThat(printer.facts(CommonFacts.SOFTWARE))
                .containsExactly(CommonFacts.SOFTWARE.partial("LabUPnPd", "2.3.1", null));
    }

    @SideBySide
    @Test
    void tellsAnOpenProxyFromOneWithALogIn() throws Exception {
        SocksProxy open = SocksProxy.open();
        SocksProxy closed = SocksProxy.withLogIn();

        assertThat(whole(look(open, "socks"), SocksFacts.METHOD))
                .containsExactly(SocksFacts.METHOD.complete(5, "none"), SocksFacts.METHOD.complete(5, "refused"));
        assertThat(open.talks()).containsExactly(List.of("00"), List.of("0102"));
        assertThat(whole(look(closed, "socks"), SocksFacts.METHOD))
                .containsExactly(
                        SocksFacts.METHOD.complete(5, "refused"), SocksFacts.METHOD.complete(5, "username-password"));
        assertThat(closed.talks()).containsExactly(List.of("00"), List.of("0102"));
    }

    private static List<Fact> whole(LabLook look, FactType type) {
        return look.facts(type).stream().filter(Fact::complete).toList();
    }

    @SideBySide
    @Test
    void readsWhatAResponderOfMulticastNamesHas() throws Exception {
        MdnsResponder responder = new MdnsResponder();
        assumeTrue(responder.port() == 5353, "multicast DNS is known by its port alone");
        LabLook look = look(responder, "mdns", "INF-09@1");

        assertThat(look.services()).containsExactly("mdns");
        assertThat(look.facts(LinkFacts.MDNS_ANSWER))
                .containsExactly(LinkFacts.MDNS_ANSWER.partial("unicast", List.of("_ipp._tcp", "_ssh._tcp")));
        assertThat(responder.talks().get(0)).hasSize(1);
    }

    /** Its words to another question are its own, and it is asked in its protocol then. */
    @SideBySide
    @Test
    void knowsARegistryByItsWordsOnAPortThatSaysNothing() throws Exception {
        try (WhoisServer server = WhoisServer.onUnusualPort()) {
            LabLook look = LabLook.at(server.address(), PortSet.of(server.port()), ProtocolCatalog.asked());

            assertThat(look.services()).containsExactly("whois");
        }
    }

    static Stream<Beginning> onUnusualPorts() {
        return Stream.of(
                FingerServer::onUnusualPort,
                SlpAgent::onUnusualPort,
                SocksProxy::onUnusualPort,
                QuoteServer::onUnusualPort);
    }

    /** What only ports tell apart is nothing there: above all it is not another protocol whose question it answers. */
    @SideBySide
    @ParameterizedTest
    @MethodSource("onUnusualPorts")
    void takesNothingForWhatItIsNot(Beginning server) throws Exception {
        try (HandmadeServer running = server.begin()) {
            LabLook look = LabLook.at(running.address(), PortSet.of(running.port()), ProtocolCatalog.asked());

            assertThat(look.services()).isEmpty();
            assertThat(running.mostAtOnce()).isEqualTo(1);
        }
    }

    /** Asks with all that there is, ends the server, and holds that it was sent nothing but what its document allows. */
    private static LabLook look(HandmadeServer server, String protocol, String... failed) throws Exception {
        try (server) {
            LabLook look = look(server.address(), server.port(), protocol, failed);
            assertThat(server.complaints()).isEmpty();
            assertThat(server.mostAtOnce()).isLessThanOrEqualTo(1);
            return look;
        }
    }

    /** @param failed the controls that fail, and no others do */
    private static LabLook look(String address, int port, String protocol, String... failed) throws Exception {
        LabLook look = LabLook.usual(address, port, protocol);
        assertThat(look.collected().attempts())
                .extracting(Attempt::status)
                .doesNotContain(Attempt.Status.FAULT, Attempt.Status.BUDGET_SPENT);
        assertThat(look.collected().problems()).isEmpty();
        assertThat(look.controls(Result.FAIL)).containsExactlyInAnyOrder(failed);
        assertThat(look.controls(Result.PASS)).isSubsetOf("MGT-32@1");
        return look;
    }
}
