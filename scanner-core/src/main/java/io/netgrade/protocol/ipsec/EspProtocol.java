// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ipsec;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;

/** ESP. */
public final class EspProtocol {
    private static final int IP_PROTOCOL = 50;
    private static final int UDP_PORT = 4500;

    private EspProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("esp", "ESP")
                .ports(Transport.IP, IP_PROTOCOL)
                .ports(Transport.UDP, UDP_PORT)
                .facts(IpsecFacts.ESP)
                .checks(IpsecFacts.ESP_CHECKS)
                .recognisedBy(EspProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(new EspPacket()))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        if (!EspPacket.isSound(Datagrams.of(opening))) {
            return Recognition.NO;
        }
        return switch (opening.transport()) {
            case IP -> opening.initiatorPort() == IP_PROTOCOL ? Recognition.PEERS : Recognition.NO;
            case UDP ->
                opening.initiatorPort() == UDP_PORT || opening.responderPort() == UDP_PORT
                        ? Recognition.BY_PORT
                        : Recognition.NO;
            case TCP, SCTP -> Recognition.NO;
        };
    }
}
