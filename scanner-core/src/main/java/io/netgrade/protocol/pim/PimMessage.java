// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.pim;

import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Enclosed;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.List;

/** One message: version(4 bits) type(4) reserved(1) checksum(2), then what the type says (RFC 7761 §4.9). */
final class PimMessage implements Datagrams.Reader {
    private static final int HEADER = 4;
    private static final int HELLO = 0;
    private static final int REGISTER = 1;
    private static final int REGISTER_HEADER = 8;
    private static final int IPV4_HEADER = 20;
    private static final List<String> TYPES = List.of(
            "hello",
            "register",
            "register-stop",
            "join-prune",
            "bootstrap",
            "assert",
            "graft",
            "graft-ack",
            "candidate-rp",
            "state-refresh",
            "df-election",
            "ecmp-redirect",
            "flooding");

    static boolean isSound(ByteView bytes) {
        return bytes.length() >= HEADER
                && bytes.u8(0) >>> 4 == 2
                && type(bytes) < TYPES.size()
                && (type(bytes) != HELLO || (bytes.u8(1) == 0 && hasSoundOptions(bytes)));
    }

    /** Options of type(2), length(2) and value. */
    private static boolean hasSoundOptions(ByteView bytes) {
        int at = HEADER;
        while (bytes.length() - at >= 4) {
            at += 4 + bytes.u16(at + 2);
        }
        return at == bytes.length();
    }

    private static int type(ByteView bytes) {
        return bytes.u8(0) & 0x0F;
    }

    @Override
    public boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (!isSound(bytes)) {
            return false;
        }
        int timeToLive = datagram.carriage().timeToLive();
        if (said.isNew((long) type(bytes) << 16 | (timeToLive & 0xFFFF))) {
            String type = TYPES.get(type(bytes));
            said.state(PimFacts.MESSAGE.partial(type, "none", timeToLive < 0 ? null : timeToLive));
        }
        int carried = bytes.length() - REGISTER_HEADER;
        if (type(bytes) == REGISTER && carried >= IPV4_HEADER) {
            datagram.encloses(Enclosed.IP, REGISTER_HEADER, carried);
        }
        return true;
    }
}
