// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * The stations that a frame goes between, as link-local IPv6 addresses of their modified EUI-64 identifiers (RFC 4291
 * appendix A), so that what has no IP address has one all the same. Point codes of signalling lie in the discard prefix
 * 100::/64 (RFC 6666). A link that names nobody has {@code ::}.
 */
final class Stations {
    private static final long LINK_LOCAL = 0xFE80_0000_0000_0000L;
    /** The bit of the first byte that tells a group's address from a station's. */
    private static final int GROUP = 1;

    private final ByteView source = new ByteView();
    private final ByteView destination = new ByteView();

    private boolean points;
    private long sourcePoint;
    private long destinationPoint;
    private boolean group;
    private boolean broadcast;

    void clear() {
        source.clear();
        destination.clear();
        points = false;
        group = false;
        broadcast = false;
    }

    /** The addresses of six bytes stand at these places; a place below zero is none. */
    void wrap(ByteView frame, int sourceAt, int destinationAt) {
        clear();
        place(source, frame, sourceAt);
        place(destination, frame, destinationAt);
    }

    private static void place(ByteView view, ByteView frame, int at) {
        if (at < 0) {
            view.clear();
        } else {
            view.wrap(frame, at, 6);
        }
    }

    /** Point codes, with the network indicator above them. */
    void points(long from, long to) {
        clear();
        points = true;
        sourcePoint = from;
        destinationPoint = to;
    }

    /** For a link that tells whom a frame goes to, but not by an address. */
    void sentTo(boolean aGroup, boolean all) {
        group = aGroup;
        broadcast = all;
    }

    long sourceHigh() {
        return high(source);
    }

    long sourceLow() {
        return points ? sourcePoint : identifier(source);
    }

    long destinationHigh() {
        return high(destination);
    }

    long destinationLow() {
        return points ? destinationPoint : identifier(destination);
    }

    private long high(ByteView address) {
        return points ? Packet.POINT_CODES : address.length() == 0 ? 0 : LINK_LOCAL;
    }

    private static long identifier(ByteView address) {
        if (address.length() == 0) {
            return 0;
        }
        long upper = address.u24(0) ^ 0x02_0000;
        return upper << 40 | 0xFF_FE00_0000L | address.u24(3);
    }

    /** Whether the frame goes to a group of stations, or to all. */
    boolean group() {
        return group || broadcast || (destination.length() != 0 && (destination.u8(0) & GROUP) != 0);
    }

    /** Whether the frame goes to all stations. */
    boolean broadcast() {
        return broadcast || (destination.length() != 0 && destination.i32(0) == -1 && destination.u16(4) == 0xFFFF);
    }
}
