// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.cassandra;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import java.nio.ByteBuffer;

/** What a node is asked (native protocol v3, 4.1.5 and 4.1.1): OPTIONS, and STARTUP, which is answered by READY, or by
 * AUTHENTICATE where a log-in is wanted. The protocol has no goodbye.
 */
final class CassandraQuestion {
    /** Of all that nodes from 2.1 on speak. */
    private static final int VERSION = 3;

    private static final byte[] OPTIONS = frame(CassandraFrame.OPTIONS, new byte[0]);
    private static final byte[] STARTUP =
            frame(CassandraFrame.STARTUP, "\0\1\0\13CQL_VERSION\0\0053.0.0".getBytes(US_ASCII));

    private CassandraQuestion() {}

    static Conversation authentication(Endpoint endpoint) {
        return Script.of(endpoint, CassandraQuestion::reader)
                .says(OPTIONS, CassandraQuestion::answer)
                .says(STARTUP, CassandraQuestion::answer)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(Transport.TCP, new CassandraSession());
    }

    private static long answer(ByteView unread) {
        return switch (CassandraFrame.speaker(unread)) {
            case SERVER -> CassandraFrame.length(unread);
            case UNFINISHED -> MessageGrammar.UNKNOWN;
            default -> MessageGrammar.BROKEN;
        };
    }

    private static byte[] frame(int opcode, byte[] body) {
        return ByteBuffer.allocate(9 + body.length)
                .put((byte) VERSION)
                .put(4, (byte) opcode)
                .putInt(5, body.length)
                .put(9, body)
                .array();
    }
}
