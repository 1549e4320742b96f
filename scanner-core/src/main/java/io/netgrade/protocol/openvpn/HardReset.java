// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.openvpn;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.security.SecureRandom;

/**
 * P_CONTROL_HARD_RESET_CLIENT_V2 that nothing wraps, 14 octets, whose answer is of 26. A server with tls-auth or tls-crypt drops
 * it unanswered, so silence says nothing of it. The answer is not acknowledged: of what was only reset a server keeps
 * nothing (2.6), or forgets it within a minute, and the protocol has no word by which to part from it.
 */
final class HardReset {
    private static final int PREFIX = 2;
    private static final int ANSWER = 26;
    private static final int OTHERS_SESSION_AT = 14;

    private HardReset() {}

    static Conversation of(Endpoint endpoint) {
        long session = new SecureRandom().nextLong(1, Long.MAX_VALUE);
        boolean stream = endpoint.transport() == Transport.TCP;
        byte[] reset = new ByteWriter()
                .u8(OpenvpnReset.CLIENT_2 << 3)
                .u64(session)
                .u8(0)
                .u32(0)
                .written();
        byte[] packet = stream ? new ByteWriter().u16(reset.length).bytes(reset).written() : reset;
        return Script.of(endpoint, OpenvpnDissector::new)
                .says(packet, answer -> length(answer, session, stream ? PREFIX : 0))
                .build();
    }

    /** A reset of the server that acknowledges the client's, behind a length in a stream. */
    private static long length(ByteView answer, long session, int prefix) {
        if (prefix > 0 && answer.length() < prefix + ANSWER) {
            boolean may = answer.length() < prefix || answer.u16(0) == ANSWER;
            return may ? MessageGrammar.UNKNOWN : MessageGrammar.BROKEN;
        }
        boolean whole = answer.length() >= prefix + ANSWER && (prefix == 0 || answer.u16(0) == ANSWER);
        boolean ours = whole
                && OpenvpnReset.wrapping(answer, prefix, ANSWER) == OpenvpnReset.PLAIN
                && !OpenvpnReset.isClients(answer.u8(prefix))
                && answer.i64(prefix + OTHERS_SESSION_AT) == session;
        return ours ? prefix + ANSWER : MessageGrammar.BROKEN;
    }
}
