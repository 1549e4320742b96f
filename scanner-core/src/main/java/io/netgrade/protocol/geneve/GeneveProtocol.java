// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.geneve;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.Octets;

/** Geneve. */
public final class GeneveProtocol {
    private GeneveProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("geneve", "Geneve")
                .ports(Transport.UDP, 6081)
                .begins(Transport.UDP, Octets.between(0, 0x3F))
                .facts(GeneveFacts.NETWORK)
                .checks(GeneveFacts.CHECKS)
                .recognisedBy(GeneveProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(GenevePacket::read))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        return opening.transport() == Transport.UDP && GenevePacket.headerLength(Datagrams.of(opening)) > 0
                ? Datagrams.receiverServes(opening)
                : Recognition.NO;
    }
}
