// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.modbus;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

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
                .readBy(ModbusProtocol::reader)
                .sends("Read Device Identification (43/14) of the basic objects, once. Nothing over UDP.")
                .asks(Transport.TCP, "modbus.identification", ModbusProtocol::identification)
                .onUsualPortsOnly()
                .build();
    }

    private static Dissector reader(Opening opening) {
        return new MessageDissector(opening.transport(), new ModbusReader());
    }

    /** Of the unit 255, which is the device itself (Messaging on TCP/IP 4.4.2.1, Application Protocol 6.21). */
    private static Conversation identification(Endpoint endpoint) {
        byte[] request = {0, 1, 0, 0, 0, 5, (byte) 0xFF, ModbusMessage.ENCAPSULATED, 14, 1, 0};
        return Script.of(endpoint, ModbusProtocol::reader)
                .says(request, ModbusProtocol::answer)
                .build();
    }

    /** An answer has the question's number, and is to its function. */
    private static long answer(ByteView unread) {
        long length = ModbusMessage.length(unread);
        boolean whole = length > 0 && unread.length() >= length;
        boolean answers = !whole
                || (unread.u16(0) == 1 && (unread.u8(ModbusMessage.FUNCTION) & 0x7F) == ModbusMessage.ENCAPSULATED);
        return answers ? length : MessageGrammar.BROKEN;
    }

    private static Recognition recognition(Opening opening) {
        boolean carried = opening.transport() == Transport.TCP || opening.transport() == Transport.UDP;
        boolean usual = opening.responderPort() == PORT || opening.initiatorPort() == PORT;
        return carried
                ? Speaker.recognition(opening, usual ? ModbusMessage::speaker : ModbusMessage::strictSpeaker)
                : Recognition.NO;
    }
}
