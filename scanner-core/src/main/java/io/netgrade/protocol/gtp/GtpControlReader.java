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

/** Reads one flow between two ends of a control plane, datagram by datagram. */
final class GtpControlReader implements MessageGrammar {
    private final Gtp1Header header = new Gtp1Header();
    private final Said said = new Said();
    private final Sides<GtpControlEnd> ends = Sides.each(() -> new GtpControlEnd(said));

    @Override
    public long length(Direction direction, ByteView unread) {
        return unread.length();
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        said.by(direction, sink);
        GtpControlEnd end = ends.of(direction);
        if (GtpControlRecognition.isVersion2(message)) {
            int first = Gtp2Header.length(message, 0);
            end.readVersion2(message, 0);
            if (first < message.length()) {
                end.readVersion2(message, first);
            }
            return Progress.CONTINUE;
        }
        if (GtpControlRecognition.isVersion1(message, header)) {
            end.readVersion1(message, header);
            return Progress.CONTINUE;
        }
        return Progress.MALFORMED;
    }
}
