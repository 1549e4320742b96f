// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ppp;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;

/** L2TP. */
public final class L2tpProtocol {
    private static final int PORT = 1701;
    private static final int IP_PROTOCOL = 115;

    private L2tpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("l2tp", "L2TP")
                .ports(Transport.UDP, PORT)
                .begins(Transport.UDP, L2tpPacket.BEGINNINGS)
                .ports(Transport.IP, IP_PROTOCOL)
                .facts(L2tpFacts.TUNNEL, L2tpFacts.ENDPOINT, L2tpFacts.AUTHENTICATION, CommonFacts.SOFTWARE)
                .checks(L2tpFacts.CHECKS)
                .recognisedBy(L2tpProtocol::recognize)
                .readBy(opening -> Datagrams.readBy(new L2tpReader(opening.transport() == Transport.IP)))
                .sends(
                        "Start-Control-Connection-Request, and Stop-Control-Connection-Notification where it was granted.")
                .asks(Transport.UDP, "l2tp.tunnel", TunnelRequest::new)
                .build();
    }

    private static Recognition recognize(Opening opening) {
        ByteView bytes = Datagrams.of(opening);
        return switch (opening.transport()) {
            case UDP -> recognize(opening, bytes);
            case IP ->
                opening.initiatorPort() == IP_PROTOCOL && bytes.length() >= 8 ? Recognition.PEERS : Recognition.NO;
            case TCP, SCTP -> Recognition.NO;
        };
    }

    private static Recognition recognize(Opening opening, ByteView bytes) {
        if (L2tpPacket.isControl(bytes, 0)) {
            return switch (L2tpPacket.message(bytes, 0)) {
                case L2tpPacket.START_REQUEST -> Datagrams.receiverServes(opening);
                case L2tpPacket.START_REPLY -> Datagrams.senderServes(opening);
                default -> Recognition.SERVER_UNKNOWN;
            };
        }
        int data = L2tpPacket.dataAt(bytes);
        return data > 0 && PppAuthentication.isPpp(bytes, data) ? Recognition.SERVER_UNKNOWN : Recognition.NO;
    }
}
