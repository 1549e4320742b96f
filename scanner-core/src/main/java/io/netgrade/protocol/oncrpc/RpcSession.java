// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.oncrpc;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls of one client and their answers, found by the number that both bear. */
final class RpcSession implements MessageGrammar {
    private static final int MOST_WAITING = 32;
    /** Enough of a flow to see how its client says who it is. */
    private static final int MOST_ANSWERS = 64;

    private final boolean stream;
    private final Answers answers;
    private final Map<Long, Call> waiting = new HashMap<>();
    private int answered;

    /** @param flavor of the credential (RFC 5531 8.2) */
    record Call(long program, long version, long procedure, long flavor) {}

    /** What a program's answers tell. */
    interface Answers {
        /**
         * @param accepted whether the call was accepted and executed
         * @param results what follows in an accepted answer
         */
        void answered(Call call, boolean accepted, ByteCursor results, ObservationSink sink);
    }

    RpcSession(boolean stream, Answers answers) {
        this.stream = stream;
        this.answers = answers;
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        if (!stream) {
            return unread.length();
        }
        return unread.length() < RpcMessage.MARK ? UNKNOWN : RpcMessage.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        int at = stream ? RpcMessage.MARK : 0;
        ByteCursor cursor = new ByteCursor();
        cursor.over(message, at, message.length() - at);
        long number = cursor.u32();
        long kind = cursor.u32();
        if (direction == Direction.FROM_CLIENT) {
            // A server calls its client back on the same connection (RFC 8881 2.10.3.1): such answers are passed over.
            return kind == 1 ? Progress.CONTINUE : asked(number, cursor);
        }
        return kind == 0 ? Progress.CONTINUE : answered(number, cursor, sink);
    }

    private Progress asked(long number, ByteCursor cursor) {
        long version = cursor.u32();
        Call call = new Call(cursor.u32(), cursor.u32(), cursor.u32(), cursor.u32());
        if (!cursor.intact() || version != 2) {
            return Progress.MALFORMED;
        }
        if (waiting.size() == MOST_WAITING) {
            waiting.clear();
        }
        waiting.put(number, call);
        return Progress.CONTINUE;
    }

    private Progress answered(long number, ByteCursor cursor, ObservationSink sink) {
        boolean accepted = cursor.u32() == 0;
        if (accepted) {
            cursor.u32();
            cursor.skip(cursor.u32());
            accepted = cursor.u32() == 0;
        }
        @Nullable Call call = waiting.remove(number);
        if (!cursor.intact()) {
            return Progress.MALFORMED;
        }
        if (call != null) {
            answers.answered(call, accepted, cursor, sink);
            answered++;
        }
        return answered < MOST_ANSWERS ? Progress.CONTINUE : Progress.DONE;
    }
}
