// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * The routing label of MTP level 3, behind the service information octet. Networks have three of them, and nothing in a
 * message says which:
 *
 * <pre>
 *  ITU-T Q.704        destination(14 bits) origin(14 bits) link(4 bits), little-endian
 *  Japan, JT-Q704     destination(2) origin(2) link(1), little-endian
 *  ANSI T1.111, China destination(3) origin(3) link(1), little-endian
 * </pre>
 *
 * It is the one behind which a whole message of the user stands: the one that was told last for the same network indicator,
 * or else the one whose message has the most parts that fit. Where none fits it is the one told last, or else, on an
 * international network, the ITU's.
 */
final class RoutingLabel {
    /** Octets of the shortest of them. */
    static final int SHORTEST = 4;

    private static final int UNTOLD = 0;
    private static final int ITU = SHORTEST;
    private static final int JAPAN = 5;
    private static final int WIDE = 7;
    private static final int[] LABELS = {ITU, WIDE, JAPAN};
    private static final int NATIONAL = 2;

    /** By network indicator, the label that was told last. */
    private final int[] told = new int[4];

    private int octets;
    private long destination;
    private long origin;

    /** Reads the label of the message whose service information octet stands at {@code at}; false where none is told. */
    boolean read(ByteView frame, int at, int end) {
        int network = frame.u8(at) >>> 6;
        octets = tell(frame, at, end, network);
        if (octets == UNTOLD || end - at <= octets) {
            return false;
        }
        int label = at + 1;
        switch (octets) {
            case WIDE -> points(little24(frame, label), little24(frame, label + 3));
            case JAPAN -> points(LinkLayer.littleEndian16(frame, label), LinkLayer.littleEndian16(frame, label + 2));
            default -> {
                int fields = LinkLayer.littleEndian32(frame, label);
                points(fields & 0x3FFF, fields >>> 14 & 0x3FFF);
            }
        }
        return true;
    }

    private int tell(ByteView frame, int at, int end, int network) {
        int known = told[network];
        if (known != UNTOLD && bound(frame, at, end, known) != 0) {
            return known;
        }
        int label = UNTOLD;
        int most = UserPart.WEAK;
        boolean alone = false;
        for (int one : LABELS) {
            int bound = bound(frame, at, end, one);
            label = bound > most ? one : label;
            alone = bound > most || (alone && bound < most);
            most = Math.max(most, bound);
        }
        if (alone) {
            told[network] = label;
        }
        if (label != UNTOLD) {
            return label;
        }
        return known == UNTOLD && network < NATIONAL ? ITU : known;
    }

    private static int bound(ByteView frame, int at, int end, int label) {
        return UserPart.bound(frame.u8(at) & 0x0F, label == WIDE, frame, at + 1 + label, end);
    }

    private void points(long to, long from) {
        destination = to;
        origin = from;
    }

    private static int little24(ByteView frame, int at) {
        return LinkLayer.littleEndian16(frame, at) | frame.u8(at + 2) << 16;
    }

    /** Octets of the label read last. */
    int octets() {
        return octets;
    }

    long destination() {
        return destination;
    }

    long origin() {
        return origin;
    }
}
