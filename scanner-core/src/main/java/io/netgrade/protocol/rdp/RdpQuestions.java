// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rdp;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;

/**
 * X.224 Connection Requests (MS-RDPBCGR 2.2.1.1) that differ in the protocols of their negotiation request (2.2.1.1.1). What
 * a server takes is told by its confirm; the connection ends there, before anybody could say who they are.
 */
final class RdpQuestions {
    /** PROTOCOL_RDP: standard RDP security. */
    static final int STANDARD = 0x0;
    /** PROTOCOL_SSL: TLS alone. */
    static final int TLS = 0x1;
    /** PROTOCOL_SSL, PROTOCOL_HYBRID and PROTOCOL_HYBRID_EX: the server takes the best. */
    static final int ANY = 0xB;

    private RdpQuestions() {}

    static Dissector reader(Opening opening) {
        return new MessageDissector(Transport.TCP, new RdpSession());
    }

    static Conversation requesting(int protocols, Endpoint endpoint) {
        return Script.of(endpoint, RdpQuestions::reader)
                .says(request(protocols), RdpQuestions::answer)
                .build();
    }

    /** The same for what follows in TLS. */
    static Conversation startTls() {
        return Script.toTls(RdpQuestions::reader)
                .says(request(ANY), RdpQuestions::answer)
                .build();
    }

    private static long answer(ByteView unread) {
        return new RdpSession().length(Direction.FROM_SERVER, unread);
    }

    private static byte[] request(int protocols) {
        return new byte[] {
            3, 0, 0, 19, 14, (byte) RdpRecognition.REQUEST, 0, 0, 0, 0, 0, 1, 0, 8, 0, (byte) protocols, 0, 0, 0
        };
    }
}
