// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * The stations that a frame goes between, as link-local IPv6 addresses of their modified EUI-64 identifiers (RFC 4291
 * appendix A), so that what has no IP address has one all the same. A link that names no station has {@code ::}.
 */
final class Stations {
    private static final long LINK_LOCAL = 0xFE80_0000_0000_0000L;
    /** The bit of the first byte that tells a group's address from a station's. */
    private static final int GROUP = 1;

    private final ByteView source = new ByteView();
    private final ByteView destination = new ByteView();

    /** The addresses of six bytes stand at these places; a place below zero is none. */
    void wrap(ByteView frame, int sourceAt, int destinationAt) {
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

    long sourceHigh() {
        return source.length() == 0 ? 0 : LINK_LOCAL;
    }

    long sourceLow() {
        return identifier(source);
    }

    long destinationHigh() {
        return destination.length() == 0 ? 0 : LINK_LOCAL;
    }

    long destinationLow() {
        return identifier(destination);
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
        return destination.length() != 0 && (destination.u8(0) & GROUP) != 0;
    }

    /** Whether the frame goes to all stations. */
    boolean broadcast() {
        return destination.length() != 0 && destination.i32(0) == -1 && destination.u16(4) == 0xFFFF;
    }
}
