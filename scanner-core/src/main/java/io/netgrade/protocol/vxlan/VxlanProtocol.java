// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.vxlan;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;

/** VXLAN. */
public final class VxlanProtocol {
    private VxlanProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("vxlan", "VXLAN")
                .ports(Transport.UDP, 4789, 4790, 8472)
                .begins(Transport.UDP, VxlanPacket.BEGINNINGS)
                .facts(VxlanFacts.NETWORK)
                .checks(VxlanFacts.CHECKS)
                .recognisedBy(VxlanProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(VxlanPacket::read))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        return opening.transport() == Transport.UDP && VxlanPacket.isSound(Datagrams.of(opening))
                ? Datagrams.receiverServes(opening)
                : Recognition.NO;
    }
}
