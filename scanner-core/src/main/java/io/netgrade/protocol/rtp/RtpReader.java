// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rtp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;

/** Follows the sources of one flow. A packet counts only once its source has sent some in sequence. */
final class RtpReader implements MessageGrammar {
    /** Sources followed each way: audio, video and repair, say; the oldest gives way to a new one. */
    private static final int SOURCES = 6;

    private final int frame;
    private final RtpSource[][] sources = new RtpSource[2][SOURCES];
    private final int[] next = new int[2];

    RtpReader(boolean stream) {
        this.frame = stream ? RtpPacket.FRAME : 0;
        for (RtpSource[] side : sources) {
            for (int i = 0; i < SOURCES; i++) {
                side[i] = new RtpSource();
            }
        }
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        if (frame == 0) {
            return RtpPacket.payload(unread, 0, unread.length()) < 0 ? BROKEN : unread.length();
        }
        return unread.length() < frame ? UNKNOWN : frame + (long) unread.u16(0);
    }

    @Override
    public Progress read(Direction direction, ByteView packet, ObservationSink sink) {
        int payload = RtpPacket.payload(packet, frame, packet.length() - frame);
        if (payload < 0) {
            // RTCP lies between the frames of a stream.
            return frame == 0 ? Progress.MALFORMED : Progress.CONTINUE;
        }
        RtpSource source = source(direction == Direction.FROM_CLIENT ? 0 : 1, RtpPacket.source(packet, frame));
        boolean sure = source.follow(packet, frame, payload);
        if (sure) {
            source.state(sink);
        }
        return sure || frame > 0 ? Progress.CONTINUE : Progress.MALFORMED;
    }

    private RtpSource source(int side, int id) {
        for (RtpSource one : sources[side]) {
            if (one.is(id)) {
                return one;
            }
        }
        RtpSource one = sources[side][next[side]];
        next[side] = (next[side] + 1) % SOURCES;
        one.begin(id);
        return one;
    }
}
