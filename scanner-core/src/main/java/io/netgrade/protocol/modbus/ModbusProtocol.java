// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.modbus;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;

/** Modbus over TCP and UDP. */
public final class ModbusProtocol {
    private static final int PORT = 502;

    private ModbusProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("modbus", "Modbus")
                .ports(Transport.TCP, PORT)
                .ports(Transport.UDP, PORT)
                .facts(ModbusFacts.FUNCTION, CommonFacts.SOFTWARE)
                .checks(ModbusFacts.CHECKS)
                .recognisedBy(ModbusProtocol::recognition)
                .readBy(opening -> new MessageDissector(opening.transport(), new ModbusReader()))
                .build();
    }

    private static Recognition recognition(Opening opening) {
        boolean carried = opening.transport() == Transport.TCP || opening.transport() == Transport.UDP;
        boolean usual = opening.responderPort() == PORT || opening.initiatorPort() == PORT;
        return carried
                ? Speaker.recognition(opening, usual ? ModbusMessage::speaker : ModbusMessage::strictSpeaker)
                : Recognition.NO;
    }
}
