// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tftp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.Locale;

/** States what is asked and answered, each once. */
final class TftpReader implements MessageGrammar {
    private final Said said = new Said();

    @Override
    public long length(Direction direction, ByteView unread) {
        return TftpPacket.sound(unread) ? unread.length() : BROKEN;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        said.by(direction, sink);
        int operation = TftpPacket.operation(message);
        if (direction == Direction.FROM_CLIENT) {
            if (TftpPacket.request(message)) {
                asked(message, operation);
            }
        } else if (!TftpPacket.request(message)) {
            answered(message, operation);
        }
        return Progress.CONTINUE;
    }

    private void asked(ByteView message, int operation) {
        int at = TftpPacket.mode(message);
        int first = message.u8(at) | 0x20;
        if (said.isNew(operation << 8 | first)) {
            int end = message.indexOf(0, at, message.length());
            String mode = message.ascii(at, end - at).toLowerCase(Locale.ROOT);
            said.state(TftpFacts.REQUEST.partial(operation == TftpPacket.READ ? "read" : "write", mode));
        }
    }

    private void answered(ByteView message, int operation) {
        boolean error = operation == TftpPacket.ERROR;
        int code = error ? message.u16(2) : 0;
        if (said.isNew(operation << 16 | code)) {
            said.state(TftpFacts.ANSWER.partial(kind(operation), error ? code : null));
        }
    }

    private static String kind(int operation) {
        return switch (operation) {
            case TftpPacket.DATA -> "data";
            case TftpPacket.ACKNOWLEDGEMENT -> "acknowledgement";
            case TftpPacket.ERROR -> "error";
            default -> "options";
        };
    }
}
