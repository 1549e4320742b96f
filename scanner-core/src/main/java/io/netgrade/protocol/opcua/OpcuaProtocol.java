// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.opcua;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;

/** OPC UA over TCP. */
public final class OpcuaProtocol {
    private OpcuaProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("opcua", "OPC UA")
                .ports(Transport.TCP, 4840)
                .begins(Transport.TCP, OpcuaMessage.BEGINNINGS)
                .facts(OpcuaFacts.CHANNEL, OpcuaFacts.ENDPOINT, OpcuaFacts.SESSION)
                .checks(OpcuaFacts.CHECKS)
                .strength(Strength.MAGIC)
                .recognisedBy(OpcuaProtocol::recognition)
                .readBy(opening -> new MessageDissector(opening.transport(), new OpcuaReader()))
                .sends("Hello, OpenSecureChannel of the policy None, GetEndpoints, CloseSecureChannel; no session.")
                .asks(Transport.TCP, "opcua.endpoints", OpcuaConversation::new)
                .onUsualPortsOnly()
                .build();
    }

    private static Recognition recognition(Opening opening) {
        return opening.transport() == Transport.TCP
                ? Speaker.recognition(opening, OpcuaMessage::speaker)
                : Recognition.NO;
    }
}
