// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.FactType;
import io.netgrade.lab.BacnetDevice;
import io.netgrade.lab.Dnp3Outstation;
import io.netgrade.lab.EthernetIpAdapter;
import io.netgrade.lab.HandmadeServer;
import io.netgrade.lab.Iec104Station;
import io.netgrade.lab.OpcUaLabServer;
import io.netgrade.lab.S7Controller;
import io.netgrade.lab.Turnstile;
import io.netgrade.protocol.bacnet.BacnetFacts;
import io.netgrade.protocol.dnp3.Dnp3Facts;
import io.netgrade.protocol.enip.EnipFacts;
import io.netgrade.protocol.iec104.Iec104Facts;
import io.netgrade.protocol.opcua.OpcuaFacts;
import io.netgrade.protocol.s7comm.S7Facts;
import io.netgrade.testing.SideBySide;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The prober against controllers: what it finds of them, and what they are sent, which is what is stated and no octet more,
 * on one connection at a time.
 */
class ControlLabTest {
    private static final Set<String> CONTROLLERS =
            Set.of("bacnet", "coap", "dnp3", "enip", "iec104", "modbus", "opcua", "s7comm");
    /** The pause between two connections, as the prober began them: when they arrive tells of the machine's load too. */
    private static final Duration GAP = Duration.ofMillis(990);

    private static final String CONNECT = "11e00000000100c0010ac1020100c20201";
    private static final String LINK_STATUS = "056405c9fcff01008c0e";
    private static final String LIST_IDENTITY = "63" + "00".repeat(23);
    private static final String TEST_FRAME = "680443000000";
    private static final String READ = "810a001101040005%s0c0c023fffff19%s";

    /** A server, which the caller ends. */
    private interface Beginning {
        HandmadeServer begin() throws IOException;
    }

    @SideBySide
    @Test
    void tellsThatAControllerTakesWhomeverConnects() throws Exception {
        S7Controller controller = S7Controller.inSlot(2);
        LabLook look = look(controller, "s7comm", "s7comm");

        assertThat(look.facts(S7Facts.VARIANT)).containsExactly(S7Facts.VARIANT.partial("s7comm", null));
        assertThat(look.facts(S7Facts.FUNCTION))
                .containsExactly(S7Facts.FUNCTION.partial("setup-communication", "setup", true));
        assertThat(controller.talks())
                .containsExactly(List.of(CONNECT + "02", "02f08032010000000100080000f0000001000101e0"));
    }

    @SideBySide
    @Test
    void findsAControllerInTheSlotOfNewerOnes() throws Exception {
        S7Controller controller = S7Controller.inSlot(1);
        look(controller, "s7comm", "s7comm");

        assertThat(controller.talks())
                .containsExactly(
                        List.of(CONNECT + "02"), List.of(CONNECT + "01", "02f08032010000000100080000f0000001000101e0"));
    }

    @SideBySide
    @Test
    void saysNothingMoreToAControllerThatRefusesEverySlot() throws Exception {
        S7Controller controller = S7Controller.inSlot(3);
        LabLook look = look(controller, "s7comm");

        assertThat(facts(look, S7Facts.VARIANT, S7Facts.FUNCTION)).isEmpty();
        assertThat(controller.talks().stream().flatMap(List::stream))
                .containsExactly(CONNECT + "02", CONNECT + "01", CONNECT + "00");
    }

    @SideBySide
    @Test
    void takesNoOtherApplicationOfTheSameTransportForAController() throws Exception {
        S7Controller other = S7Controller.ofAnotherApplication();
        LabLook look = look(other, "s7comm");

        assertThat(facts(look, S7Facts.VARIANT, S7Facts.FUNCTION)).isEmpty();
    }

    @SideBySide
    @Test
    void findsAnOutstationThatKnowsItsSelfAddress() throws Exception {
        Dnp3Outstation outstation = Dnp3Outstation.selfAddressed();
        LabLook look = look(outstation, "dnp3", "dnp3");

        assertThat(facts(look, Dnp3Facts.FUNCTION, Dnp3Facts.AUTHENTICATION)).isEmpty();
        assertThat(outstation.talks()).containsExactly(List.of(LINK_STATUS));
    }

    @SideBySide
    @Test
    void asksAnOutstationThatIsSilentToStrangersButOnce() throws Exception {
        Dnp3Outstation outstation = Dnp3Outstation.silentToStrangers();
        look(outstation, "dnp3");

        assertThat(outstation.talks()).contains(List.of(LINK_STATUS));
        assertThat(outstation.talks().stream().flatMap(List::stream)).containsExactly(LINK_STATUS);
    }

