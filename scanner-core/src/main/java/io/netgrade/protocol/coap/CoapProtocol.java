// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.coap;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;

/** CoAP over UDP and TCP. */
public final class CoapProtocol {
    private static final int PORT = 5683;

    private CoapProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("coap", "CoAP")
                .ports(Transport.UDP, PORT)
                .ports(Transport.TCP, PORT)
                .begins(Transport.UDP, CoapMessage.BEGINNINGS)
                .begins(Transport.TCP, CoapStream.BEGINNINGS)
                .facts(CoapFacts.ANSWER, CoapFacts.DISCOVERY, CoapFacts.PROTECTION)
                .checks(CoapFacts.CHECKS)
                .recognisedBy(CoapProtocol::recognition)
                .readBy(CoapProtocol::dissector)
                .build();
    }

    private static MessageDissector dissector(Opening opening) {
        return new MessageDissector(opening.transport(), new CoapReader(opening.transport() == Transport.TCP));
    }

    private static Recognition recognition(Opening opening) {
        return switch (opening.transport()) {
            case UDP ->
                Speaker.recognition(opening, usual(opening) ? CoapMessage::speaker : CoapMessage::strictSpeaker);
            case TCP -> Speaker.recognition(opening, CoapStream::speaker);
            default -> Recognition.NO;
        };
    }

    private static boolean usual(Opening opening) {
        return opening.responderPort() == PORT || opening.initiatorPort() == PORT;
    }
}
