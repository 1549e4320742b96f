// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bgp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;

/** BGP. */
public final class BgpProtocol {
    private static final int PORT = 179;

    private BgpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("bgp", "BGP")
                .ports(Transport.TCP, PORT)
                .facts(BgpFacts.SESSION, BgpFacts.OPEN, BgpFacts.CAPABILITIES, BgpFacts.NOTIFICATION)
                .checks(BgpFacts.CHECKS)
                .strength(Strength.MAGIC)
                .recognisedBy(BgpProtocol::recognize)
                .readBy(BgpProtocol::reader)
                .sends(
                        "An OPEN of the private system 64512; once the speaker has said its own, a NOTIFICATION that ceases. Not"
                                + " to be sent from the address of a neighbour that is in service.")
                .asks(Transport.TCP, "bgp.open", BgpIntroduction::to)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new BgpDissector(!opening.initiatorKnown());
    }

    private static Recognition recognize(Opening opening) {
        if (opening.transport() != Transport.TCP) {
            return Recognition.NO;
        }
        Recognition whole = Speaker.recognition(opening, BgpMessage::speaker);
        return whole == Recognition.NO && beginsWithin(opening) ? Recognition.PEERS : whole;
    }

    /** Whether a session that was seen late begins within a message; sought on its usual port only, as it takes long. */
    private static boolean beginsWithin(Opening opening) {
        boolean usual = opening.initiatorPort() == PORT || opening.responderPort() == PORT;
        return usual
                && !opening.initiatorKnown()
                && (BgpMessage.find(opening.fromInitiator()) != BgpMessage.NOWHERE
                        || BgpMessage.find(opening.fromResponder()) != BgpMessage.NOWHERE);
    }
}
