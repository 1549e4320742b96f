// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.capwap;

import io.netgrade.wire.ByteView;

/**
 * An 802.11 frame in the data channel (RFC 5416 §4): frame control(2) duration(2) addresses(3 or 4 of 6, sequence(2) between)
 * [quality(2) [HT(4)]], then LLC. Some access points swap the two octets of the frame control.
 */
final class WirelessFrame {
    static final int NOWHERE = -1;

    private static final int HEADER = 24;
    private static final int ADDRESS = 6;
    private static final int BOTH_DISTRIBUTIONS = 0x03;
    private static final int PROTECTED = 0x40;
    private static final int ORDERED = 0x80;
    private static final int QUALITY = 0x80;
    private static final int SNAP = 8;

    private WirelessFrame() {}

    /** Where IP begins in a data frame in clear; {@link #NOWHERE} in any other. */
    static int ipAt(ByteView bytes, int at) {
        if (bytes.length() - at < HEADER + SNAP) {
            return NOWHERE;
        }
        boolean swapped = !isData(bytes.u8(at));
        int kind = bytes.u8(swapped ? at + 1 : at);
        int flags = bytes.u8(swapped ? at : at + 1);
        if (!isData(kind) || (flags & PROTECTED) != 0) {
            return NOWHERE;
        }
        boolean quality = (kind & QUALITY) != 0;
        int from = at + HEADER;
        from += (flags & BOTH_DISTRIBUTIONS) == BOTH_DISTRIBUTIONS ? ADDRESS : 0;
        from += quality ? 2 : 0;
        from += quality && (flags & ORDERED) != 0 ? 4 : 0;
        boolean snap = bytes.length() - from > SNAP && bytes.u24(from) == 0xAAAA03 && bytes.u24(from + 3) == 0;
        int type = snap ? bytes.u16(from + 6) : 0;
        return type == 0x0800 || type == 0x86DD ? from + SNAP : NOWHERE;
    }

    /** Version 0, type data, and a subtype that has data. */
    private static boolean isData(int kind) {
        return (kind & 0x4F) == 0x08;
    }
}
