// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dhcp;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * One datagram (RFC 2131 §2).
 *
 * <pre>
 *  0 operation  1 hardware  2 its octets  3 hops  4 id  8 seconds  10 flags  12 addresses (4 × 4)  28 hardware address
 *  44 server's name (64)  108 file (128)  236 0x63825363  240 options
 * </pre>
 */
final class DhcpMessage {
    static final int MESSAGE_TYPE = 53;
    static final int SERVER_IDENTIFIER = 54;
    static final int AUTHENTICATION = 90;
    static final int RELAY_ADDRESS = 24;

    private static final int COOKIE = 0x6382_5363;
    private static final int COOKIE_AT = 236;
    private static final int OPTIONS = 240;
    private static final int PAD = 0;
    private static final int END = 255;
    private static final int LONGEST_HARDWARE = 16;

    private DhcpMessage() {}

    static boolean sound(ByteView bytes) {
        return bytes.length() >= OPTIONS
                && (bytes.u8(0) == 1 || bytes.u8(0) == 2)
                && bytes.u8(2) <= LONGEST_HARDWARE
                && bytes.i32(COOKIE_AT) == COOKIE;
    }

    static Speaker speaker(ByteView bytes) {
        if (!sound(bytes)) {
            return Speaker.NOBODY;
        }
        return reply(bytes) ? Speaker.SERVER : Speaker.CLIENT;
    }

    static boolean reply(ByteView bytes) {
        return bytes.u8(0) == 2;
    }

    /** Where an option's value begins, or -1 where it is not there with so many octets or more. */
    static int option(ByteView bytes, int wanted, int least) {
        int at = OPTIONS;
        while (at + 1 < bytes.length() && bytes.u8(at) != END) {
            if (bytes.u8(at) == PAD) {
                at++;
            } else {
                int end = at + 2 + bytes.u8(at + 1);
                if (bytes.u8(at) == wanted) {
                    return end <= bytes.length() && bytes.u8(at + 1) >= least ? at + 2 : -1;
                }
                at = end;
            }
        }
        return -1;
    }
}
