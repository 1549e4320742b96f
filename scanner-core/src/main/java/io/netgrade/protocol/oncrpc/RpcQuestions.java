// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.oncrpc;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import java.nio.ByteBuffer;

/**
 * Calls without credentials (AUTH_NONE, RFC 5531 8.1), none of which changes anything. One object per conversation: it notes
 * whether a list came whole.
 */
final class RpcQuestions {
    private static final int NULL = 0;
    private static final int DUMP = 4;
    private static final int EXPORT = 5;
    private static final int PORTMAP = 2;
    private static final int LONGEST_ANSWER = 128 * 1024;
    private static final int LAST_PART = 0x8000_0000;
    private static final int CALL = 40;
    private static final int REPLY = 12;
    private static final int CALLS = 4;

    private boolean readWhole = true;

    private RpcQuestions() {}

    static Dissector rpcbindReader(Opening opening) {
        boolean stream = opening.transport() == Transport.TCP;
        return new MessageDissector(opening.transport(), new RpcSession(stream, new RpcbindAnswers()));
    }

    static Dissector nfsReader(Opening opening) {
        boolean stream = opening.transport() == Transport.TCP;
        return new MessageDissector(opening.transport(), new RpcSession(stream, new NfsAnswers()));
    }

    /** NULL and DUMP of portmap (RFC 1833 3.2). */
    static Conversation programs(Endpoint endpoint) {
        RpcQuestions questions = new RpcQuestions();
        return Script.of(endpoint, RpcQuestions::rpcbindReader)
                .says(streamed(1, RpcMessage.RPCBIND, PORTMAP, NULL), questions::answer)
                .says(streamed(2, RpcMessage.RPCBIND, PORTMAP, DUMP), questions::answer)
                .whole(questions::listed)
                .build();
    }

    /** NULL of portmap alone: over UDP the list would be many times the question. */
    static Conversation presence(Endpoint endpoint) {
        return Script.of(endpoint, RpcQuestions::rpcbindReader)
                .says(call(1, RpcMessage.RPCBIND, PORTMAP, NULL), RpcQuestions::datagram)
                .build();
    }

    /** NULL of NFS 3, 4 and 2 (RFC 1813 3.3.0, RFC 8881 17.1), and the list of exports (RFC 1813 5.2.5). */
    static Conversation exports(Endpoint endpoint) {
        RpcQuestions questions = new RpcQuestions();
        return Script.of(endpoint, RpcQuestions::nfsReader)
                .says(streamed(1, RpcMessage.NFS, 3, NULL), questions::answer)
                .says(streamed(2, RpcMessage.NFS, 4, NULL), questions::answer)
                .says(streamed(3, RpcMessage.NFS, 2, NULL), questions::answer)
                .says(streamed(4, RpcMessage.MOUNT, 3, EXPORT), questions::answer)
                .whole(questions::listed)
                // Which credentials were taken from netgrade says nothing of those that others need.
                .leavesOut(fact -> fact.is(RpcFacts.NFS_AUTHENTICATION))
                .build();
    }

    private boolean listed(Fact fact) {
        return readWhole && (fact.is(RpcFacts.PROGRAMS) || fact.is(RpcFacts.EXPORTS));
    }

    private long answer(ByteView unread) {
        boolean begins = (unread.u8(0) & 0x7F) == 0;
        long length = unread.length() < RpcMessage.MARK ? MessageGrammar.UNKNOWN : RpcMessage.length(unread);
        if (length < 0 || !begins || unread.length() < RpcMessage.MARK + REPLY) {
            return length < 0 || !begins ? MessageGrammar.BROKEN : MessageGrammar.UNKNOWN;
        }
        boolean last = unread.u8(0) >= 0x80;
        readWhole &= last && length <= MessageDissector.OCTETS_READ;
        boolean reply = isReply(unread, RpcMessage.MARK);
        return reply && length <= LONGEST_ANSWER ? length : MessageGrammar.BROKEN;
    }

    private static long datagram(ByteView unread) {
        boolean reply = unread.length() >= REPLY && isReply(unread, 0);
        return reply ? unread.length() : MessageGrammar.BROKEN;
    }

    /** Whether it bears the number of one of these calls, and says that it is a reply (RFC 5531 9). */
    private static boolean isReply(ByteView bytes, int at) {
        long number = bytes.u32(at);
        return number >= 1 && number <= CALLS && bytes.u32(at + 4) == 1 && bytes.u32(at + 8) <= 1;
    }

    private static byte[] streamed(int number, long program, int version, int procedure) {
        ByteBuffer message = ByteBuffer.allocate(RpcMessage.MARK + CALL);
        return message.putInt(LAST_PART | CALL)
                .put(call(number, program, version, procedure))
                .array();
    }

    private static byte[] call(int number, long program, int version, int procedure) {
        ByteBuffer call = ByteBuffer.allocate(CALL);
        call.putInt(number).putInt(0).putInt(2);
        call.putInt((int) program).putInt(version).putInt(procedure);
        return call.array();
    }
}
