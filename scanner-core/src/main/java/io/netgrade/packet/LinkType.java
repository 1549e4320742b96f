// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

/** The link types that are read, as libpcap numbers them (https://www.tcpdump.org/linktypes.html). */
public final class LinkType {
    /** BSD loopback: the address family in the byte order of the machine that captured. */
    public static final int NULL = 0;

    public static final int ETHERNET = 1;
    public static final int PPP = 9;
    /** Straight IPv4 or IPv6, as a live capture on Linux numbers it (DLT_RAW). */
    public static final int RAW_LIVE = 12;
    /** Straight IPv4 or IPv6, as OpenBSD numbers it. */
    public static final int RAW_OPENBSD = 14;
    /** PPP or Cisco HDLC in HDLC-like framing. */
    public static final int PPP_HDLC = 50;
    /** A PPPoE header and what follows it. */
    public static final int PPPOE = 51;
    /** ATM adaptation layer 5 with LLC (RFC 2684). */
    public static final int ATM = 100;

    public static final int RAW = 101;
    public static final int CISCO_HDLC = 104;
    public static final int WIRELESS = 105;
    public static final int FRAME_RELAY = 107;
    /** OpenBSD loopback: the address family in network byte order. */
    public static final int LOOP = 108;
    /** Linux "cooked" capture, of the interface {@code any}. */
    public static final int LINUX_SLL = 113;

    public static final int PRISM = 119;
    public static final int RADIOTAP = 127;
    public static final int MTP2_WITH_HEADER = 139;
    public static final int MTP2 = 140;
    public static final int MTP3 = 141;
    public static final int SCCP = 142;
    public static final int AVS = 163;
    /** PPP with a direction for its address, of Linux' pppd. */
    public static final int PPP_DIRECTED = 166;

    public static final int JUNIPER_ETHERNET = 178;
    public static final int JUNIPER_PPP = 179;
    public static final int JUNIPER_FRAME_RELAY = 180;
    public static final int JUNIPER_HDLC = 181;
    /** Per-packet information. */
    public static final int PER_PACKET = 192;

    public static final int PPP_WITH_DIRECTION = 204;
    public static final int MPLS = 219;
    public static final int IPV4 = 228;
    public static final int IPV6 = 229;
    /** Linux' netfilter log. */
    public static final int NFLOG = 239;

    public static final int LINUX_SLL2 = 276;

    private LinkType() {}

    /** What a frame of a link type begins with; {@link LinkLayer#UNSUPPORTED} for one that is not read. */
    static int begins(int linkType) {
        return switch (linkType) {
            case ETHERNET -> LinkLayer.ETHERNET;
            case NULL, LOOP -> LinkLayer.FAMILY;
            case PPP -> LinkLayer.PPP;
            case RAW_LIVE, RAW_OPENBSD, RAW -> LinkLayer.BARE;
            case PPP_HDLC -> LinkLayer.HDLC;
            case PPPOE -> EtherType.PPPOE;
            case ATM -> LinkLayer.LLC_IN_ATM;
            case CISCO_HDLC -> LinkLayer.CISCO_HDLC;
            case WIRELESS -> LinkLayer.WIRELESS;
            case FRAME_RELAY -> LinkLayer.FRAME_RELAY;
            case LINUX_SLL -> LinkLayer.COOKED;
            case PRISM -> LinkLayer.PRISM;
            case RADIOTAP -> LinkLayer.RADIOTAP;
            case MTP2_WITH_HEADER -> LinkLayer.MTP2_WITH_HEADER;
            case MTP2 -> LinkLayer.MTP2;
            case MTP3 -> LinkLayer.MTP3;
            case SCCP -> EtherType.SCCP;
            case AVS -> LinkLayer.AVS;
            case PPP_DIRECTED -> LinkLayer.PPP_DIRECTED;
            case JUNIPER_ETHERNET -> LinkLayer.JUNIPER_ETHERNET;
            case JUNIPER_PPP -> LinkLayer.JUNIPER_PPP;
            case JUNIPER_FRAME_RELAY -> LinkLayer.JUNIPER_FRAME_RELAY;
            case JUNIPER_HDLC -> LinkLayer.JUNIPER_HDLC;
            case PER_PACKET -> LinkLayer.PER_PACKET;
            case PPP_WITH_DIRECTION -> LinkLayer.PPP_WITH_DIRECTION;
            case MPLS -> EtherType.MPLS;
            case IPV4 -> LinkLayer.BARE_IPV4;
            case IPV6 -> LinkLayer.BARE_IPV6;
            case NFLOG -> LinkLayer.NFLOG;
            case LINUX_SLL2 -> LinkLayer.COOKED2;
            default -> LinkLayer.UNSUPPORTED;
        };
    }
}
