// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

/** The EtherTypes that are known by number (IANA ieee-802-numbers), and what goes by a number of its own beside them. */
public final class EtherType {
    public static final int IPV4 = 0x0800;
    public static final int IPV6 = 0x86DD;
    /** PPPoE session stage (RFC 2516). */
    public static final int PPPOE = 0x8864;
    /** IEEE 802.1AE: what follows is authenticated, and mostly encrypted. */
    public static final int MACSEC = 0x88E5;
    /** Nothing that is followed. */
    public static final int NONE = 0;

    /**
     * IS-IS, which has no EtherType: it follows the LLC header FE FE 03 (ISO 9577) and goes by the number that it has in IP
     * (IANA protocol-numbers). The payload begins with the discriminator 0x83.
     */
    public static final int ISIS = 124;
    /**
     * MTP level 3 (ITU-T Q.704) whose user is not SCCP, by libpcap's number of the link type; the payload begins with the
     * service information octet. The addresses are 100::N:C, where N is the network indicator and C the point code.
     */
    public static final int MTP3 = 141;
    /** SCCP (ITU-T Q.713), as {@link #MTP3}; the payload is the message. */
    public static final int SCCP = 142;

    /** Spanning tree (IEEE 802.1D), which has no EtherType: it goes by the two points of its LLC header. */
    public static final int SPANNING_TREE = 0x4242;
    /** Cisco's discovery, by its number in SNAP, which is no EtherType of anybody's. */
    public static final int CISCO_DISCOVERY = 0x2000;
    /** Cisco's trunking, likewise. */
    public static final int CISCO_TRUNKING = 0x2004;

    static final int ARP = 0x0806;
    static final int VLAN = 0x8100;
    static final int MPLS = 0x8847;
    static final int MPLS_UPSTREAM = 0x8848;
    static final int SLOW = 0x8809;
    static final int PPPOE_DISCOVERY = 0x8863;
    /** A length beyond what IEEE 802.3 can tell: LLC follows. */
    static final int JUMBO_LLC = 0x8870;

    static final int EAPOL = 0x888E;
    static final int PROVIDER_BRIDGE = 0x88A8;
    static final int LLDP = 0x88CC;
    /** IEEE 802.1ah: four bytes, then a whole Ethernet frame. */
    static final int PROVIDER_BACKBONE = 0x88E7;

    static final int CONNECTIVITY = 0x8902;
    static final int QINQ = 0x9100;

    private EtherType() {}

    /** Whether it is a number that signalling goes by on its links; the same numbers stand for something else in IP. */
    public static boolean isSignalling(int number) {
        return number == MTP3 || number == SCCP;
    }

    /** Whether a tag of four bytes follows, at whose end stands the next type (IEEE 802.1Q, 802.1ad, and before them). */
    static boolean isTag(int type) {
        return type == VLAN || type == PROVIDER_BRIDGE || type == QINQ;
    }
}
