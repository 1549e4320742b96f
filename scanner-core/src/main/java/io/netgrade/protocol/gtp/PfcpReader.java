// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.Sides;
import io.netgrade.wire.ByteView;

/** Reads one flow between two ends, datagram by datagram. */
final class PfcpReader implements MessageGrammar {
    private final Said said = new Said();
    private final Sides<PfcpEnd> ends = Sides.each(() -> new PfcpEnd(said));

    @Override
    public long length(Direction direction, ByteView unread) {
        return unread.length();
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (!PfcpMessage.sound(message)) {
            return Progress.MALFORMED;
        }
        said.by(direction, sink);
        for (int at = 0; at < message.length(); at = PfcpMessage.end(message, at)) {
            ends.of(direction).read(message, at);
        }
        return Progress.CONTINUE;
    }
}
