// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;

/** Tells SSH in a capture that begins behind the identifications: by a KEXINIT in clear (RFC 4253 6 and 7.1). */
final class SshLateOpening {
    /** Length of the packet, length of the padding, number of the message, cookie, length of the first list. */
    private static final int HEAD = 4 + 1 + 1 + 16 + 4;

    private static final int LONGEST_PACKET = 35_000;
    private static final int LEAST_PACKET = 64;
    private static final int LEAST_PADDING = 4;

    private SshLateOpening() {}

    /** Who serves is not told by what both sides say alike. */
    static Recognition recognize(Opening opening) {
        boolean offers = offers(opening.fromInitiator()) || offers(opening.fromResponder());
        return offers ? Recognition.SERVER_UNKNOWN : Recognition.NO;
    }

    private static boolean offers(ByteView bytes) {
        if (bytes.length() < HEAD + 8) {
            return false;
        }
        long packet = bytes.u32(0);
        long list = bytes.u32(HEAD - 4);
        boolean head = packet >= LEAST_PACKET
                && packet <= LONGEST_PACKET
                && bytes.u8(4) >= LEAST_PADDING
                && bytes.u8(5) == SshMessage.KEXINIT
                && list >= 8
                && list < packet;
        for (int at = HEAD; head && at < Math.min(bytes.length(), HEAD + list); at++) {
            int octet = bytes.u8(at);
            // Names are printable, without a space (RFC 4251 6).
            head = octet > ' ' && octet < 0x7F;
        }
        return head;
    }
}
