// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.hsrp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.Octets;

/** HSRP. */
public final class HsrpProtocol {
    private HsrpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("hsrp", "HSRP")
                .ports(Transport.UDP, 1985, 2029)
                .begins(Transport.UDP, Octets.of(0, 1))
                .facts(HsrpFacts.AUTHENTICATION, HsrpFacts.GROUP)
                .checks(HsrpFacts.CHECKS)
                .recognisedBy(HsrpProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(new HsrpMessage()))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        return opening.transport() == Transport.UDP && HsrpMessage.isSound(Datagrams.of(opening))
                ? Recognition.PEERS
                : Recognition.NO;
    }
}
