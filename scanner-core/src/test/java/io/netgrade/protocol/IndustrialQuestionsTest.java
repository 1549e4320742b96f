// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import static io.netgrade.testing.Questions.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.bacnet.BacnetFacts;
import io.netgrade.protocol.bacnet.BacnetProtocol;
import io.netgrade.protocol.coap.CoapFacts;
import io.netgrade.protocol.coap.CoapProtocol;
import io.netgrade.protocol.dnp3.Dnp3Protocol;
import io.netgrade.protocol.enip.EnipFacts;
import io.netgrade.protocol.enip.EnipProtocol;
import io.netgrade.protocol.iec104.Iec104Protocol;
import io.netgrade.protocol.modbus.ModbusFacts;
import io.netgrade.protocol.modbus.ModbusProtocol;
import io.netgrade.protocol.opcua.OpcuaProtocol;
import io.netgrade.protocol.s7comm.S7Facts;
import io.netgrade.protocol.s7comm.S7Protocol;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The one gentle question to each kind of controller, and what is no answer to it. */
class IndustrialQuestionsTest {
    private static final Map<Protocol, String> STREAMS = Map.of(
            ModbusProtocol.protocol(), "modbus.identification",
            Iec104Protocol.protocol(), "iec104.test",
            Dnp3Protocol.protocol(), "dnp3.link-status",
            S7Protocol.protocol(), "s7comm.setup",
            EnipProtocol.protocol(), "enip.identity",
            OpcuaProtocol.protocol(), "opcua.endpoints");

    @Test
    void modbusIsAskedWhatItIs() {
        Interview talk = Questions.overTcp(ModbusProtocol.protocol(), "modbus.identification");
        assertThat(hex(talk.lastSent())).isEqualTo("000100000005ff2b0e0100");

        assertThat(talk.hear(hex(
                        "0001 0000 001f ff 2b0e010100 0003 0007 4578616d706c65 0104 50582d31" + "0206 56322e312e30")))
                .isEqualTo(Progress.DONE);
        assertThat(talk.facts())
                .containsExactly(
                        ModbusFacts.FUNCTION.partial("encapsulated-interface", "diagnostic", true),
                        CommonFacts.SOFTWARE.partial("Example PX-1", "V2.1.0", null));
    }