    @SideBySide
    @Test
    void readsWhoAnAdapterIs() throws Exception {
        EthernetIpAdapter adapter = EthernetIpAdapter.telling();
        LabLook look = look(adapter, "enip", "enip");

        assertThat(look.controls(Result.FAIL)).containsExactly("IOT-03@1");
        assertThat(look.facts(EnipFacts.COMMAND)).containsExactly(EnipFacts.COMMAND.partial("list-identity", true));
        assertThat(look.facts(EnipFacts.IDENTITY))
                .containsExactly(EnipFacts.IDENTITY.complete(1, 12, "LAB 1756-EN2T", "11.2"));
        assertThat(look.facts(CommonFacts.SOFTWARE))
                .containsExactly(CommonFacts.SOFTWARE.partial("LAB 1756-EN2T", "11.2", null));
        assertThat(adapter.talks()).containsExactly(List.of(LIST_IDENTITY));
    }

    @SideBySide
    @Test
    void readsThatAnAdapterDoesNotTellWhoItIs() throws Exception {
        EthernetIpAdapter adapter = EthernetIpAdapter.refusing();
        LabLook look = look(adapter, "enip", "enip");

        assertThat(look.facts(EnipFacts.COMMAND)).containsExactly(EnipFacts.COMMAND.partial("list-identity", false));
        assertThat(look.facts(EnipFacts.IDENTITY)).isEmpty();
        assertThat(look.facts(CommonFacts.SOFTWARE)).containsExactly(CommonFacts.SOFTWARE.none());
        assertThat(adapter.talks()).containsExactly(List.of(LIST_IDENTITY));
    }

    @SideBySide
    @Test
    void readsWhatADeviceOfABuildingIs() throws Exception {
        BacnetDevice device = BacnetDevice.readable();
        LabLook look = look(device, "bacnet", "bacnet");

        assertThat(look.facts(BacnetFacts.SERVICE))
                .containsExactly(BacnetFacts.SERVICE.partial("read-property", "read", true));
        assertThat(look.facts(CommonFacts.SOFTWARE)).contains(CommonFacts.SOFTWARE.partial("LAB-AHU", "3.2.1", null));
        assertThat(device.talks()).containsExactly(List.of(READ.formatted("01", "46"), READ.formatted("02", "2c")));
    }

    @SideBySide
    @Test
    void readsThatADeviceOfABuildingDeniesItself() throws Exception {
        BacnetDevice device = BacnetDevice.denying();
        LabLook look = look(device, "bacnet", "bacnet");

        assertThat(look.facts(BacnetFacts.SERVICE))
                .containsExactly(BacnetFacts.SERVICE.partial("read-property", "read", false));
        assertThat(look.facts(CommonFacts.SOFTWARE)).containsExactly(CommonFacts.SOFTWARE.none());
    }

    @SideBySide
    @Test
    void startsNoTransferWithAControlledStation() throws Exception {
        try (Iec104Station station = new Iec104Station();
                Turnstile turnstile = new Turnstile(Map.of(2404, station.address()))) {
            LabLook look = look(turnstile, 2404);

            assertThat(look.services()).containsExactly("iec104");
            assertThat(facts(look, Iec104Facts.TRANSFER, Iec104Facts.UNIT, Iec104Facts.AUTHENTICATION))
                    .isEmpty();
            assertThat(turnstile.said()).containsExactly(TEST_FRAME);
            assertThat(turnstile.mostAtOnce()).isEqualTo(1);
        }
    }

    @SideBySide
    @Test
    void readsThatOpcUaIsForNamedUsersAndEncrypted() throws Exception {
        try (OpcUaLabServer server = OpcUaLabServer.strong();
                Turnstile turnstile = new Turnstile(Map.of(4840, server.address()))) {
            LabLook look = look(turnstile, 4840);
            assertThat(look.controls(Result.PASS)).containsExactlyInAnyOrder("IOT-04@2", "IOT-04@3.1");
            assertThat(look.controls(Result.FAIL)).isEmpty();

            assertThat(look.services()).containsExactly("opcua");
            assertThat(look.facts(OpcuaFacts.ENDPOINT))
                    .containsExactly(OpcuaFacts.ENDPOINT.complete(
                            "SignAndEncrypt", "Basic256Sha256", List.of("UserName", "Certificate")));
            assertThat(look.facts(OpcuaFacts.SESSION)).isEmpty();
            discovers(turnstile);
        }
    }

    @SideBySide
    @Test
    void readsThatOpcUaIsForAnybodyAndInClear() throws Exception {
        try (OpcUaLabServer server = OpcUaLabServer.weak();
                Turnstile turnstile = new Turnstile(Map.of(4840, server.address()))) {
            LabLook look = look(turnstile, 4840);
            assertThat(look.controls(Result.FAIL)).containsExactlyInAnyOrder("IOT-04@2", "IOT-04@3.1");

            assertThat(look.services()).containsExactly("opcua");
            assertThat(look.facts(OpcuaFacts.CHANNEL)).containsExactly(OpcuaFacts.CHANNEL.partial("None", "None"));
            assertThat(look.facts(OpcuaFacts.ENDPOINT))
                    .containsExactlyInAnyOrder(
                            OpcuaFacts.ENDPOINT.complete("None", "None", List.of("Anonymous")),
                            OpcuaFacts.ENDPOINT.complete("Sign", "Basic128Rsa15", List.of("Anonymous", "UserName")));
            assertThat(look.facts(OpcuaFacts.SESSION)).isEmpty();
            discovers(turnstile);
        }
    }

