// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.diameter;

import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * The header of a message and of the AVPs in it (RFC 6733 §3, §4.1).
 *
 * <pre>
 * version(8)=1 length(24) | RPET0000 command(24) | application(32) | hop-by-hop(32) | end-to-end(32)
 * code(32) | VMP00000 length(24) | [vendor(32)] | data, padded to four octets
 * </pre>
 */
final class DiameterHeader {
    static final int OCTETS = 20;
    static final int DEVICE_WATCHDOG = 280;
    static final int DISCONNECT_PEER = 282;
    private static final int REQUEST = 0x80;
    private static final int ERROR = 0x20;
    private static final int RESERVED = 0x0F;
    private static final int AVP_VENDOR = 0x80;
    private static final int AVP_RESERVED = 0x1F;
    private static final int LONGEST = 1 << 20;
    private static final int MOST_AVPS_CHECKED = 32;

    private DiameterHeader() {}

    static boolean request(ByteView message) {
        return (message.u8(4) & REQUEST) != 0;
    }

    static int command(ByteView message) {
        return message.u24(5);
    }

    static long application(ByteView message) {
        return message.u32(8);
    }

    static int hopByHop(ByteView message) {
        return message.i32(12);
    }

    static long length(ByteView bytes) {
        if (bytes.length() > 0 && bytes.u8(0) != 1) {
            return MessageGrammar.BROKEN;
        }
        if (bytes.length() < OCTETS) {
            return MessageGrammar.UNKNOWN;
        }
        int length = bytes.u24(1);
        int flags = bytes.u8(4);
        boolean sound = bytes.u8(0) == 1
                && length >= OCTETS
                && length % 4 == 0
                && length <= LONGEST
                && (flags & RESERVED) == 0
                && (flags & (REQUEST | ERROR)) != (REQUEST | ERROR)
                && known(command(bytes));
        return sound ? length : MessageGrammar.BROKEN;
    }

    /** Commands of the IETF, and of 3GPP from 8388608 on (IANA aaa-parameters). */
    private static boolean known(int command) {
        return (command >= 257 && command <= 330) || (command >= 0x80_0000 && command <= 0x80_00A0);
    }

    static Speaker speaker(ByteView said) {
        long length = length(said);
        if (length == MessageGrammar.BROKEN) {
            return Speaker.NOBODY;
        }
        if (length == MessageGrammar.UNKNOWN || said.length() < OCTETS + 8) {
            return Speaker.UNFINISHED;
        }
        if (!attributes(said, (int) length)) {
            return Speaker.NOBODY;
        }
        int command = command(said);
        if (command == DEVICE_WATCHDOG || command == DISCONNECT_PEER) {
            return Speaker.EITHER;
        }
        return request(said) ? Speaker.CLIENT : Speaker.SERVER;
    }

    /** Whether the AVPs follow each other as far as they are seen, and end with the message. */
    private static boolean attributes(ByteView said, int length) {
        int at = OCTETS;
        for (int i = 0; i < MOST_AVPS_CHECKED && at < length && at + 8 <= said.length(); i++) {
            int size = said.u24(at + 5);
            int flags = said.u8(at + 4);
            int least = (flags & AVP_VENDOR) == 0 ? 8 : 12;
            if ((flags & AVP_RESERVED) != 0 || size < least || size > length - at || said.u32(at) > 0xFF_FFFF) {
                return false;
            }
            at += (size + 3) & ~3;
        }
        return at <= length;
    }
}
