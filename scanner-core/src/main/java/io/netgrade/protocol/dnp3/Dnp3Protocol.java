// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dnp3;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.Octets;

/** DNP3 over TCP and UDP. */
public final class Dnp3Protocol {
    private static final int PORT = 20_000;

    private Dnp3Protocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("dnp3", "DNP3")
                .ports(Transport.TCP, PORT)
                .ports(Transport.UDP, PORT)
                .begins(Transport.TCP, Octets.of(0x05))
                .begins(Transport.UDP, Octets.of(0x05))
                .facts(Dnp3Facts.FUNCTION, Dnp3Facts.AUTHENTICATION)
                .checks(Dnp3Facts.CHECKS)
                .strength(Strength.MAGIC)
                .recognisedBy(Dnp3Protocol::recognition)
                .readBy(LinkStatus::reader)
                .sends(
                        "A request for the status of the link to the address that every outstation may know as its own (65532), once."
                                + " Nothing over UDP.")
                .asks(Transport.TCP, "dnp3.link-status", LinkStatus::question)
                .onUsualPortsOnly()
                .build();
    }

    private static Recognition recognition(Opening opening) {
        boolean carried = opening.transport() == Transport.TCP || opening.transport() == Transport.UDP;
        return carried ? Speaker.recognition(opening, Dnp3Frame::speaker) : Recognition.NO;
    }
}
