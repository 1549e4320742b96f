// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.CommonFacts;
import io.netgrade.lab.CoapServer;
import io.netgrade.lab.InetdServer;
import io.netgrade.lab.Lab;
import io.netgrade.lab.LabServer;
import io.netgrade.lab.ModbusServer;
import io.netgrade.lab.RunningServer;
import io.netgrade.protocol.coap.CoapFacts;
import io.netgrade.protocol.modbus.ModbusFacts;
import io.netgrade.testing.SideBySide;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The prober against real controllers and small services, each as if its port were the usual one. */
class IndustrialLabTest {

    @SideBySide
    @Test
    void readsWhatAModbusDeviceIs() throws Exception {
        LabLook look = look(new ModbusServer(), "modbus");

        assertThat(look.services()).containsExactly("modbus");
        assertThat(look.facts(ModbusFacts.FUNCTION))
                .containsExactly(ModbusFacts.FUNCTION.partial("encapsulated-interface", "diagnostic", true));
        assertThat(look.facts(CommonFacts.SOFTWARE))
                .containsExactly(CommonFacts.SOFTWARE.partial("netgrade lab LAB", "1.2.3", null));
    }

    @SideBySide
    @Test
    void readsThatACoapServerListsItsResources() throws Exception {
        LabLook look = look(new CoapServer(), "coap");

        assertThat(look.services()).containsExactly("coap");
        assertThat(look.facts(CoapFacts.DISCOVERY)).containsExactly(CoapFacts.DISCOVERY.complete(true));
        assertThat(look.facts(CoapFacts.PROTECTION)).containsExactly(CoapFacts.PROTECTION.partial("none"));
    }

    @SideBySide
    @ParameterizedTest
    @ValueSource(strings = {"echo", "chargen", "daytime", "time"})
    void hearsASmallService(String service) throws Exception {
        LabLook look = look(InetdServer.of(service), service);

        assertThat(look.services()).containsExactly(service);
        assertThat(look.collected().observations())
                .anyMatch(seen -> seen.fact().type().equals(service + ".answer"));
    }

    private static final Set<String> CONTROLLERS =
            Set.of("bacnet", "coap", "dnp3", "enip", "iec104", "modbus", "opcua", "s7comm");

    @SideBySide
    @Test
    void sendsAControllersWordsToNoPortOfAnother() throws Exception {
        try (RunningServer running = Lab.start(InetdServer.of("echo"))) {
            LabLook look = LabLook.at(running, IndustrialProtocols.ALL);

            assertThat(look.collected().attempts())
                    .isNotEmpty()
                    .extracting(Attempt::question)
                    .noneMatch(question -> CONTROLLERS.contains(question.split("\\.", 2)[0]));
        }
    }

    private static LabLook look(LabServer server, String protocol) throws Exception {
        try (RunningServer running = Lab.start(server)) {
            LabLook look = LabLook.at(
                    running, List.of(new UsualAt(ProtocolCatalog.byId(protocol).orElseThrow(), running.port())));
            assertThat(look.collected().attempts())
                    .extracting(Attempt::status)
                    .doesNotContain(Attempt.Status.FAULT, Attempt.Status.BUDGET_SPENT);
            assertThat(look.collected().problems()).isEmpty();
            return look;
        }
    }
}
