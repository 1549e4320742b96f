// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ppp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;

/** GRE. */
public final class GreProtocol {
    private static final int IP_PROTOCOL = 47;

    private GreProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("gre", "GRE")
                .ports(Transport.IP, IP_PROTOCOL)
                .facts(GreFacts.TUNNEL, GreFacts.AUTHENTICATION)
                .checks(GreFacts.CHECKS)
                .recognisedBy(GreProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(GrePacket::read))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        boolean carried = opening.transport() == Transport.IP && opening.initiatorPort() == IP_PROTOCOL;
        return carried && GrePacket.headerLength(Datagrams.of(opening)) > 0 ? Recognition.PEERS : Recognition.NO;
    }
}
