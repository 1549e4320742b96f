// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.amqp.AmqpProtocol;
import io.netgrade.protocol.bacnet.BacnetProtocol;
import io.netgrade.protocol.coap.CoapProtocol;
import io.netgrade.protocol.dnp3.Dnp3Protocol;
import io.netgrade.protocol.enip.EnipProtocol;
import io.netgrade.protocol.iec104.Iec104Protocol;
import io.netgrade.protocol.kafka.KafkaProtocol;
import io.netgrade.protocol.modbus.ModbusProtocol;
import io.netgrade.protocol.mqtt.MqttProtocol;
import io.netgrade.protocol.nats.NatsProtocol;
import io.netgrade.protocol.opcua.OpcuaProtocol;
import io.netgrade.protocol.profinet.ProfinetProtocol;
import io.netgrade.protocol.s7comm.S7Protocol;
import java.util.List;

/** Industrial control and the Internet of things. */
final class IndustrialProtocols {
    static final List<Protocol> ALL = List.of(
            AmqpProtocol.protocol(),
            BacnetProtocol.protocol(),
            CoapProtocol.protocol(),
            Dnp3Protocol.protocol(),
            EnipProtocol.protocol(),
            Iec104Protocol.protocol(),
            KafkaProtocol.protocol(),
            ModbusProtocol.protocol(),
            MqttProtocol.protocol(),
            NatsProtocol.protocol(),
            OpcuaProtocol.protocol(),
            ProfinetProtocol.protocol(),
            S7Protocol.protocol());

    private IndustrialProtocols() {}
}
