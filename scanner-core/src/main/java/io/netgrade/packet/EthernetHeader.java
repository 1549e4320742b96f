// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * Ethernet with its VLAN tags (IEEE 802.3, 802.1Q, 802.1ad), and with another Ethernet frame inside (802.1ah).
 *
 * <pre>
 *  destination(6) source(6) [tag protocol(2) tag(2)]* type(2)
 * </pre>
 */
final class EthernetHeader extends LinkLayer {
    /** The lowest value of the type field that is a type and no length (IEEE 802.3, 3.2.6). */
    static final int LOWEST_TYPE = 0x0600;

    private static final int LONGEST_LENGTH = 1500;
    private static final int LENGTH = 14;
    private static final int MOST_TAGS = 4;

    private int addressesAt;
    private int vlan;

    @Override
    boolean wrap(ByteView frame, int at, int kind) {
        addressesAt = at;
        return has(frame, at, LENGTH) && readType(frame, at + 12);
    }

    /** Reads a type field, and the tags that follow it. */
    private boolean readType(ByteView frame, int typeAt) {
        int type = frame.u16(typeAt);
        int at = typeAt + 2;
        vlan = -1;
        for (int tags = 0; EtherType.isTag(type); tags++) {
            if (tags == MOST_TAGS || !has(frame, at, 4)) {
                return false;
            }
            vlan = vlan < 0 ? frame.u16(at) & 0x0FFF : vlan;
            type = frame.u16(at + 2);
            at += 4;
        }
        if (type >= LOWEST_TYPE) {
            return type == EtherType.PROVIDER_BACKBONE ? leadsTo(ETHERNET, at + 4) : leadsTo(type, at);
        }
        return type <= LONGEST_LENGTH ? leadsTo(LLC, at, (long) at + type) : leadsTo(EtherType.NONE, at);
    }

    @Override
    boolean namesStations() {
        return true;
    }

    @Override
    void stations(ByteView frame, Stations stations) {
        stations.wrap(frame, addressesAt + 6, addressesAt);
    }

    /** The outermost VLAN's id, or -1. */
    int vlan() {
        return vlan;
    }

    /** Whether what stands there is likely an Ethernet frame: its type is one often seen. */
    static boolean isLikely(ByteView frame, int at) {
        if (!has(frame, at, LENGTH + 3)) {
            return false;
        }
        int type = frame.u16(at + 12);
        return switch (type) {
            case EtherType.IPV4,
                    EtherType.IPV6,
                    EtherType.ARP,
                    EtherType.VLAN,
                    EtherType.PROVIDER_BRIDGE,
                    EtherType.QINQ,
                    EtherType.MPLS,
                    EtherType.PPPOE_DISCOVERY,
                    EtherType.PPPOE,
                    EtherType.SLOW,
                    EtherType.EAPOL,
                    EtherType.LLDP,
                    EtherType.MACSEC,
                    EtherType.CONNECTIVITY -> true;
            default -> type <= LONGEST_LENGTH && LogicalLinkHeader.isLikely(frame, at + LENGTH);
        };
    }
}
