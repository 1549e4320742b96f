// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smb;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;

/** One connection, up to the work that its sessions were made for. */
final class SmbSession implements MessageGrammar {
    private static final int NEGOTIATE_1 = 0x72;
    private static final int SET_UP_1 = 0x73;
    private static final int LOG_OFF_1 = 0x74;
    private static final int CONNECT_1 = 0x75;
    private static final int LAST_BEFORE_WORK = 4;

    private final Smb1Answers version1 = new Smb1Answers();
    private final Smb2Answers version2 = new Smb2Answers();

    @Override
    public long length(Direction direction, ByteView unread) {
        return SmbMessage.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (message.length() == SmbMessage.AT) {
            return Progress.CONTINUE;
        }
        if (!SmbMessage.isReadable(message)) {
            boolean hidden = message.length() > SmbMessage.AT + 4 && SmbMessage.isMagic(message, SmbMessage.AT);
            return hidden ? Progress.DONE : Progress.MALFORMED;
        }
        if (SmbMessage.isAnswer(message) != (direction == Direction.FROM_SERVER)) {
            return Progress.MALFORMED;
        }
        boolean first = SmbMessage.kind(message) == SmbMessage.VERSION_1;
        int command = SmbMessage.command(message);
        if (direction == Direction.FROM_CLIENT) {
            version1.asked(message, first ? command : 0);
            return isWork(first, command) ? Progress.DONE : Progress.CONTINUE;
        }
        NtlmChallenge.find(message).ifPresent(sink::saw);
        if (first) {
            version1.answered(message, command, sink);
        } else {
            version2.answered(message, command, sink);
        }
        return Progress.CONTINUE;
    }

    private static boolean isWork(boolean first, int command) {
        return first
                ? command != NEGOTIATE_1 && command != SET_UP_1 && command != LOG_OFF_1 && command != CONNECT_1
                : command > LAST_BEFORE_WORK;
    }
}
