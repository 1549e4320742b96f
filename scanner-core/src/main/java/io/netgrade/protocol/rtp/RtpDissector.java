// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rtp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;

/** Follows the sources of one flow of datagrams; a packet counts only once its source has sent some in sequence. */
final class RtpDissector implements Dissector {
    private final RtpSources sources = new RtpSources();
    private boolean decided;

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        boolean sure = sources.follow(direction, bytes.unread(), 0, sink);
        decided |= sure;
        return sure ? Progress.CONTINUE : Progress.MALFORMED;
    }

    @Override
    public boolean undecided() {
        return !decided;
    }

    /** Headers are what counts; a packet of which the end is missing is as good as a whole one. */
    @Override
    public boolean readsCut() {
        return true;
    }

    @Override
    public boolean missed(Direction direction, long bytes) {
        return true;
    }
}
