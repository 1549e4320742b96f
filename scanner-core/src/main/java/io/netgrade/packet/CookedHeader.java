// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * Linux "cooked" captures.
 *
 * <pre>
 *  LINUX_SLL   packet type(2) hardware(2) length(2) address(8) protocol(2)
 *  LINUX_SLL2  protocol(2) zero(2) interface(4) hardware(2) packet type(1) length(1) address(8)
 * </pre>
 *
 * The address is the sender's. A VLAN tag stands at the front of the payload: its value, then the inner type.
 */
final class CookedHeader extends LinkLayer {
    private static final int LENGTH = 16;
    private static final int LENGTH2 = 20;
    private static final int MOST_TAGS = 4;
    private static final int STATION_LENGTH = 6;
    private static final int TO_ALL = 1;
    private static final int TO_GROUP = 2;
    /** Below the EtherTypes are Linux' own numbers (if_ether.h): LLC without a length. */
    private static final int LLC_FRAME = 4;

    private int sourceAt;
    private int packetType;

    @Override
    boolean wrap(ByteView frame, int at, int kind) {
        boolean first = kind == COOKED;
        if (!has(frame, at, first ? LENGTH : LENGTH2)) {
            return false;
        }
        packetType = first ? frame.u16(at) : frame.u8(at + 10);
        int length = first ? frame.u16(at + 4) : frame.u8(at + 11);
        sourceAt = length == STATION_LENGTH ? at + (first ? 6 : 12) : -1;
        return type(frame, frame.u16(first ? at + 14 : at), at + (first ? LENGTH : LENGTH2));
    }

    private boolean type(ByteView frame, int outer, int from) {
        int type = outer;
        int at = from;
        for (int tags = 0; EtherType.isTag(type); tags++) {
            if (tags == MOST_TAGS || !has(frame, at, 4)) {
                return false;
            }
            type = frame.u16(at + 2);
            at += 4;
        }
        if (type >= EthernetHeader.LOWEST_TYPE) {
            return leadsTo(type, at);
        }
        return leadsTo(type == LLC_FRAME ? LLC : EtherType.NONE, at);
    }

    @Override
    boolean namesStations() {
        return true;
    }

    @Override
    void stations(ByteView frame, Stations stations) {
        stations.wrap(frame, sourceAt, -1);
        stations.sentTo(packetType == TO_GROUP, packetType == TO_ALL);
    }
}
