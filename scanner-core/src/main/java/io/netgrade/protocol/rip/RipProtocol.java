// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rip;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/** RIP and RIPng. */
public final class RipProtocol {
    private static final int PORT = 520;
    private static final int NEXT_GENERATION_PORT = 521;

    private RipProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("rip", "RIP")
                .ports(Transport.UDP, PORT, NEXT_GENERATION_PORT)
                .begins(Transport.UDP, Octets.of(1, 2))
                .facts(RipFacts.UPDATE)
                .checks(RipFacts.CHECKS)
                .recognisedBy(RipProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(new RipMessage(isNextGeneration(opening))))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        if (opening.transport() != Transport.UDP) {
            return Recognition.NO;
        }
        ByteView bytes = Datagrams.of(opening);
        boolean sound = isNextGeneration(opening)
                ? RipMessage.isSoundNextGeneration(bytes)
                : RipMessage.isSound(bytes) || RipMessage.isSoundNextGeneration(bytes);
        return sound ? Recognition.PEERS : Recognition.NO;
    }

    private static boolean isNextGeneration(Opening opening) {
        return opening.responderPort() == NEXT_GENERATION_PORT || opening.initiatorPort() == NEXT_GENERATION_PORT;
    }
}
