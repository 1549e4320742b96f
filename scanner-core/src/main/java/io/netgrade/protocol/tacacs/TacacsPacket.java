// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tacacs;

import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * The header of a packet (RFC 8907 §4.1).
 *
 * <pre>
 * major(4)=12 minor(4) type(8) sequence(8) flags(8) | session(32) | body length(32)
 * </pre>
 */
final class TacacsPacket {
    static final int HEADER = 12;
    static final int AUTHENTICATION = 1;
    static final int AUTHORIZATION = 2;
    static final int ACCOUNTING = 3;
    private static final int UNENCRYPTED = 0x01;
    private static final int SINGLE_CONNECT = 0x04;
    private static final int LONGEST_BODY = 0xFFFF;
    private static final int SHORTEST_BODY = 5;

    private TacacsPacket() {}

    static boolean inClear(ByteView packet) {
        return (packet.u8(3) & UNENCRYPTED) != 0;
    }

    static int type(ByteView packet) {
        return packet.u8(1);
    }

    static int sequence(ByteView packet) {
        return packet.u8(2);
    }

    static long length(ByteView bytes) {
        if (bytes.length() > 0 && (bytes.u8(0) & ~1) != 0xC0) {
            return MessageGrammar.BROKEN;
        }
        if (bytes.length() < HEADER) {
            return MessageGrammar.UNKNOWN;
        }
        long body = bytes.u32(8);
        boolean sound = type(bytes) >= AUTHENTICATION
                && type(bytes) <= ACCOUNTING
                && sequence(bytes) > 0
                && (bytes.u8(3) & ~(UNENCRYPTED | SINGLE_CONNECT)) == 0
                && body >= SHORTEST_BODY
                && body <= LONGEST_BODY;
        return sound ? HEADER + body : MessageGrammar.BROKEN;
    }

    /** Clients number their packets oddly, servers evenly (RFC 8907 §4.1). */
    static Speaker speaker(ByteView said) {
        long length = length(said);
        if (length == MessageGrammar.BROKEN) {
            return Speaker.NOBODY;
        }
        if (length == MessageGrammar.UNKNOWN || said.length() < length) {
            return Speaker.UNFINISHED;
        }
        boolean another = said.length() >= length + 1 && (said.u8((int) length) & ~1) != 0xC0;
        if (another || !body(said, (int) length)) {
            return Speaker.NOBODY;
        }
        return sequence(said) % 2 == 1 ? Speaker.CLIENT : Speaker.SERVER;
    }

    /** Whether the lengths in a body fill it: known only of one in clear that begins a session. */
    private static boolean body(ByteView packet, int length) {
        if (!inClear(packet) || type(packet) != AUTHENTICATION || sequence(packet) != 1) {
            return true;
        }
        int body = length - HEADER;
        return body >= 8 && 8 + packet.u8(16) + packet.u8(17) + packet.u8(18) + packet.u8(19) == body;
    }
}
