// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.pim;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;

/** PIM. */
public final class PimProtocol {
    private static final int IP_PROTOCOL = 103;

    private PimProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("pim", "PIM")
                .ports(Transport.IP, IP_PROTOCOL)
                .facts(PimFacts.MESSAGE)
                .checks(PimFacts.CHECKS)
                .recognisedBy(PimProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(new PimMessage()))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        boolean carried = opening.transport() == Transport.IP && opening.initiatorPort() == IP_PROTOCOL;
        return carried && PimMessage.isSound(Datagrams.of(opening)) ? Recognition.PEERS : Recognition.NO;
    }
}
