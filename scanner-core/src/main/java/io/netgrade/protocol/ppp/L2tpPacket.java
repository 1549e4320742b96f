// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ppp;

import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/**
 * One packet.
 *
 * <pre>
 *  T L 0(2 bits) S 0 O P 0(4) version(4)  [length(2) where L]
 *  control 2: tunnel(2) session(2)  sent(2) received(2)      control 3: connection(4)  sent(2) received(2)
 *  data    2: tunnel(2) session(2)  [sent(2) received(2) where S]  [offset(2) and so many where O]  PPP
 *  AVPs: mandatory hidden zero(4) length(10 bits) vendor(2) type(2) value
 * </pre>
 */
final class L2tpPacket {
    static final int NONE = -1;
    static final int START_REQUEST = 1;
    static final int START_REPLY = 2;
    static final int HEADER = 12;

    private static final int CONTROL_2 = 0xC802;
    private static final int CONTROL_3 = 0xC803;
    private static final int DATA_FIXED = 0xB4FF;
    private static final int LENGTH = 0x4000;
    private static final int SEQUENCE = 0x0800;
    private static final int OFFSET = 0x0200;
    private static final int AVP_HEADER = 6;
    private static final int AVP_ZEROS = 0x3C00;
    private static final int LAST_MESSAGE = 28;

    /** The flags of a control message, or those of data. */
    static final Octets BEGINNINGS =
            Octets.of(CONTROL_2 >> 8).or(Octets.where(flags -> (flags & (DATA_FIXED >> 8)) == 0));

    private L2tpPacket() {}

    /** Whether a control message begins there and ends with the bytes. */
    static boolean isControl(ByteView bytes, int at) {
        if (bytes.length() - at < HEADER) {
            return false;
        }
        int flags = bytes.u16(at);
        boolean known = flags == CONTROL_2 || flags == CONTROL_3;
        return known && bytes.u16(at + 2) == bytes.length() - at && hasSoundAvps(bytes, at + HEADER);
    }

    private static boolean hasSoundAvps(ByteView bytes, int from) {
        int at = from;
        while (bytes.length() - at >= AVP_HEADER && avpLength(bytes, at) >= AVP_HEADER && isPlain(bytes, at)) {
            at += avpLength(bytes, at);
        }
        return at == bytes.length() && (from == at || message(bytes, from - HEADER) != NONE);
    }

    private static boolean isPlain(ByteView bytes, int at) {
        return (bytes.u16(at) & AVP_ZEROS) == 0;
    }

    static int version(ByteView bytes, int at) {
        return bytes.u8(at + 1) & 0x0F;
    }

    static int avpLength(ByteView bytes, int at) {
        return bytes.u16(at) & 0x03FF;
    }

    /** What the first AVP says that the message is; {@link #NONE} where there is none, as in an acknowledgement. */
    static int message(ByteView bytes, int at) {
        int avp = at + HEADER;
        boolean there = bytes.length() - avp >= AVP_HEADER + 2
                && avpLength(bytes, avp) == AVP_HEADER + 2
                && bytes.i32(avp + 2) == 0;
        int type = there ? bytes.u16(avp + AVP_HEADER) : NONE;
        return type <= LAST_MESSAGE ? type : NONE;
    }

    /** Where an AVP of the IETF stands; {@link #NONE} without one, or where it is hidden. */
    static int avp(ByteView bytes, int message, int type) {
        int at = message + HEADER;
        while (bytes.length() - at >= AVP_HEADER) {
            boolean hidden = (bytes.u16(at) & 0x4000) != 0;
            if (bytes.u16(at + 2) == 0 && bytes.u16(at + 4) == type && !hidden) {
                return at;
            }
            at += Math.max(AVP_HEADER, avpLength(bytes, at));
        }
        return NONE;
    }

    /** Where PPP begins in a data message of version 2; 0 where it is none. */
    static int dataAt(ByteView bytes) {
        if (bytes.length() < 8 || (bytes.u16(0) & DATA_FIXED) != 2) {
            return 0;
        }
        int flags = bytes.u16(0);
        int at = 6 + ((flags & LENGTH) != 0 ? 2 : 0) + ((flags & SEQUENCE) != 0 ? 4 : 0);
        boolean sized = (flags & LENGTH) == 0 || bytes.u16(2) == bytes.length();
        if ((flags & OFFSET) != 0 && bytes.length() - at >= 2) {
            at += 2 + bytes.u16(at);
        }
        return sized && bytes.length() - at >= 2 ? at : 0;
    }
}
