// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.coap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Script;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

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
                .sends(
                        "GET /.well-known/core, of whose answer it wants the first 64 octets, over UDP. Nothing over TCP.")
                .asks(Transport.UDP, "coap.discovery", CoapProtocol::discovery)
                .onUsualPortsOnly()
                .build();
    }

    private static MessageDissector dissector(Opening opening) {
        return new MessageDissector(opening.transport(), new CoapReader(opening.transport() == Transport.TCP));
    }

    /** A confirmable GET (RFC 7252 4.2, RFC 6690 4) with Block2 for blocks of 64 octets (RFC 7959 2.4). */
    private static Conversation discovery(Endpoint endpoint) {
        byte[] get = "A\1ngn\273.well-known\4core\301\2".getBytes(ISO_8859_1);
        return Script.of(endpoint, CoapProtocol::dissector)
                .says(get, CoapProtocol::answer)
                .whole(fact -> fact.is(CoapFacts.DISCOVERY))
                .build();
    }

    private static long answer(ByteView datagram) {
        boolean request = datagram.length() >= CoapMessage.HEADER && CoapNames.request(datagram.u8(1));
        return request ? MessageGrammar.BROKEN : datagram.length();
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
