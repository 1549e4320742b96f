// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.slp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;

/** SLP over UDP and TCP. */
public final class SlpProtocol {
    private static final int PORT = 427;

    private SlpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("slp", "SLP")
                .ports(Transport.UDP, PORT)
                .ports(Transport.TCP, PORT)
                .begins(Transport.UDP, Octets.of(1, 2))
                .begins(Transport.TCP, Octets.of(1, 2))
                .facts(SlpFacts.ANSWER)
                .checks(SlpFacts.CHECKS)
                .recognisedBy(SlpProtocol::recognition)
                .readBy(opening -> new MessageDissector(opening.transport(), new SlpReader()))
                .build();
    }

    private static Recognition recognition(Opening opening) {
        boolean carried = opening.transport() == Transport.TCP || opening.transport() == Transport.UDP;
        return carried ? Speaker.recognition(opening, SlpMessage::speaker) : Recognition.NO;
    }
}
