// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ldp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Carriage;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** Reads both routers of one session. What PDUs carry is passed over as it comes. */
final class LdpSession implements Dissector {
    private final Said said = new Said();
    private final int[] passing = new int[2];

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        said.by(direction, sink);
        int side = direction == Direction.FROM_CLIENT ? 0 : 1;
        pass(side, bytes);
        while (LdpPdu.isBegun(bytes.unread())) {
            ByteView unread = bytes.unread();
            if (!LdpPdu.isSound(unread)) {
                return Progress.MALFORMED;
            }
            session(bytes.carriage());
            if (said.isNew(1L << 32 | unread.u32(LdpPdu.ROUTER_AT))) {
                said.state(LdpFacts.ROUTER.partial(LdpPdu.router(unread)));
            }
            passing[side] = unread.u16(2) + 4;
            pass(side, bytes);
        }
        return Progress.CONTINUE;
    }

    @Override
    public boolean missed(Direction direction, long bytes) {
        int side = direction == Direction.FROM_CLIENT ? 0 : 1;
        boolean within = bytes <= passing[side];
        passing[side] -= within ? (int) bytes : 0;
        return within;
    }

    private void pass(int side, Inbox bytes) {
        int count = Math.min(passing[side], bytes.unread().length());
        if (count > 0) {
            bytes.consume(count);
            passing[side] -= count;
        }
    }

    private void session(Carriage carriage) {
        int signature = carriage.tcpAo() ? 2 : carriage.tcpMd5() ? 1 : 0;
        int timeToLive = carriage.timeToLive();
        if (said.isNew(timeToLive * 4L + signature)) {
            said.state(LdpFacts.SESSION.partial(
                    signature == 2 ? "tcp-ao" : signature == 1 ? "tcp-md5" : "none",
                    timeToLive < 0 ? null : timeToLive));
        }
    }
}
