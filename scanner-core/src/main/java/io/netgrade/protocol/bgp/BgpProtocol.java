// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bgp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;

/** BGP. */
public final class BgpProtocol {
    private BgpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("bgp", "BGP")
                .ports(Transport.TCP, 179)
                .facts(BgpFacts.SESSION, BgpFacts.OPEN, BgpFacts.CAPABILITIES, BgpFacts.NOTIFICATION)
                .checks(BgpFacts.CHECKS)
                .strength(Strength.MAGIC)
                .recognisedBy(BgpProtocol::recognize)
                .readBy(opening -> new BgpDissector())
                .build();
    }

    private static Recognition recognize(Opening opening) {
        return opening.transport() == Transport.TCP
                ? Speaker.recognition(opening, BgpMessage::speaker)
                : Recognition.NO;
    }
}
