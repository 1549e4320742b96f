// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bgp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Carriage;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.Arrays;
import java.util.List;

/** Reads both speakers of one session. Routes are passed over as they come. */
final class BgpDissector implements Dissector {
    private static final long UNKNOWN = -1;
    private static final List<String> ERRORS = List.of(
            "unknown",
            "message-header-error",
            "open-message-error",
            "update-message-error",
            "hold-timer-expired",
            "finite-state-machine-error",
            "cease",
            "route-refresh-message-error",
            "send-hold-timer-expired");

    private final Said said = new Said();
    /** Octets of a route message still to come, and the autonomous system, of each side. */
    private final int[] passing = new int[2];

    private final long[] systems = {UNKNOWN, UNKNOWN};
    /** Whether a side's bytes may begin within a message, so that the next marker is sought. */
    private final boolean[] seeking = new boolean[2];

    BgpDissector(boolean late) {
        Arrays.fill(seeking, late);
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        said.by(direction, sink);
        int side = direction == Direction.FROM_CLIENT ? 0 : 1;
        pass(side, bytes);
        if (seeking[side] && !begin(side, bytes)) {
            return Progress.CONTINUE;
        }
        while (bytes.unread().length() >= BgpMessage.HEADER) {
            ByteView unread = bytes.unread();
            if (!BgpMessage.isSound(unread)) {
                return Progress.MALFORMED;
            }
            int length = BgpMessage.length(unread);
            int type = BgpMessage.type(unread);
            boolean read = type == BgpMessage.OPEN || type == BgpMessage.NOTIFICATION;
            if (read && unread.length() < length) {
                return Progress.CONTINUE;
            }
            if (read && !message(side, type, unread.length() == length ? unread : part(unread, length))) {
                return Progress.MALFORMED;
            }
            // Who is refused by a NOTIFICATION alone has no session that could be protected (RFC 4486 section 4).
            if (type != BgpMessage.NOTIFICATION) {
                session(bytes.carriage());
            }
            passing[side] = length;
            pass(side, bytes);
        }
        return Progress.CONTINUE;
    }

    /** A hole within routes is passed over; behind another one the next marker is sought. */
    @Override
    public boolean missed(Direction direction, long bytes) {
        int side = direction == Direction.FROM_CLIENT ? 0 : 1;
        boolean within = bytes <= passing[side];
        passing[side] -= within ? (int) bytes : passing[side];
        seeking[side] |= !within;
        return true;
    }

    private boolean begin(int side, Inbox bytes) {
        int at = BgpMessage.find(bytes.unread());
        int kept = BgpMessage.HEADER - 1;
        bytes.consume(at == BgpMessage.NOWHERE ? Math.max(0, bytes.unread().length() - kept) : at);
        seeking[side] = at == BgpMessage.NOWHERE;
        return !seeking[side];
    }

    private void pass(int side, Inbox bytes) {
        int count = Math.min(passing[side], bytes.unread().length());
        if (count > 0) {
            bytes.consume(count);
            passing[side] -= count;
        }
    }

    private static ByteView part(ByteView bytes, int length) {
        return new ByteView().wrap(bytes, 0, length);
    }

    private boolean message(int side, int type, ByteView message) {
        if (type == BgpMessage.NOTIFICATION) {
            int code = message.u8(BgpMessage.HEADER);
            int subcode = message.u8(BgpMessage.HEADER + 1);
            String error = code < ERRORS.size() ? ERRORS.get(code) : "unknown";
            said.state(BgpFacts.NOTIFICATION.partial(error, subcode));
            return true;
        }
        BgpOpen open = new BgpOpen();
        if (!open.read(message)) {
            return false;
        }
        systems[side] = open.system();
        open.state(said);
        return true;
    }

    private void session(Carriage carriage) {
        int signature = carriage.tcpAo() ? 2 : carriage.tcpMd5() ? 1 : 0;
        int kind = systems[0] == UNKNOWN || systems[1] == UNKNOWN ? 0 : systems[0] == systems[1] ? 1 : 2;
        int timeToLive = carriage.timeToLive();
        if (said.isNew(timeToLive * 16L + signature * 4L + kind)) {
            said.state(BgpFacts.SESSION.partial(
                    signature == 2 ? "tcp-ao" : signature == 1 ? "tcp-md5" : "none",
                    kind == 0 ? null : kind == 1 ? "internal" : "external",
                    timeToLive < 0 ? null : timeToLive));
        }
    }
}
