// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bgp;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/** The header of every message: 16 octets of ones, length(2), type(1) (RFC 4271 §4.1). */
final class BgpMessage {
    static final int NOWHERE = -1;
    static final int HEADER = 19;
    static final int OPEN = 1;
    static final int UPDATE = 2;
    static final int NOTIFICATION = 3;
    static final int KEEPALIVE = 4;
    static final int ROUTE_REFRESH = 5;

    private static final int MARKER = 16;
    /** RFC 8654 §3; without it 4096. */
    private static final int LONGEST = 65535;

    private BgpMessage() {}

    static Speaker speaker(ByteView bytes) {
        for (int at = 0; at < Math.min(bytes.length(), MARKER); at++) {
            if (bytes.u8(at) != 0xFF) {
                return Speaker.NOBODY;
            }
        }
        if (bytes.length() < HEADER) {
            return Speaker.UNFINISHED;
        }
        return isSound(bytes) ? Speaker.PEER : Speaker.NOBODY;
    }

    /** Whether a header stands at the beginning, of which all 19 octets are there. */
    static boolean isSound(ByteView bytes) {
        return isSound(bytes, 0);
    }

    private static boolean isSound(ByteView bytes, int at) {
        int length = bytes.u16(at + MARKER);
        boolean marked = bytes.i64(at) == -1 && bytes.i64(at + 8) == -1;
        return marked
                && length <= LONGEST
                && switch (bytes.u8(at + MARKER + 2)) {
                    case OPEN -> length >= 29;
                    case UPDATE -> length >= 23;
                    case NOTIFICATION -> length >= 21;
                    case KEEPALIVE -> length == HEADER;
                    case ROUTE_REFRESH -> length >= 23;
                    default -> false;
                };
    }

    /** Where the first whole header stands among bytes that begin within a message; {@link #NOWHERE} without one. */
    static int find(ByteView bytes) {
        int last = bytes.length() - HEADER;
        int at = bytes.indexOf(0xFF, 0, last + 1);
        while (at >= 0 && !isSound(bytes, at)) {
            at = bytes.indexOf(0xFF, at + 1, last + 1);
        }
        return at < 0 ? NOWHERE : at;
    }

    static int length(ByteView bytes) {
        return bytes.u16(MARKER);
    }

    static int type(ByteView bytes) {
        return bytes.u8(MARKER + 2);
    }
}
