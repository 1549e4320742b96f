// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dhcp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.Octets;

/** DHCP over UDP. */
public final class DhcpProtocol {
    private DhcpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("dhcp", "DHCP")
                .ports(Transport.UDP, 67)
                .begins(Transport.UDP, Octets.of(1, 2))
                .facts(DhcpFacts.ANSWER, DhcpFacts.AUTHENTICATION)
                .checks(DhcpFacts.CHECKS)
                .strength(Strength.MAGIC)
                .recognisedBy(DhcpProtocol::recognition)
                .readBy(opening -> new MessageDissector(Transport.UDP, new DhcpReader()))
                .build();
    }

    private static Recognition recognition(Opening opening) {
        return opening.transport() == Transport.UDP
                ? Speaker.recognition(opening, DhcpMessage::speaker)
                : Recognition.NO;
    }
}
