// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.isis;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;

/** IS-IS. */
public final class IsisProtocol {
    private static final int IP_PROTOCOL = 124;

    private IsisProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("isis", "IS-IS")
                .ports(Transport.IP, IP_PROTOCOL)
                .facts(IsisFacts.AUTHENTICATION, IsisFacts.SYSTEM, IsisFacts.HOSTNAME)
                .checks(IsisFacts.CHECKS)
                .recognisedBy(IsisProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(new IsisReader()))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        boolean carried = opening.transport() == Transport.IP && opening.initiatorPort() == IP_PROTOCOL;
        return carried && IsisPdu.isSound(Datagrams.of(opening)) ? Recognition.PEERS : Recognition.NO;
    }
}
