// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.glbp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.Octets;

/** GLBP. */
public final class GlbpProtocol {
    private GlbpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("glbp", "GLBP")
                .ports(Transport.UDP, 3222)
                .begins(Transport.UDP, Octets.of(1))
                .facts(GlbpFacts.AUTHENTICATION, GlbpFacts.GROUP)
                .checks(GlbpFacts.CHECKS)
                .recognisedBy(GlbpProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(new GlbpMessage()))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        return opening.transport() == Transport.UDP && GlbpMessage.isSound(Datagrams.of(opening))
                ? Recognition.PEERS
                : Recognition.NO;
    }
}
