// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.wireguard;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.Octets;

/** WireGuard. */
public final class WireguardProtocol {
    private WireguardProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("wireguard", "WireGuard")
                .ports(Transport.UDP, 51820)
                .begins(Transport.UDP, Octets.between(WireguardMessage.INITIATION, WireguardMessage.DATA))
                .facts(WireguardFacts.MESSAGE)
                .checks(WireguardFacts.CHECKS)
                .recognisedBy(WireguardProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(WireguardMessage::read))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        if (opening.transport() != Transport.UDP) {
            return Recognition.NO;
        }
        return switch (WireguardMessage.type(Datagrams.of(opening))) {
            case WireguardMessage.INITIATION -> Datagrams.receiverServes(opening);
            case WireguardMessage.RESPONSE, WireguardMessage.COOKIE -> Datagrams.senderServes(opening);
            case WireguardMessage.DATA -> Recognition.SERVER_UNKNOWN;
            default -> Recognition.NO;
        };
    }
}
