// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.diameter;

import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** What of a message matters to its facts, as a number: of two messages with the same one the second says nothing new. */
final class DiameterKey {
    private static final int HOST_IP_ADDRESS = 257;
    private static final int SESSION = 263;
    private static final int INBAND_SECURITY = 299;
    private static final int VENDOR = 0x80;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private DiameterKey() {}

    static long of(ByteView message) {
        long key = Said.hash(1, message, 4, 8);
        int at = DiameterHeader.OCTETS;
        while (message.length() - at >= 8) {
            int size = message.u24(at + 5);
            int header = (message.u8(at + 4) & VENDOR) == 0 ? 8 : 12;
            if (size < header || size > message.length() - at) {
                break;
            }
            int code = message.i32(at);
            key = (key ^ ((long) code << 32 | size)) * SPREAD;
            if (tells(code)) {
                key ^= Said.hash(code, message, at + header, size - header);
            }
            at += (size + 3) & ~3;
        }
        return key;
    }

    /** Whether the value matters and not only its length: those that name nodes, applications and results. */
    private static boolean tells(int code) {
        return code >= HOST_IP_ADDRESS && code <= INBAND_SECURITY && code != SESSION;
    }
}
