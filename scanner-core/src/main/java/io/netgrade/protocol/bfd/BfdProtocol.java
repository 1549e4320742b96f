// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bfd;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.Octets;
import org.jspecify.annotations.Nullable;

/** BFD: whether the path to a neighbour still forwards. */
public final class BfdProtocol {
    private static final int SINGLE_HOP = 3784;
    private static final int MULTIHOP = 4784;
    private static final int LINK = 6784;
    private static final int SEAMLESS = 7784;

    private BfdProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("bfd", "BFD")
                .ports(Transport.UDP, SINGLE_HOP, MULTIHOP, LINK, SEAMLESS)
                .begins(Transport.UDP, Octets.between(1 << 5, 1 << 5 | BfdPacket.LAST_DIAGNOSTIC))
                .facts(BfdFacts.AUTHENTICATION, BfdFacts.SESSION)
                .checks(BfdFacts.CHECKS)
                .recognisedBy(BfdProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(new BfdPacket(path(Datagrams.destinationPort(opening)))))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        return opening.transport() == Transport.UDP && BfdPacket.isSound(Datagrams.of(opening))
                ? Recognition.PEERS
                : Recognition.NO;
    }

    private static @Nullable String path(int port) {
        return switch (port) {
            case SINGLE_HOP -> "single-hop";
            case MULTIHOP -> "multihop";
            case LINK -> "link";
            case SEAMLESS -> "seamless";
            default -> null;
        };
    }
}
