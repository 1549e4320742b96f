// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.lldp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** Spanning tree: protocol 0(2) version(1) type(1) flags(1) root(8) cost(4) bridge(8) port(2) times(8). */
public final class StpProtocol {
    private static final int LLC_POINTS = 0x4242;
    private static final int CONFIGURATION = 35;
    private static final int ROOT_AT = 5;
    private static final int BRIDGE_AT = 17;

    private StpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("stp", "Spanning tree")
                .ports(Transport.IP, LLC_POINTS)
                .facts(LinkFacts.STP)
                .checks(LinkFacts.STP_CHECKS)
                .recognisedBy(StpProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(StpProtocol::read))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        boolean carried = opening.transport() == Transport.IP && opening.initiatorPort() == LLC_POINTS;
        return carried && isSound(Datagrams.of(opening)) ? Recognition.PEERS : Recognition.NO;
    }

    private static boolean isSound(ByteView bytes) {
        if (bytes.length() < 4 || bytes.u16(0) != 0 || version(bytes) == null) {
            return false;
        }
        int type = bytes.u8(3);
        return type == 0x80 || ((type == 0 || type == 2) && bytes.length() >= CONFIGURATION);
    }

    private static @Nullable String version(ByteView bytes) {
        return switch (bytes.u8(2)) {
            case 0 -> "stp";
            case 2 -> "rstp";
            case 3 -> "mstp";
            case 4 -> "spb";
            default -> null;
        };
    }

    private static boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (!isSound(bytes)) {
            return false;
        }
        boolean notifies = bytes.u8(3) == 0x80;
        boolean root = !notifies && bytes.i64(ROOT_AT) == bytes.i64(BRIDGE_AT);
        if (said.isNew(bytes.u8(2) * 4L + (notifies ? 2 : 0) + (root ? 1 : 0))) {
            said.state(LinkFacts.STP.partial(version(bytes), notifies ? null : root));
        }
        return true;
    }
}
