// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.slp;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
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
import io.netgrade.wire.Octets;
import java.util.HexFormat;

/** SLP over UDP and TCP. */
public final class SlpProtocol {
    private static final int PORT = 427;

    private SlpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("slp", "SLP")
                .ports(Transport.UDP, PORT)
                .ports(Transport.TCP, PORT)
                .begins(Transport.UDP, Octets.of(1, 2))
                .begins(Transport.TCP, Octets.of(1, 2))
                .facts(SlpFacts.ANSWER)
                .checks(SlpFacts.CHECKS)
                .recognisedBy(SlpProtocol::recognition)
                .readBy(SlpProtocol::reader)
                .sends(
                        "A request for the types of service in the scope DEFAULT, over TCP. Nothing over UDP, where agents were used"
                                + " to amplify.")
                .asks(Transport.TCP, "slp.service-types", SlpProtocol::serviceTypes)
                .onUsualPortsOnly()
                .build();
    }

    private static Dissector reader(Opening opening) {
        return new MessageDissector(opening.transport(), new SlpReader());
    }

    /** Service Type Request of all naming authorities (RFC 2608 10.1). */
    private static Conversation serviceTypes(Endpoint endpoint) {
        byte[] request = HexFormat.of()
                .parseHex("0209" + "00001d" + "0000" + "000000" + "0001" + "0002656e" + "0000" + "ffff"
                        + "000744454641554c54");
        return Script.of(endpoint, SlpProtocol::reader)
                .says(request, SlpProtocol::answer)
                .build();
    }

    private static long answer(ByteView unread) {
        long length = SlpMessage.length(unread);
        boolean answers = length <= 0 || SlpMessage.answer(unread.u8(1)) != null;
        return answers ? length : MessageGrammar.BROKEN;
    }

    private static Recognition recognition(Opening opening) {
        boolean carried = opening.transport() == Transport.TCP || opening.transport() == Transport.UDP;
        return carried ? Speaker.recognition(opening, SlpMessage::speaker) : Recognition.NO;
    }
}
