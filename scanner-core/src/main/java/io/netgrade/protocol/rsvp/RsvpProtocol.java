// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rsvp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;

/** RSVP. */
public final class RsvpProtocol {
    private static final int IP_PROTOCOL = 46;

    private RsvpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("rsvp", "RSVP")
                .ports(Transport.IP, IP_PROTOCOL)
                .facts(RsvpFacts.AUTHENTICATION)
                .checks(RsvpFacts.CHECKS)
                .recognisedBy(RsvpProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(new RsvpMessage()))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        boolean carried = opening.transport() == Transport.IP && opening.initiatorPort() == IP_PROTOCOL;
        return carried && RsvpMessage.isSound(Datagrams.of(opening)) ? Recognition.PEERS : Recognition.NO;
    }
}
