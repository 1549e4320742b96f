// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ftp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.LineBuffer;

/** Reads one control connection, to its end or to the start of TLS. */
final class FtpDissector implements Dissector {
    private static final int LONGEST_COMMAND = 512;

    private final FtpReplies replies = new FtpReplies();
    private final LineBuffer command = new LineBuffer(LONGEST_COMMAND);
    private final FtpSession session;

    FtpDissector(boolean fromTheStart) {
        session = new FtpSession(fromTheStart);
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        ByteView unread = bytes.unread();
        int at = 0;
        Progress progress = Progress.CONTINUE;
        while (at < unread.length() && progress == Progress.CONTINUE) {
            if (direction == Direction.FROM_CLIENT) {
                at += command.take(unread, at);
                said(sink);
            } else {
                at += replies.take(unread, at);
                progress = answered(sink);
            }
        }
        bytes.consume(at);
        return progress;
    }

    private void said(ObservationSink sink) {
        if (command.whole()) {
            session.said(FtpCommand.read(command.text()), sink);
            command.clear();
        }
    }

    private Progress answered(ObservationSink sink) {
        if (replies.broken()) {
            return Progress.MALFORMED;
        }
        return replies.reply().map(reply -> session.answered(reply, sink)).orElse(Progress.CONTINUE);
    }
}