    @Test
    void modbusThatKnowsNoIdentificationAnswersWithAnException() {
        Interview talk = Questions.overTcp(ModbusProtocol.protocol(), "modbus.identification");

        assertThat(talk.hear(hex("0001 0000 0003 ff ab 01"))).isEqualTo(Progress.DONE);
        assertThat(talk.facts())
                .containsExactly(ModbusFacts.FUNCTION.partial("encapsulated-interface", "diagnostic", false));
        assertThat(Questions.overTcp(ModbusProtocol.protocol(), "modbus.identification")
                        .hear(hex("0002 0000 0003 ff ab 01")))
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void iec104IsTestedAndNotStarted() {
        Interview talk = Questions.overTcp(Iec104Protocol.protocol(), "iec104.test");

        assertThat(hex(talk.lastSent())).isEqualTo("680443000000");
        assertThat(talk.hear(hex("680483"))).isEqualTo(Progress.CONTINUE);
        assertThat(talk.hear(hex("000000"))).isEqualTo(Progress.DONE);
        assertThat(talk.sent()).hasSize(1);
    }

    @Test
    void dnp3IsAskedForTheStatusOfTheLink() {
        Interview talk = Questions.overTcp(Dnp3Protocol.protocol(), "dnp3.link-status");

        assertThat(hex(talk.lastSent())).startsWith("056405c9fcff0100").hasSize(20);
        assertThat(talk.hear(hex("0564050b01000400d6ae"))).isEqualTo(Progress.DONE);
        assertThat(Questions.overTcp(Dnp3Protocol.protocol(), "dnp3.link-status")
                        .hear(hex("0564050b01000400d6af")))
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void s7IsSetUpAndNothingMore() {
        Interview talk = Questions.overTcp(S7Protocol.protocol(), "s7comm.setup");
        assertThat(talk.hear(hex("0300001611d00001000200c0010ac1020100c2020102")))
                .isEqualTo(Progress.CONTINUE);
        assertThat(talk.hear(hex("0300001b02f080320300000001000800000000f0000001000100f0")))
                .isEqualTo(Progress.DONE);

        assertThat(talk.sent()).hasSize(2);
        assertThat(talk.facts())
                .containsExactly(
                        S7Facts.VARIANT.partial("s7comm", null),
                        S7Facts.FUNCTION.partial("setup-communication", "setup", true));
    }

    @Test
    void whatAnswersTheTransportAloneIsNoS7() {
        Interview talk = Questions.overTcp(S7Protocol.protocol(), "s7comm.setup");
        assertThat(talk.hear(hex("0300001611d00001000200c0010ac1020100c2020102")))
                .isEqualTo(Progress.CONTINUE);
        assertThat(talk.end()).isFalse();

        assertThat(talk.hear(hex("0300000902f0801900"))).isEqualTo(Progress.MALFORMED);
        assertThat(talk.facts()).isEmpty();
    }

    @Test
    void enipIsAskedWhoItIs() {
        Interview talk = Questions.overTcp(EnipProtocol.protocol(), "enip.identity");
        assertThat(talk.lastSent()).hasSize(24).startsWith(0x63, 0, 0, 0);

        assertThat(
                        talk.hear(
                                hex(
                                        "63003300" + "00".repeat(20) + "01000c002d000100"
                                                + "0002af12c00002020000000000000000 01000c003a00 0403 3000 34120000 0b 313735362d454e42542f41 03")))
                .isEqualTo(Progress.DONE);
        assertThat(talk.facts()).contains(EnipFacts.IDENTITY.complete(1, 12, "1756-ENBT/A", "4.3"));
    }

    @Test
    void bacnetIsReadOnlyByWhoAsked() {
        Interview talk = Questions.overUdp(BacnetProtocol.protocol(), "bacnet.model");
        assertThat(hex(talk.lastSent())).isEqualTo("810a001101040005010c0c023fffff1946");
        assertThat(talk.hear(hex("810a001c0100" + "30010c0c0200000a1946" + "3e750800" + "4d6f64656c2d37" + "3f")))
                .isEqualTo(Progress.CONTINUE);
        assertThat(talk.hear(hex("810a001a0100" + "30020c0c0200000a192c" + "3e750600" + "332e312e34" + "3f")))
                .isEqualTo(Progress.DONE);

        assertThat(talk.facts())
                .contains(
                        BacnetFacts.SERVICE.partial("read-property", "read", true),
                        CommonFacts.SOFTWARE.partial("Model-7", "3.1.4", null));
    }

    @Test
    void bacnetThatRefusesIsThereAllTheSame() {
        Interview talk = Questions.overUdp(BacnetProtocol.protocol(), "bacnet.model");

        assertThat(talk.hear(hex("810a000d0100" + "50010c" + "91029120"))).isEqualTo(Progress.CONTINUE);
        assertThat(talk.facts()).containsExactly(BacnetFacts.SERVICE.partial("read-property", "read", false));
        assertThat(talk.end()).isTrue();
        Interview other = Questions.overUdp(BacnetProtocol.protocol(), "bacnet.model");
        assertThat(other.hear(other.lastSent())).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void coapIsAskedForAShortPartOfItsList() {
        Interview talk = Questions.overUdp(CoapProtocol.protocol(), "coap.discovery");
        assertThat(hex(talk.lastSent())).isEqualTo("41016e676e" + "bb2e77656c6c2d6b6e6f776e" + "04636f7265" + "c102");
        assertThat(talk.hear(hex("61456e676e c128 ff 3c2f783e"))).isEqualTo(Progress.DONE);

        assertThat(talk.facts())
                .containsExactlyInAnyOrder(
                        CoapFacts.ANSWER.partial("success", "2.05"),
                        CoapFacts.PROTECTION.partial("none"),
                        CoapFacts.DISCOVERY.complete(true));
    }

    @Test
    void coapMayRefuseToList() {
        Interview talk = Questions.overUdp(CoapProtocol.protocol(), "coap.discovery");
        assertThat(talk.hear(hex("61846e676e"))).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).contains(CoapFacts.DISCOVERY.complete(false));

        Interview other = Questions.overUdp(CoapProtocol.protocol(), "coap.discovery");
        assertThat(other.hear(other.lastSent())).isEqualTo(Progress.MALFORMED);
        assertThat(other.hear(hex("ff"))).isEqualTo(Progress.MALFORMED);
    }

    static Stream<Protocol> streams() {
        return STREAMS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void whatIsNoneOfThemIsNoAnswer(Protocol protocol) {
        String question = STREAMS.get(protocol);

        assertThat(Questions.overTcp(protocol, question).hear("HTTP/1.1 400 Bad Request\r\n\r\n"))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overTcp(protocol, question).hear(hex("ff".repeat(32))))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overTcp(protocol, question).end()).isFalse();
    }

    /** Nobody is told a controller's words who does not live at a controller's port. */
    @ParameterizedTest
    @MethodSource("streams")
    void goesToUsualPortsAlone(Protocol protocol) {
        assertThat(protocol.guessed(Transport.TCP)).isFalse();
        assertThat(protocol.guessed(Transport.UDP)).isFalse();
    }
}
