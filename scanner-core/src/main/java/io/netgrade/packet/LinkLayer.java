// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * One of the headers that stand before the network layer: it tells what follows, by an EtherType or by one of the kinds
 * that have none, and where.
 */
abstract class LinkLayer {
    /** An IEEE 802.3 frame. */
    static final int ETHERNET = 0x1_0000;
    /** Logical link control (ISO 8802-2). */
    static final int LLC = 0x1_0001;
    /** The same in ATM adaptation layer 5, where bridged frames are padded (RFC 2684). */
    static final int LLC_IN_ATM = 0x1_0002;
    /** OUI and protocol number of SNAP, without the LLC before them. */
    static final int SNAP = 0x1_0003;
    /** IPv4 or IPv6, as the first four bits tell. */
    static final int BARE = 0x1_0004;

    static final int BARE_IPV4 = 0x1_0005;
    static final int BARE_IPV6 = 0x1_0006;
    /** BSD loopback. */
    static final int FAMILY = 0x1_0007;

    static final int COOKED = 0x1_0008;
    static final int COOKED2 = 0x1_0009;
    /** PPP, perhaps with address and control before the protocol (RFC 1661, RFC 1662). */
    static final int PPP = 0x1_000A;
    /** PPP with a direction for its address. */
    static final int PPP_DIRECTED = 0x1_000B;
    /** PPP after a byte that tells the direction. */
    static final int PPP_WITH_DIRECTION = 0x1_000C;
    /** PPP or Cisco HDLC, as the address tells. */
    static final int HDLC = 0x1_000D;

    static final int CISCO_HDLC = 0x1_000E;
    static final int FRAME_RELAY = 0x1_000F;
    static final int WIRELESS = 0x1_0010;
    /** IEEE 802.11 whose header is padded to four bytes. */
    static final int WIRELESS_PADDED = 0x1_0011;

    static final int RADIOTAP = 0x1_0012;
    static final int PRISM = 0x1_0013;
    static final int AVS = 0x1_0014;
    static final int PER_PACKET = 0x1_0015;
    static final int NFLOG = 0x1_0016;
    static final int MTP2_WITH_HEADER = 0x1_0017;
    static final int MTP2 = 0x1_0018;
    static final int MTP3 = 0x1_0019;
    static final int JUNIPER_ETHERNET = 0x1_001A;
    static final int JUNIPER_PPP = 0x1_001B;
    static final int JUNIPER_FRAME_RELAY = 0x1_001C;
    static final int JUNIPER_HDLC = 0x1_001D;
    /** No link type that is read. */
    static final int UNSUPPORTED = 0x1_00FF;

    private int next;
    private int payloadAt;
    private long limit;

    /**
     * Reads the header at {@code at}; false where it is not whole.
     *
     * @param kind as what it was announced
     */
    abstract boolean wrap(ByteView frame, int at, int kind);

    /** Whether the header names whom the frame goes between. */
    boolean namesStations() {
        return false;
    }

    /** Tells them, of the frame that was read last. */
    void stations(ByteView frame, Stations stations) {
        throw new IllegalStateException("names nobody");
    }

    /** What {@link #wrap} has found; answers true. */
    final boolean leadsTo(int what, int where) {
        return leadsTo(what, where, Long.MAX_VALUE);
    }

    final boolean leadsTo(int what, int where, long end) {
        next = what;
        payloadAt = where;
        limit = end;
        return true;
    }

    /** An EtherType, or one of the kinds above; {@link EtherType#NONE} where it is nothing that is followed. */
    final int next() {
        return next;
    }

    /** Where it begins. */
    final int payloadAt() {
        return payloadAt;
    }

    /** Where it ends at the latest: what follows is padding. */
    final long limit() {
        return limit;
    }

    static boolean has(ByteView frame, int at, int count) {
        return frame.length() - at >= count;
    }

    static int littleEndian16(ByteView frame, int at) {
        return frame.u8(at) | frame.u8(at + 1) << 8;
    }

    static int littleEndian32(ByteView frame, int at) {
        return Integer.reverseBytes(frame.i32(at));
    }
}
