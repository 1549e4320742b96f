// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rdp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;

/** Remote Desktop Protocol. */
public final class RdpProtocol {
    private RdpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("rdp", "RDP")
                .ports(Transport.TCP, 3389)
                .facts(RdpFacts.SECURITY, RdpFacts.ENCRYPTION)
                .checks(RdpFacts.CHECKS)
                .recognisedBy(RdpRecognition::of)
                .readBy(opening -> new MessageDissector(Transport.TCP, new RdpSession()))
                .build();
    }
}
