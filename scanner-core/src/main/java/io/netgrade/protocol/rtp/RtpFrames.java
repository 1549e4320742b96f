// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rtp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;

/** Packets in frames of a stream: a length of 16 bits, then the packet (RFC 4571 §2). */
final class RtpFrames implements MessageGrammar {
    private final RtpSources sources = new RtpSources();

    @Override
    public long length(Direction direction, ByteView unread) {
        return unread.length() < RtpPacket.FRAME ? UNKNOWN : RtpPacket.FRAME + (long) unread.u16(0);
    }

    @Override
    public Progress read(Direction direction, ByteView frame, ObservationSink sink) {
        // RTCP lies between the frames of media: what is no packet is passed over.
        sources.follow(direction, frame, RtpPacket.FRAME, sink);
        return Progress.CONTINUE;
    }
}
