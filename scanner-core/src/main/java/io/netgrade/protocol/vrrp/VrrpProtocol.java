// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.vrrp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;

/** VRRP. */
public final class VrrpProtocol {
    private static final int IP_PROTOCOL = 112;

    private VrrpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("vrrp", "VRRP")
                .ports(Transport.IP, IP_PROTOCOL)
                .facts(VrrpFacts.AUTHENTICATION, VrrpFacts.GROUP)
                .checks(VrrpFacts.CHECKS)
                .recognisedBy(VrrpProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(new VrrpAdvertisement()))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        boolean carried = opening.transport() == Transport.IP && opening.initiatorPort() == IP_PROTOCOL;
        return carried && VrrpAdvertisement.isSound(Datagrams.of(opening)) ? Recognition.PEERS : Recognition.NO;
    }
}
