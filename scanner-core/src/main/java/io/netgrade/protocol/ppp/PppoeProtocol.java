// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ppp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;

/** PPPoE. */
public final class PppoeProtocol {
    private static final int DISCOVERY = 0x8863;
    private static final int SESSION = 0x8864;

    private PppoeProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("pppoe", "PPPoE")
                .ports(Transport.IP, DISCOVERY, SESSION)
                .facts(PppoeFacts.DISCOVERY, PppoeFacts.SESSION, PppoeFacts.AUTHENTICATION)
                .checks(PppoeFacts.CHECKS)
                .recognisedBy(PppoeProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(PppoePacket::read))
                .build();
    }

    private static Recognition recognize(Opening opening) {
        int type = opening.initiatorPort();
        ByteView bytes = Datagrams.of(opening);
        boolean carried = opening.transport() == Transport.IP && (type == DISCOVERY || type == SESSION);
        if (!carried || !PppoePacket.isSound(bytes)) {
            return Recognition.NO;
        }
        return switch (bytes.u8(1)) {
            case PppoePacket.OFFER, PppoePacket.CONFIRMATION -> Datagrams.senderServes(opening);
            case PppoePacket.REQUEST -> Datagrams.receiverServes(opening);
            default -> Recognition.PEERS;
        };
    }
}
