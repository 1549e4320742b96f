// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

/** What the table remembers of every flow, in the bits of one number. */
final class FlowState {
    /** A frame of the capture being read belongs to it. */
    static final int TOUCHED = 1;
    /** The side that opened it, or was seen first, is side 1. */
    static final int INITIATOR_1 = 1 << 1;
    /** Nothing more is looked at. */
    static final int OVER = 1 << 2;

    static final int PAYLOAD = 1 << 3;
    static final int RECOGNISED = 1 << 4;
    /** More than a SYN was seen. */
    static final int BEYOND_SYN = 1 << 5;

    /** An association was accepted (SCTP INIT ACK). */
    static final int ACCEPTED = 1 << 16;

    private static final int SEEN_0 = 1 << 6;
    private static final int SYN_0 = 1 << 8;

    private static final int CLOSED_0 = 1 << 10;
    private static final int MD5_0 = 1 << 12;
    private static final int AO_0 = 1 << 14;

    private FlowState() {}

    /** A frame of this side was seen. */
    static int seen(int side) {
        return SEEN_0 << side;
    }

    /** The sequence number of this side's SYN is known. */
    static int syn(int side) {
        return SYN_0 << side;
    }

    /** This side has sent its FIN, and nothing before it is missing. */
    static int closed(int side) {
        return CLOSED_0 << side;
    }

    /** This side has sent a segment signed with MD5 (RFC 2385). */
    static int md5(int side) {
        return MD5_0 << side;
    }

    /** This side has sent a segment with TCP-AO (RFC 5925). */
    static int ao(int side) {
        return AO_0 << side;
    }

    /** Whether every side that was seen has the bit that stands for it, given that of side 0. */
    static boolean everySeenSide(int state, int bitOfSide0) {
        boolean first = !has(state, seen(0)) || has(state, bitOfSide0);
        return first && (!has(state, seen(1)) || has(state, bitOfSide0 << 1));
    }

    static int initiator(int state) {
        return (state & INITIATOR_1) == 0 ? 0 : 1;
    }

    static int withInitiator(int state, int side) {
        return side == 0 ? state & ~INITIATOR_1 : state | INITIATOR_1;
    }

    static boolean synKnown(int state) {
        return (state & (syn(0) | syn(1))) != 0;
    }

    static boolean oneSided(int state) {
        return (state & (seen(0) | seen(1))) != (seen(0) | seen(1));
    }

    static boolean has(int state, int bits) {
        return (state & bits) == bits;
    }
}
