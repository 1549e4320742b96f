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

/** IKE. */
public final class IkeProtocol {
    private IkeProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("ike", "IKE")
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
                .build();
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
