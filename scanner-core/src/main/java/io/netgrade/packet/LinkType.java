// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

/** The link types that are read, as libpcap numbers them (https://www.tcpdump.org/linktypes.html). */
public final class LinkType {
    /** BSD loopback: the address family in the byte order of the machine that captured. */
    public static final int NULL = 0;

    public static final int ETHERNET = 1;
    /** Straight IPv4 or IPv6, as a live capture on Linux numbers it (DLT_RAW). */
    public static final int RAW_LIVE = 12;
    /** Straight IPv4 or IPv6, as OpenBSD numbers it. */
    public static final int RAW_OPENBSD = 14;

    public static final int RAW = 101;
    /** OpenBSD loopback: the address family in network byte order. */
    public static final int LOOP = 108;
    /** Linux "cooked" capture, of the interface {@code any}. */
    public static final int LINUX_SLL = 113;

    public static final int IPV4 = 228;
    public static final int IPV6 = 229;
    public static final int LINUX_SLL2 = 276;

    private LinkType() {}
}
