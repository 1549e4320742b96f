// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rtp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;

/** The synchronisation sources of one flow, each way. */
final class RtpSources {
    /** Sources followed each way: audio, video and repair, say; the oldest gives way to a new one. */
    private static final int MOST = 6;

    private final List<RtpSource> fromClient = new ArrayList<>(1);
    private final List<RtpSource> fromServer = new ArrayList<>(1);

    /**
     * Takes a packet that begins at {@code at} and ends with the bytes.
     *
     * @return whether its source has sent enough in sequence
     */
    boolean follow(Direction direction, ByteView bytes, int at, ObservationSink sink) {
        int payload = RtpPacket.payload(bytes, at, bytes.length() - at);
        if (payload < 0) {
            return false;
        }
        List<RtpSource> side = direction == Direction.FROM_CLIENT ? fromClient : fromServer;
        RtpSource source = source(side, RtpPacket.source(bytes, at));
        boolean sure = source.follow(bytes, at, payload);
        if (sure) {
            source.state(sink);
        }
        return sure;
    }

    private static RtpSource source(List<RtpSource> side, int id) {
        for (int i = 0; i < side.size(); i++) {
            if (side.get(i).is(id)) {
                return side.get(i);
            }
        }
        RtpSource fresh = side.size() < MOST ? new RtpSource() : side.remove(0);
        fresh.begin(id);
        side.add(fresh);
        return fresh;
    }
}
