// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.inetd;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Strength;

/** Discard (RFC 863): takes all and says nothing, so that only its port tells it. */
public final class DiscardProtocol {
    public static final FactType TAKEN =
            FactType.of("discard.taken", "What was sent to the service.").number("octets", "octets of the first piece");

    private static final int PORT = 9;

    private DiscardProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("discard", "Discard")
                .ports(Transport.TCP, PORT)
                .ports(Transport.UDP, PORT)
                .facts(TAKEN)
                .strength(Strength.SHAPE)
                .recognisedBy(DiscardProtocol::recognition)
                .readBy(opening -> new TakenDissector(TAKEN))
                .build();
    }

    private static Recognition recognition(Opening opening) {
        boolean silent =
                opening.fromInitiator().length() > 0 && opening.fromResponder().length() == 0;
        return Ports.carried(opening) && silent && Ports.responderAt(opening, PORT)
                ? Recognition.BY_PORT
                : Recognition.NO;
    }
}
