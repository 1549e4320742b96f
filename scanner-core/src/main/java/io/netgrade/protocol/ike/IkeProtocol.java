// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ike;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;

/** IKE. */
public final class IkeProtocol {
    private IkeProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("ike", "IKE")
                .ports(Transport.UDP, 500, 4500)
                .facts(
                        IkeFacts.EXCHANGE,
                        IkeFacts.CHOSEN,
                        IkeFacts.OFFERED,
                        IkeFacts.VENDORS,
                        IkeFacts.NOTIFICATION,
                        CommonFacts.SOFTWARE)
                .checks(IkeFacts.CHECKS)
                .recognisedBy(IkeProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(new IkeReader()))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        ByteView bytes = Datagrams.of(opening);
        int at = opening.transport() == Transport.UDP ? IkeMessage.at(bytes) : IkeMessage.NONE;
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
