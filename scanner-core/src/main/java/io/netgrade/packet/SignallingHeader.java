// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * Signalling System No. 7 below SCCP: message transfer part levels 2 (ITU-T Q.703) and 3 (Q.704).
 *
 * <pre>
 *  level 2   backward number(1) forward number(1) length(1);  high speed: each 2, little-endian
 *  level 3   service information(1) destination(14 bits) origin(14 bits) link(4 bits), little-endian;
 *            with codes of 24 bits (ANSI, China): destination(3) origin(3) link(1)
 * </pre>
 *
 * Nothing tells codes of 14 from those of 24 bits: they are taken for 24 where only so a sound SCCP message follows.
 */
final class SignallingHeader extends LinkLayer {
    /** Links that are not in use send units of at most two bytes. */
    private static final int LONGEST_IDLE = 2;

    private static final int SERVICE_SCCP = 3;
    private static final int LABEL_14 = 4;
    private static final int LABEL_24 = 7;
    private static final int UNITDATA = 0x09;
    private static final int UNITDATA_SERVICE = 0x0A;
    private static final int EXTENDED_UNITDATA = 0x11;
    private static final int EXTENDED_UNITDATA_SERVICE = 0x12;

    private long origin;
    private long destination;

    @Override
    boolean wrap(ByteView frame, int at, int kind) {
        origin = -1;
        return switch (kind) {
            case MTP2_WITH_HEADER -> withHeader(frame, at);
            case MTP2 -> has(frame, at, 3) && unit(at + 3, frame.u8(at + 2) & 0x3F);
            default -> level3(frame, at);
        };
    }

    /** Direction(1), whether numbers are of high speed (Q.703 annex A)(1), link(2). */
    private boolean withHeader(ByteView frame, int at) {
        if (!has(frame, at, 10)) {
            return has(frame, at, 7) && unit(at + 7, frame.u8(at + 6) & 0x3F);
        }
        boolean highSpeed = frame.u8(at + 1) == 1;
        return highSpeed ? unit(at + 10, littleEndian16(frame, at + 8) & 0x1FF) : unit(at + 7, frame.u8(at + 6) & 0x3F);
    }

    private boolean unit(int at, int length) {
        return leadsTo(length <= LONGEST_IDLE ? EtherType.NONE : MTP3, at);
    }

    private boolean level3(ByteView frame, int at) {
        if (!has(frame, at, 1 + LABEL_14)) {
            return false;
        }
        boolean sccp = (frame.u8(at) & 0x0F) == SERVICE_SCCP;
        boolean wide = sccp && !isSccp(frame, at + 1 + LABEL_14) && isSccp(frame, at + 1 + LABEL_24);
        long network = (long) (frame.u8(at) >>> 6) << 32;
        int label = littleEndian32(frame, at + 1);
        destination = network | (wide ? code24(frame, at + 1) : label & 0x3FFF);
        origin = network | (wide ? code24(frame, at + 4) : label >>> 14 & 0x3FFF);
        return sccp ? leadsTo(EtherType.SCCP, at + 1 + (wide ? LABEL_24 : LABEL_14)) : leadsTo(EtherType.MTP3, at);
    }

    private static int code24(ByteView frame, int at) {
        return littleEndian16(frame, at) | frame.u8(at + 2) << 16;
    }

    /** Whether a connectionless message stands there, the pointers of which come in their order (Q.713 chapter 4). */
    private static boolean isSccp(ByteView frame, int at) {
        if (!has(frame, at, 6)) {
            return false;
        }
        return switch (frame.u8(at)) {
            case UNITDATA -> (frame.u8(at + 1) & 0x7E) == 0 && pointers(frame, at + 2);
            case UNITDATA_SERVICE -> pointers(frame, at + 2);
            case EXTENDED_UNITDATA -> (frame.u8(at + 1) & 0x7E) == 0 && pointers(frame, at + 3);
            case EXTENDED_UNITDATA_SERVICE -> pointers(frame, at + 3);
            default -> false;
        };
    }

    /** A pointer counts from itself. */
    private static boolean pointers(ByteView frame, int at) {
        return frame.u8(at) >= 3 && frame.u8(at + 1) + 1 > frame.u8(at) && frame.u8(at + 2) + 1 > frame.u8(at + 1);
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
