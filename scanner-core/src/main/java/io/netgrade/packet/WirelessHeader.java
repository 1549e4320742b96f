// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * IEEE 802.11 data frames that are neither encrypted nor a part of a larger one; of an aggregate (A-MSDU) the first. The
 * fields of two bytes are little-endian.
 *
 * <pre>
 *  0 frame control   2 duration   4 address 1(6)   10 address 2(6)   16 address 3(6)   22 sequence
 *  [address 4(6)] [quality of service(2) [high throughput(4)]]
 * </pre>
 */
final class WirelessHeader extends LinkLayer {
    private static final int LENGTH = 24;
    private static final int ADDRESS = 6;
    private static final int SHORTEST = 10;
    private static final int DATA = 0x08;
    private static final int WITHOUT_DATA = 0x40;
    private static final int QUALITY = 0x80;
    private static final int TO_NETWORK = 0x01;
    private static final int FROM_NETWORK = 0x02;
    private static final int MORE_FRAGMENTS = 0x04;
    private static final int PROTECTED = 0x40;
    private static final int ORDER = 0x80;
    private static final int AGGREGATE = 0x80;
    private static final int SUBFRAME = 14;

    private int sourceAt;
    private int destinationAt;
    private boolean encrypted;
    private boolean left;

    @Override
    boolean wrap(ByteView frame, int at, int kind) {
        sourceAt = -1;
        destinationAt = -1;
        encrypted = false;
        left = false;
        if (!has(frame, at, SHORTEST)) {
            return false;
        }
        int control = frame.u8(at);
        int flags = frame.u8(at + 1);
        // Version, type, and whether there is data.
        boolean data = (control & (0x0F | WITHOUT_DATA)) == DATA;
        encrypted = data && (flags & PROTECTED) != 0;
        if (!data || encrypted) {
            return leadsTo(EtherType.NONE, at);
        }
        boolean quality = (control & QUALITY) != 0;
        boolean four = (flags & (TO_NETWORK | FROM_NETWORK)) == (TO_NETWORK | FROM_NETWORK);
        int qualityAt = at + LENGTH + (four ? ADDRESS : 0);
        int behind = qualityAt + (quality ? 2 : 0) + (quality && (flags & ORDER) != 0 ? 4 : 0);
        if (!has(frame, at, behind - at)) {
            return false;
        }
        addresses(at, flags);
        if ((flags & MORE_FRAGMENTS) != 0 || (frame.u8(at + 22) & 0x0F) != 0) {
            return leadsTo(EtherType.NONE, behind);
        }
        int body = kind == WIRELESS_PADDED ? at + (behind - at + 3 & ~3) : behind;
        boolean aggregated = quality && (frame.u8(qualityAt) & AGGREGATE) != 0;
        return aggregated ? aggregate(frame, body) : leadsTo(LLC, body);
    }

    private void addresses(int at, int flags) {
        boolean toNetwork = (flags & TO_NETWORK) != 0;
        boolean fromNetwork = (flags & FROM_NETWORK) != 0;
        destinationAt = toNetwork ? at + 16 : at + 4;
        sourceAt = fromNetwork ? (toNetwork ? at + LENGTH : at + 16) : at + 10;
    }

    private boolean aggregate(ByteView frame, int at) {
        if (!has(frame, at, SUBFRAME)) {
            return false;
        }
        destinationAt = at;
        sourceAt = at + ADDRESS;
        int end = at + SUBFRAME + frame.u16(at + 12);
        // Subframes are padded to four bytes; a check sequence of four may follow the last.
        left = has(frame, (end - at + 3 & ~3) + at, SUBFRAME);
        return leadsTo(LLC, at + SUBFRAME, end);
    }

    /** Whether the frame holds data that is encrypted. */
    boolean encrypted() {
        return encrypted;
    }

    /** Whether frames of an aggregate follow the first. */
    boolean left() {
        return left;
    }

    @Override
    boolean namesStations() {
        return true;
    }

    @Override
    void stations(ByteView frame, Stations stations) {
        stations.wrap(frame, sourceAt, destinationAt);
    }
}
