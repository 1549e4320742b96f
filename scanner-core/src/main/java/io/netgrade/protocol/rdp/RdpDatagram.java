// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rdp;

import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * The first datagrams of both sides, read in place (MS-RDPEUDP 2.2.2.1 and 2.2.2.5): acknowledged number, window, flags,
 * own number, and the longest datagrams either way; padded to the length that is tried.
 */
final class RdpDatagram {
    private static final int LEAST = 1132;
    private static final int MOST = 1232;
    private static final long NOTHING_YET = 0xFFFF_FFFFL;
    private static final int SYNCHRONISES = 0x0001;
    private static final int ACKNOWLEDGES = 0x0004;
    private static final int KNOWN_FLAGS = 0x1FFF;

    private RdpDatagram() {}

    static Speaker speaker(ByteView bytes) {
        if (bytes.length() < LEAST || bytes.length() > MOST) {
            return Speaker.NOBODY;
        }
        int flags = bytes.u16(6);
        boolean lengths = isLength(bytes.u16(12)) && isLength(bytes.u16(14));
        if (!lengths || (flags & SYNCHRONISES) == 0 || flags > KNOWN_FLAGS) {
            return Speaker.NOBODY;
        }
        boolean acknowledges = (flags & ACKNOWLEDGES) != 0;
        boolean first = bytes.u32(0) == NOTHING_YET;
        return first == acknowledges ? Speaker.NOBODY : first ? Speaker.CLIENT : Speaker.SERVER;
    }

    static boolean read(Inbox datagram, Said said) {
        Speaker speaker = speaker(datagram.unread());
        boolean server = speaker == Speaker.SERVER;
        if (speaker != Speaker.NOBODY && said.isNew(server ? 1 : 0)) {
            said.state(RdpFacts.DATAGRAMS.partial(server));
        }
        return speaker != Speaker.NOBODY;
    }

    private static boolean isLength(int length) {
        return length >= LEAST && length <= MOST;
    }
}
