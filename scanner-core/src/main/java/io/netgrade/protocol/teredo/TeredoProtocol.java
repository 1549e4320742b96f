// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.teredo;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.Octets;

/** Teredo. */
public final class TeredoProtocol {
    private static final int PORT = 3544;

    private TeredoProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("teredo", "Teredo")
                .ports(Transport.UDP, PORT)
                .begins(Transport.UDP, Octets.of(0).or(Octets.between(0x60, 0x6F)))
                .facts(TeredoFacts.MESSAGE)
                .checks(TeredoFacts.CHECKS)
                .recognisedBy(TeredoProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(TeredoPacket::read))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        if (opening.transport() != Transport.UDP || TeredoPacket.innerAt(Datagrams.of(opening)) == TeredoPacket.NONE) {
            return Recognition.NO;
        }
        if (opening.carriage().multicast()) {
            return Recognition.PEERS;
        }
        if (opening.responderPort() == PORT) {
            return Recognition.RESPONDER_SERVES;
        }
        return opening.initiatorPort() == PORT ? Recognition.INITIATOR_SERVES : Recognition.PEERS;
    }
}
