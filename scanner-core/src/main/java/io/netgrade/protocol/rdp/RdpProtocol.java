// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rdp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;

/** Remote Desktop Protocol. */
public final class RdpProtocol {
    private RdpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("rdp", "RDP")
                .ports(Transport.TCP, 3389)
                .ports(Transport.UDP, 3389)
                .begins(Transport.TCP, Octets.of(3))
                .facts(RdpFacts.SECURITY, RdpFacts.ENCRYPTION, RdpFacts.DATAGRAMS)
                .checks(RdpFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.UDP
                        ? Speaker.recognition(opening, RdpDatagram::speaker)
                        : RdpRecognition.of(opening))
                .readBy(opening -> opening.transport() == Transport.UDP
                        ? Datagrams.readBy(RdpDatagram::read)
                        : new MessageDissector(Transport.TCP, new RdpSession()))
                .build();
    }
}
