// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ospf;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;

/** OSPF. */
public final class OspfProtocol {
    private static final int IP_PROTOCOL = 89;

    private OspfProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("ospf", "OSPF")
                .ports(Transport.IP, IP_PROTOCOL)
                .facts(OspfFacts.AUTHENTICATION, OspfFacts.ROUTER)
                .checks(OspfFacts.CHECKS)
                .recognisedBy(OspfProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(new OspfPacket()))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        boolean carried = opening.transport() == Transport.IP && opening.initiatorPort() == IP_PROTOCOL;
        return carried && OspfPacket.isSound(Datagrams.of(opening)) ? Recognition.PEERS : Recognition.NO;
    }
}
