// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.inetd;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.util.Arrays;

/** Compares what comes back with what was sent, as far as it is remembered. */
final class EchoDissector implements Dissector {
    private static final int REMEMBERED = 512;

    private final boolean stream;
    private byte[] sent = {};
    private long asked;

    EchoDissector(boolean stream) {
        this.stream = stream;
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        ByteView unread = bytes.unread();
        if (direction == Direction.FROM_CLIENT) {
            remember(unread);
            asked += unread.length();
            bytes.consumeAll();
            return Progress.CONTINUE;
        }
        int compared = Math.min(sent.length, unread.length());
        for (int i = 0; i < compared; i++) {
            if (unread.u8(i) != (sent[i] & 0xFF)) {
                return Progress.MALFORMED;
            }
        }
        if (compared == 0) {
            return Progress.MALFORMED;
        }
        if (stream && compared < sent.length) {
            return Progress.CONTINUE;
        }
        sink.saw(EchoProtocol.ANSWER.partial(unread.length(), asked));
        return Progress.DONE;
    }

    private void remember(ByteView said) {
        int more = stream || asked == 0 ? Math.min(said.length(), REMEMBERED - sent.length) : 0;
        byte[] all = Arrays.copyOf(sent, sent.length + more);
        said.copyTo(all, sent.length, 0, more);
        sent = all;
    }
}
