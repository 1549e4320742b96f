// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ike;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import java.util.List;

/** IKE. */
public final class IkeProtocol {
    private IkeProtocol() {}

    public static Protocol protocol() {
        PlainProtocol.Builder ike = PlainProtocol.of("ike", "IKE")
                .ports(Transport.UDP, 500, 4500)
                .ports(Transport.TCP, 4500)
                .facts(
                        IkeFacts.EXCHANGE,
                        IkeFacts.CHOSEN,
                        IkeFacts.OFFERED,
                        IkeFacts.VENDORS,
                        IkeFacts.NOTIFICATION,
                        CommonFacts.SOFTWARE)
                .checks(IkeFacts.CHECKS)
                .recognisedBy(IkeProtocol::recognize)
                .readBy(IkeProtocol::reader)
                .sends(
                        "First messages of IKE_SA_INIT and of main mode, each with proposals of one kind: strong ones, weak"
                                + " ciphers, weak hashes, weak groups; where another group or a cookie is wanted, the same again with"
                                + " it. No aggressive mode, no authentication; behind the non-ESP marker on port 4500, and in TCP as"
                                + " RFC 9329 has it.");
        for (Transport transport : List.of(Transport.UDP, Transport.TCP)) {
            ask(ike, transport, "ike.v2-strong", IkeOffer.strong());
            ask(ike, transport, "ike.v1-main", IkeOffer.first());
            ask(ike, transport, "ike.v2-weak-ciphers", IkeOffer.weakCiphers());
            ask(ike, transport, "ike.v2-weak-hashes", IkeOffer.weakHashes());
            ask(ike, transport, "ike.v2-weak-groups", IkeOffer.weakGroups());
            ask(ike, transport, "ike.v1-main-weak", IkeOffer.firstWeak());
        }
        return ike.build();
    }

    private static void ask(PlainProtocol.Builder ike, Transport transport, String question, IkeOffer offer) {
        ike.asks(transport, question, endpoint -> new IkeConversation(offer, endpoint));
    }

    private static Dissector reader(Opening opening) {
        return opening.transport() == Transport.TCP
                ? new MessageDissector(opening.transport(), new IkeStream())
                : Datagrams.readBy(new IkeReader());
    }

    private static Recognition recognize(Opening opening) {
        return switch (opening.transport()) {
            case TCP -> Speaker.recognition(opening, IkeStream::speaker);
            case UDP -> datagram(opening);
            case IP, SCTP -> Recognition.NO;
        };
    }

    private static Recognition datagram(Opening opening) {
        ByteView bytes = Datagrams.of(opening);
        int at = IkeMessage.at(bytes);
        if (at == IkeMessage.NONE) {
            return Recognition.NO;
        }
        return switch (IkeMessage.speaker(bytes, at)) {
            case CLIENT -> Datagrams.receiverServes(opening);
            case SERVER -> Datagrams.senderServes(opening);
            default -> Recognition.SERVER_UNKNOWN;
        };
    }
}
