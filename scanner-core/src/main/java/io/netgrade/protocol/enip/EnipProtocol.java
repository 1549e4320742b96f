// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.enip;

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

/** EtherNet/IP over TCP and UDP. */
public final class EnipProtocol {
    private static final int PORT = 44_818;

    private EnipProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("enip", "EtherNet/IP")
                .ports(Transport.TCP, PORT)
                .ports(Transport.UDP, PORT)
                .begins(Transport.TCP, EnipMessage.BEGINNINGS)
                .begins(Transport.UDP, EnipMessage.BEGINNINGS)
                .facts(EnipFacts.COMMAND, EnipFacts.IDENTITY, CommonFacts.SOFTWARE)
                .checks(EnipFacts.CHECKS)
                .recognisedBy(EnipProtocol::recognition)
                .readBy(EnipProtocol::reader)
                .sends("ListIdentity over TCP, once; no session is registered. Nothing over UDP.")
                .asks(Transport.TCP, "enip.identity", EnipProtocol::identity)
                .onUsualPortsOnly()
                .build();
    }

    private static Dissector reader(Opening opening) {
        return new MessageDissector(opening.transport(), new EnipReader());
    }

    /** A header and nothing behind it (CIP volume 2 2-4.2). */
    private static Conversation identity(Endpoint endpoint) {
        byte[] request = new byte[EnipMessage.HEADER];
        request[0] = EnipMessage.LIST_IDENTITY;
        return Script.of(endpoint, EnipProtocol::reader)
                .says(request, EnipProtocol::answer)
                .whole(fact -> fact.is(EnipFacts.IDENTITY))
                .build();
    }

    private static long answer(ByteView unread) {
        return unread.u8(0) == EnipMessage.LIST_IDENTITY ? EnipMessage.length(unread) : MessageGrammar.BROKEN;
    }

    private static Recognition recognition(Opening opening) {
        boolean carried = opening.transport() == Transport.TCP || opening.transport() == Transport.UDP;
        Recognition said = carried ? Speaker.recognition(opening, EnipMessage::speaker) : Recognition.NO;
        // Of a late capture the port tells which end is the device.
        boolean late = said == Recognition.SERVER_UNKNOWN && !opening.initiatorKnown();
        return late && opening.initiatorPort() == PORT ? Recognition.INITIATOR_SERVES : said;
    }
}
