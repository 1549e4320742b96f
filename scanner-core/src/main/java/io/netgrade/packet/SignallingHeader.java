// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * Signalling System No. 7 below its users: message transfer part levels 2 (ITU-T Q.703) and 3 (Q.704).
 *
 * <pre>
 *  level 2   backward number(1) forward number(1) length(1);  high speed (annex A): each 2, little-endian
 *  level 3   service information(1), {@link RoutingLabel}
 * </pre>
 *
 * What level 2 says on its own, that a link is idle (fill-in) or in which state it is, leads to nothing. So does a message
 * of which nothing tells how long its point codes are: {@link #untold}.
 */
final class SignallingHeader extends LinkLayer {
    /** Links that are not in use send units of at most two bytes. */
    private static final int LONGEST_IDLE = 2;

    /** Lengths from here on are written so; Q.703 2.3.3. */
    private static final int LONG = 0x3F;

    private static final int LONG_AT_HIGH_SPEED = 0x1FF;
    private static final int SERVICE_SCCP = 3;

    private final RoutingLabel label = new RoutingLabel();
    private boolean untold;
    private long origin;
    private long destination;

    @Override
    boolean wrap(ByteView frame, int at, int kind) {
        origin = -1;
        untold = false;
        return switch (kind) {
            case MTP2_WITH_HEADER -> withHeader(frame, at);
            case MTP2 -> has(frame, at, 3) && unit(frame, at + 3, frame.u8(at + 2) & LONG, LONG);
            default -> level3(frame, at, Long.MAX_VALUE);
        };
    }

    /** Direction(1), whether numbers are of high speed (Q.703 annex A)(1), link(2). */
    private boolean withHeader(ByteView frame, int at) {
        boolean highSpeed = has(frame, at, 2) && frame.u8(at + 1) == 1;
        if (highSpeed) {
            return has(frame, at, 10)
                    && unit(frame, at + 10, littleEndian16(frame, at + 8) & LONG_AT_HIGH_SPEED, LONG_AT_HIGH_SPEED);
        }
        return has(frame, at, 7) && unit(frame, at + 7, frame.u8(at + 6) & LONG, LONG);
    }

    /** What follows the length tells what it is; what stands behind that length, as a check sequence does, is no part of it. */
    private boolean unit(ByteView frame, int at, int length, int longest) {
        return length <= LONGEST_IDLE
                ? leadsTo(EtherType.NONE, at)
                : level3(frame, at, length == longest ? Long.MAX_VALUE : (long) at + length);
    }

    private boolean level3(ByteView frame, int at, long limit) {
        int end = (int) Math.min(limit, frame.length());
        if (end - at <= RoutingLabel.SHORTEST) {
            return false;
        }
        if (!label.read(frame, at, end)) {
            untold = true;
            return leadsTo(EtherType.NONE, at, limit);
        }
        long network = (long) (frame.u8(at) >>> 6) << 32;
        destination = network | label.destination();
        origin = network | label.origin();
        boolean sccp = (frame.u8(at) & 0x0F) == SERVICE_SCCP;
        return sccp ? leadsTo(EtherType.SCCP, at + 1 + label.octets(), limit) : leadsTo(EtherType.MTP3, at, limit);
    }

    /** Whether it is a message of which nothing tells how long its point codes are. */
    boolean untold() {
        return untold;
    }

    @Override
    boolean namesStations() {
        return true;
    }

    @Override
    void stations(ByteView frame, Stations stations) {
        if (origin >= 0) {
            stations.points(origin, destination);
        }
    }
}