    /** HEL, OPN, one MSG and CLO, on one connection (OPC 10000-6 7.1.2). */
    private static void discovers(Turnstile turnstile) {
        assertThat(turnstile.said()).singleElement().satisfies(said -> {
            assertThat(said).startsWith("48454c46").containsOnlyOnce("4f504e46").containsOnlyOnce("4d534746");
            assertThat(said).containsOnlyOnce("434c4f46");
        });
        assertThat(turnstile.mostAtOnce()).isEqualTo(1);
    }

    static Stream<Beginning> onUnusualPorts() {
        return Stream.of(
                S7Controller::onUnusualPort,
                Dnp3Outstation::onUnusualPort,
                EthernetIpAdapter::onUnusualPort,
                BacnetDevice::onUnusualPort);
    }

    @SideBySide
    @ParameterizedTest
    @MethodSource("onUnusualPorts")
    void guessesNoControllerOnAPortThatIsNotItsOwn(Beginning server) throws Exception {
        try (HandmadeServer running = server.begin()) {
            LabLook look = LabLook.at(running.address(), PortSet.of(running.port()), IndustrialProtocols.ALL);

            assertThat(look.services()).isEmpty();
            assertThat(look.collected().attempts())
                    .isNotEmpty()
                    .extracting(Attempt::question)
                    .noneMatch(question -> CONTROLLERS.contains(question.split("\\.", 2)[0]));
            assertThat(running.talks()).allMatch(List::isEmpty);
            assertThat(running.mostAtOnce()).isLessThanOrEqualTo(1);
        }
    }

    @SideBySide
    @Test
    void asksAHostOfControllersOneAfterTheOther() throws Exception {
        try (Iec104Station station = new Iec104Station();
                OpcUaLabServer opcua = OpcUaLabServer.weak();
                Dnp3Outstation outstation = Dnp3Outstation.selfAddressed();
                EthernetIpAdapter adapter = EthernetIpAdapter.telling();
                Turnstile turnstile = new Turnstile(Map.of(
                        2404,
                        station.address(),
                        4840,
                        opcua.address(),
                        20_000,
                        new InetSocketAddress(outstation.address(), outstation.port()),
                        44_818,
                        new InetSocketAddress(adapter.address(), adapter.port())))) {
            LabLook look = look(turnstile, 2404, 4840, 20_000, 44_818);

            assertThat(look.services()).containsExactlyInAnyOrder("iec104", "opcua", "dnp3", "enip");
            assertThat(turnstile.said()).hasSize(4);
            assertThat(turnstile.mostAtOnce()).isEqualTo(1);
            List<Instant> begun = look.collected().attempts().stream()
                    .filter(attempt -> attempt.endpoint().transport() == Transport.TCP)
                    .map(Attempt::time)
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(begun).hasSizeGreaterThanOrEqualTo(4);
            for (int i = 1; i < begun.size(); i++) {
                assertThat(Duration.between(begun.get(i - 1), begun.get(i))).isGreaterThan(GAP);
            }
        }
    }

    /**
     * Asks with all that there is, ends the server, and holds that it was sent nothing that its document does not allow, on
     * one connection at a time.
     *
     * @param services all that it was found to be
     */
    private static LabLook look(HandmadeServer server, String protocol, String... services) throws Exception {
        try (server) {
            LabLook look = whole(LabLook.usual(server.address(), server.port(), protocol));
            assertThat(look.services()).containsExactlyInAnyOrder(services);
            assertThat(server.complaints()).isEmpty();
            assertThat(server.mostAtOnce()).isLessThanOrEqualTo(1);
            return look;
        }
    }

    private static LabLook look(Turnstile turnstile, int... ports) throws Exception {
        return whole(LabLook.at(turnstile.address(), PortSet.of(ports), ProtocolCatalog.asked()));
    }

    private static LabLook whole(LabLook look) {
        assertThat(look.collected().attempts())
                .extracting(Attempt::status)
                .doesNotContain(Attempt.Status.FAULT, Attempt.Status.BUDGET_SPENT);
        assertThat(look.collected().problems()).isEmpty();
        // No control about others may take controllers for its own.
        assertThat(look.controls(Result.FAIL)).allMatch(control -> control.startsWith("IOT-"));
        assertThat(look.controls(Result.PASS)).allMatch(control -> control.startsWith("IOT-"));
        return look;
    }

    private static Stream<Object> facts(LabLook look, FactType... types) {
        return Stream.of(types).flatMap(type -> look.facts(type).stream());
    }
}
