// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * What a wireless interface in monitor mode puts before an IEEE 802.11 frame; how the air was is passed over.
 *
 * <pre>
 *  radiotap    version(1) padding(1) length(2, little-endian) present(4)* fields
 *  Prism       message(4) length(4) device(16) fields, in the byte order of the machine that captured; or AVS
 *  AVS         magic(4) length(4) fields
 *  per packet  version(1) flags(1) length(2, little-endian) link type(4, little-endian) fields
 * </pre>
 */
final class MonitorHeader extends LinkLayer {
    private static final int SHORTEST = 8;
    private static final int AVS_MAGIC = 0x8021_1000;
    private static final int MOST_PRESENT = 16;
    private static final int PRESENT_TIME = 1;
    private static final int PRESENT_FLAGS = 2;
    /** The 802.11 header is padded to four bytes. */
    private static final int FLAG_PADDED = 0x20;

    @Override
    boolean wrap(ByteView frame, int at, int kind) {
        if (!has(frame, at, SHORTEST)) {
            return false;
        }
        return switch (kind) {
            case RADIOTAP -> radiotap(frame, at);
            case PRISM -> (frame.i32(at) & 0xFFFF_F000) == AVS_MAGIC ? avs(frame, at) : prism(frame, at);
            case AVS -> avs(frame, at);
            default -> perPacket(frame, at);
        };
    }

    private boolean radiotap(ByteView frame, int at) {
        int length = littleEndian16(frame, at + 2);
        int fields = at + 4;
        int present = littleEndian32(frame, fields);
        int word = present;
        for (int words = 0; word < 0 && words < MOST_PRESENT && has(frame, fields, SHORTEST); words++) {
            fields += 4;
            word = littleEndian32(frame, fields);
        }
        fields += 4;
        // Fields are aligned to their size, counted from the header's first byte.
        int flagsAt = (present & PRESENT_TIME) == 0 ? fields : at + ((fields - at + 7 & ~7) + 8);
        boolean flagged = (present & PRESENT_FLAGS) != 0 && has(frame, flagsAt, 1);
        boolean padded = flagged && (frame.u8(flagsAt) & FLAG_PADDED) != 0;
        return over(frame, at, length, padded ? WIRELESS_PADDED : WIRELESS);
    }

    private boolean prism(ByteView frame, int at) {
        int length = littleEndian32(frame, at + 4);
        boolean little = length >= SHORTEST && length <= frame.length() - at;
        return over(frame, at, little ? length : frame.i32(at + 4), WIRELESS);
    }

    private boolean avs(ByteView frame, int at) {
        return over(frame, at, frame.i32(at + 4), WIRELESS);
    }

    private boolean perPacket(ByteView frame, int at) {
        int next = LinkType.begins(littleEndian32(frame, at + 4));
        return over(frame, at, littleEndian16(frame, at + 2), next == UNSUPPORTED ? EtherType.NONE : next);
    }

    private boolean over(ByteView frame, int at, int length, int next) {
        return length >= SHORTEST && length <= frame.length() - at && leadsTo(next, at + length);
    }
}
