// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.eigrp;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;

/** EIGRP. */
public final class EigrpProtocol {
    private static final int IP_PROTOCOL = 88;

    private EigrpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("eigrp", "EIGRP")
                .ports(Transport.IP, IP_PROTOCOL)
                .facts(EigrpFacts.AUTHENTICATION, CommonFacts.SOFTWARE)
                .checks(EigrpFacts.CHECKS)
                .recognisedBy(EigrpProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(new EigrpPacket()))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        boolean carried = opening.transport() == Transport.IP && opening.initiatorPort() == IP_PROTOCOL;
        return carried && EigrpPacket.isSound(Datagrams.of(opening)) ? Recognition.PEERS : Recognition.NO;
    }
}
