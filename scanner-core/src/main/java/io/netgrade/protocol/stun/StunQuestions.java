// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.stun;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A Binding request (RFC 8489 §3), 20 octets, whose answer is of about 100; and an Allocate request without credentials for a
 * relay that was reserved under a random token, 40 octets. A server must ask for a login before it looks at what is asked for
 * (RFC 8656 §7.2): 401 says that it wants one, 508 (404 of coturn) that it looked for the token and wants none, and either way nothing is
 * allocated. Behind it goes a Refresh with lifetime 0 (§8), which gives back what a server may have allocated nevertheless.
 */
final class StunQuestions {
    private static final int BINDING = 0x0001;
    private static final int ALLOCATE = 0x0003;
    private static final int REFRESH = 0x0004;
    private static final int LIFETIME = 0x000D;
    private static final int REQUESTED_TRANSPORT = 0x0019;
    private static final int RESERVATION_TOKEN = 0x0022;
    private static final int UDP = 17;
    private static final int TRANSACTION_AT = 8;
    private static final int TRANSACTION = 12;

    private StunQuestions() {}

    static Conversation binding(Endpoint endpoint) {
        return question(endpoint, BINDING, new byte[0]).build();
    }

    static Conversation allocation(Endpoint endpoint) {
        SecureRandom random = new SecureRandom();
        byte[] attributes = new ByteWriter()
                .u16(REQUESTED_TRANSPORT)
                .u16(4)
                .u8(UDP)
                .u24(0)
                .u16(RESERVATION_TOKEN)
                .u16(8)
                .u64(random.nextLong())
                .written();
        byte[] nothing = new ByteWriter().u16(LIFETIME).u16(4).u32(0).written();
        return question(endpoint, ALLOCATE, attributes)
                .parts(request(REFRESH, transaction(), nothing))
                .build();
    }

    private static Script.Builder question(Endpoint endpoint, int type, byte[] attributes) {
        byte[] transaction = transaction();
        boolean stream = endpoint.transport() == Transport.TCP;
        return Script.of(endpoint, StunProtocol::reader)
                .says(request(type, transaction, attributes), answer -> length(answer, transaction, stream));
    }

    private static byte[] request(int type, byte[] transaction, byte[] attributes) {
        return new ByteWriter()
                .u16(type)
                .u16(attributes.length)
                .u32(StunMessage.COOKIE)
                .bytes(transaction)
                .bytes(attributes)
                .written();
    }

    private static byte[] transaction() {
        byte[] transaction = new byte[TRANSACTION];
        new SecureRandom().nextBytes(transaction);
        return transaction;
    }

    private static long length(ByteView answer, byte[] transaction, boolean stream) {
        if (stream && answer.length() < StunMessage.HEADER) {
            return answer.u8(0) <= 1 ? MessageGrammar.UNKNOWN : MessageGrammar.BROKEN;
        }
        boolean ours = StunMessage.cookie(answer, 0)
                && StunMessage.kind(answer.u16(0)) >= StunMessage.SUCCESS
                && Arrays.equals(answer.bytes(TRANSACTION_AT, TRANSACTION), transaction);
        return ours ? StunMessage.length(answer, 0) : MessageGrammar.BROKEN;
    }
}
